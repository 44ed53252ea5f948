import type { ParagraphBlock } from "#shared/document-grids.ts";
import type { Habits, TextBox } from "./pdf-habits.ts";
import type { Line } from "./pdf-lines.ts";
import { paragraphsOf, type Paragraph } from "./pdf-paragraphs.ts";

/** Paragraphs outside tables as blocks; `usual` is the size of type most of the document is set in. */
export function proseBlocks(box: TextBox, habits: Habits, usual: number): readonly ParagraphBlock[] {
  return paragraphsOf(box, habits).map((paragraph) => blockOf(paragraph, usual));
}

function blockOf(paragraph: Paragraph, usual: number): ParagraphBlock {
  const { text, mark, bold } = paragraph;
  const level = levelOf(paragraph, usual);
  return {
    kind: "paragraph",
    text,
    ...(level !== undefined && { level }),
    ...(bold && { bold }),
    ...(mark !== null && { list: { marker: mark, depth: 0 } }),
  };
}

/** A heading is short and set larger than the text around it, or bold and in the middle. */
function levelOf({ text, mark, bold, size, centred, lines }: Paragraph, usual: number): number | undefined {
  if (mark !== null || text.length > 300 || lines.length > 6 || !/\p{L}/u.test(text) || /[;,]$/.test(text))
    return undefined;
  if (size > usual * 1.4) return 1;
  if (size > usual * 1.06 && (bold || centred)) return 1;
  return bold && centred && lines.length <= 4 ? 2 : undefined;
}

/** The room of the text of a page: from its leftmost to its rightmost letter. */
export function roomOf(lines: readonly Line[]): { readonly left: number; readonly right: number } | undefined {
  const upright = lines.filter(({ turn }) => turn === 0);
  if (upright.length === 0) return undefined;
  return { left: Math.min(...upright.map(({ from }) => from)), right: Math.max(...upright.map(({ to }) => to)) };
}
