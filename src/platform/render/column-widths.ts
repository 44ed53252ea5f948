import { isContent, plain } from "./cell-text.ts";
import type { TableBlock } from "./document-tree.ts";
import type { gridOf } from "./table-grid.ts";

/** Bold letters take so much more room. */
const BOLD = 1.2;
/** «15.10.2026» */
const DAY_LETTERS = 10;

/** Of each column, the letters of its longest word that should not be broken: of its heads, and days; a head over several is shared among them; `grid` is the table laid out. */
export function lettersOf(table: TableBlock, grid: ReturnType<typeof gridOf>): number[] {
  const letters = table.columns.map(() => 0);
  for (const cell of grid.flat()) {
    if (cell.role === "section" || cell.value === null || typeof cell.value === "number") continue;
    if (!isContent(cell.value)) letters[cell.column] = Math.max(letters[cell.column]!, DAY_LETTERS);
    else if (cell.role === "header")
      for (const word of plain(cell.value).split(/[\s-]+/)) {
        const own = (word.length * BOLD) / cell.colSpan;
        for (let at = cell.column; at < cell.column + cell.colSpan; at += 1) letters[at] = Math.max(letters[at]!, own);
      }
  }
  return letters;
}

/** Widths by the shares that give each column what it needs where they can, at the cost of those that have more; they sum to `whole`. */
export function fittedWidths(shares: readonly number[], needs: readonly number[], whole: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (whole * share) / total);
  const spare = widths.map((width, at) => width - needs[at]!);
  const missing = spare.reduce((sum, each) => sum - Math.min(0, each), 0);
  const left = spare.reduce((sum, each) => sum + Math.max(0, each), 0);
  if (missing > left) return widths;
  return widths.map((width, at) => (spare[at]! <= 0 ? needs[at]! : width - (spare[at]! * missing) / left));
}
