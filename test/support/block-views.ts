import type { Block, TableBlock } from "#shared/document-grids.ts";

/** Blocks of a document as a test looks at them. */
export const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.flatMap((one) => (one.kind === "table" ? [one] : []));

export const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((one) => (one.kind === "paragraph" ? [one.text] : []));

/** Texts of the cells that begin in each row; paragraphs of a cell are divided by «|». */
export const rowsOf = ({ rows, cells }: TableBlock): readonly (readonly string[])[] =>
  Array.from({ length: rows }, (_one, at) =>
    cells.filter(({ row }) => row === at).map(({ paragraphs }) => paragraphs.join("|")),
  );

/** Cells of a table a line each: place, columns by rows, paragraphs with their marks. */
export const cellsOf = ({ cells }: TableBlock): readonly string[] =>
  cells.map(
    ({ row, col, rowSpan, colSpan, paragraphs, marks }) =>
      `${row},${col} ${colSpan}x${rowSpan} ${paragraphs.map((text, at) => `${marks?.[at] ?? ""}${text}`).join("|")}`,
  );

/** Paragraphs with their marks and cells of tables, a line each. */
export const told = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((one) => (one.kind === "paragraph" ? [`${one.list?.marker ?? ""}${one.text}`] : cellsOf(one)));
