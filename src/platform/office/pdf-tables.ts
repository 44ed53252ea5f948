import type { GridCell, TableBlock } from "#shared/document-grids.ts";
import type { Habits, TextBox } from "./pdf-habits.ts";
import { paragraphsOf } from "./pdf-paragraphs.ts";
import type { SheetCell, SheetTable } from "./pdf-sheet.ts";

/** Boxes of text of a table's cells, in the order of the cells. */
export function cellBoxes({ xs, cells }: SheetTable): readonly TextBox[] {
  const upright = cells.flatMap(({ col, lines }) =>
    lines.flatMap(({ turn, from }) => (turn === 0 ? [from - xs[col]!] : [])),
  );
  // The distance from border to text is the same in all cells: the least one is it.
  const pad = Math.min(8, Math.max(0.5, Math.min(...upright, 8)));
  return cells.map((cell) => boxOf(cell, xs, pad));
}

function boxOf({ col, colSpan, lines }: SheetCell, xs: readonly number[], pad: number): TextBox {
  const turned = lines.length > 0 && lines.every(({ turn }) => turn !== 0);
  if (turned) {
    const [left, right] = [Math.min(...lines.map(({ from }) => from)), Math.max(...lines.map(({ to }) => to))];
    return { lines, left, right, cell: true };
  }
  return { lines, left: xs[col]! + pad, right: xs[col + colSpan]! - pad, cell: true };
}

/** A table of a page as a block of the document. */
export function tableBlock(table: SheetTable, index: number, habits: Habits): TableBlock {
  const boxes = cellBoxes(table);
  const { xs, ys } = table;
  return {
    kind: "table",
    index,
    rows: ys.length - 1,
    columns: xs.length - 1,
    cells: table.cells.map(({ row, col, rowSpan, colSpan }, at): GridCell => {
      const paragraphs = paragraphsOf(boxes[at]!, habits);
      const marks = paragraphs.map(({ mark }) => mark);
      return {
        row,
        col,
        rowSpan,
        colSpan,
        paragraphs: paragraphs.length > 0 ? paragraphs.map(({ text }) => text.replace(/\t/g, " ")) : [""],
        ...(marks.some((mark) => mark !== null) && { marks }),
      };
    }),
    widths: xs.slice(1).map((x, at) => Math.round((x - xs[at]!) * 100) / 100),
  };
}
