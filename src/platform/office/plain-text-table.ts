import { refuseBoundless } from "./bounds.ts";
import type { GridCell, ParagraphBlock, TableBlock } from "#shared/document-grids.ts";

/** A row of cells, or one text that stands over all columns. */
export type TextRow = readonly string[] | string;

/** A table of text: a cell's lines are its paragraphs. The index is given when all blocks are known. */
export function textTable(rows: readonly TextRow[]): TableBlock {
  const columns = rows.reduce((most, row) => Math.max(most, typeof row === "string" ? 1 : row.length), 1);
  refuseBoundless([{ rows: rows.length, columns }]);
  const cells = rows.flatMap((row, at): GridCell[] => {
    if (typeof row === "string") return [{ ...cellOf(at, 0, row), colSpan: columns }];
    return Array.from({ length: columns }, (_, col) => cellOf(at, col, row[col] ?? ""));
  });
  return { kind: "table", index: 0, rows: rows.length, columns, cells, unmerged: true };
}

function cellOf(row: number, col: number, text: string): GridCell {
  const lines = text.split("\n").map((line) => unmarked(line).trim());
  const paragraphs = lines.filter((line) => line !== "");
  return { row, col, rowSpan: 1, colSpan: 1, paragraphs: paragraphs.length > 0 ? paragraphs : [""] };
}

/** A line of text as a paragraph; a dash before it is the mark of a list. */
export function textParagraph(line: string): ParagraphBlock {
  const bold = /^\s*(?:\*\*[^*]+\*\*|<b>.*<\/b>)\s*$/.test(line) || /^\s*\*\*[^*]*$/.test(line);
  const list = /^\s*([-–—•·▪])\s+(\S.*)$/.exec(line);
  return {
    kind: "paragraph",
    text: unmarked(list ? list[2]! : line).trim(),
    ...(bold && { bold }),
    ...(list && { list: { marker: list[1]!, depth: 0 } }),
  };
}

/** Marks that people and converters leave in text: **bold**, <i>italic</i>. */
export function unmarked(text: string): string {
  return text
    .replace(/<\/?[ibu]>/g, "")
    .replace(/\*\*/g, "")
    .replace(/(?<![\p{L}\d*])\*([^*\n]+)\*(?![\p{L}\d*])/gu, "$1");
}
