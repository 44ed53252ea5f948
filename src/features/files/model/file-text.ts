import type { Block, TableBlock } from "#shared/document-grids.ts";
import type { Cell, FileText, FileTextBlock } from "./file-text-contract.ts";

/** Letters shown of one file: some eighty pages. Whoever needs more opens the file itself. */
const MOST_LETTERS = 200_000;

/** What a text is asked of: a reader opens these without an office program. */
export const TEXTUAL: ReadonlySet<string> = new Set([
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "text/plain; charset=utf-8",
]);

/** Whether the words of a file of this kind can be shown. */
export const hasText = (mediaType: string): boolean => TEXTUAL.has(mediaType);

/** Letters of a file that the search looks through: some forty pages. */
export const MOST_SEARCHED = 100_000;

/** The words alone, a paragraph or a cell a line, from the beginning; undefined where there are none. PostgreSQL holds neither NUL nor half a letter. */
export function plainText({ blocks }: FileText): string | undefined {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
  const text = lines.join("\n").slice(0, MOST_SEARCHED).normalize("NFC");
  return (
    text
      .replaceAll("\u0000", "")
      .replace(/\p{Surrogate}/gu, "")
      .trim() || undefined
  );
}

/** What was read of a file, cut to what one looks through. */
export function fileTextOf(blocks: readonly Block[]): FileText {
  const shown: FileTextBlock[] = [];
  let letters = 0;
  for (const block of blocks) {
    if (letters >= MOST_LETTERS) return { blocks: shown, cut: true };
    const one = block.kind === "paragraph" ? paragraphOf(block) : tableOf(block);
    letters += lettersOf(one);
    shown.push(one);
  }
  return { blocks: shown, cut: false };
}

function paragraphOf(block: Extract<Block, { kind: "paragraph" }>): FileTextBlock {
  return {
    kind: "paragraph",
    text: block.text.slice(0, MOST_LETTERS),
    ...(block.level === undefined ? {} : { level: block.level }),
    ...(block.list ? { marker: block.list.marker, depth: block.list.depth } : {}),
  };
}

function tableOf({ rows, cells }: TableBlock): FileTextBlock {
  const lines = Array.from({ length: rows }, (): Cell[] => []);
  for (const { row, rowSpan, colSpan, paragraphs } of cells)
    lines[row]?.push({ text: paragraphs.join("\n"), rowSpan, colSpan });
  return { kind: "table", rows: lines };
}

function lettersOf(block: FileTextBlock): number {
  if (block.kind === "paragraph") return block.text.length;
  // an empty cell takes a place on the page too
  return block.rows.flat().reduce((sum, { text }) => sum + text.length + 1, 0);
}
