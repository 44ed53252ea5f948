import type { Habits } from "./pdf-habits.ts";
import type { Line } from "./pdf-lines.ts";
import { fits } from "./pdf-paragraphs.ts";
import type { SheetCell, SheetTable } from "./pdf-sheet.ts";
import { cellBoxes } from "./pdf-tables.ts";

/** columns of the two parts may stand so far apart, in points */
const ASIDE = 3;

/**
 * The two tables as one where the page break plainly tore a row between them: a cell of the last row goes on in the first row of the next
 * page, in the middle of a phrase. Undefined where nothing proves it: they stay parts, and who reads the plan decides.
 */
export function rejoined(above: SheetTable, below: SheetTable, habits: Habits): SheetTable | undefined {
  if (!sameColumns(above, below)) return undefined;
  const headed = repeatedRows(above, below);
  const rows = below.ys.length - 1;
  if (headed >= rows) return undefined;
  const last = above.ys.length - 2;
  const ends = above.cells.filter(({ row, rowSpan }) => row + rowSpan - 1 === last);
  const starts = below.cells.filter(({ row }) => row === headed);
  const alike = (end: SheetCell, start: SheetCell): boolean => end.col === start.col && end.colSpan === start.colSpan;
  if (ends.length !== starts.length || !ends.every((end) => starts.some((start) => alike(end, start))))
    return undefined;
  if (!isTorn(above, ends, starts, habits)) return undefined;
  const shift = last - headed;
  const grown = ends.map((end): SheetCell => {
    const start = starts.find((one) => alike(end, one))!;
    return { ...end, rowSpan: end.rowSpan + start.rowSpan - 1, lines: [...end.lines, ...start.lines] };
  });
  const drop = above.ys.at(-1)! - below.ys[headed + 1]!;
  return {
    xs: above.xs,
    ys: [...above.ys, ...below.ys.slice(headed + 2).map((y) => y + drop)],
    cells: [
      ...above.cells.map((cell) => grown[ends.indexOf(cell)] ?? cell),
      ...below.cells.filter(({ row }) => row > headed).map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
    openBelow: below.openBelow,
    inside: above.inside,
  };
}

export function sameColumns(above: SheetTable, below: SheetTable): boolean {
  return above.xs.length === below.xs.length && above.xs.every((x, at) => Math.abs(x - below.xs[at]!) <= ASIDE);
}

/** How many first rows of the lower table repeat those of the upper one: a header printed again on each page. */
export function repeatedRows(above: SheetTable, below: SheetTable): number {
  const most = Math.min(above.ys.length, below.ys.length) - 2;
  let same = 0;
  while (same < most && textOfRow(above, same) !== "" && textOfRow(above, same) === textOfRow(below, same)) same += 1;
  return same;
}

function textOfRow({ cells }: SheetTable, row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .map(({ col, lines }) => (lines.length > 0 ? `${col} ${lines.map(({ text }) => text).join(" ")}` : ""))
    .join("|")
    .replace(/^\|+$/, "");
}

function isTorn(above: SheetTable, ends: readonly SheetCell[], starts: readonly SheetCell[], habits: Habits): boolean {
  const boxes = cellBoxes(above);
  const judged = ends.flatMap((end) => {
    const [line, next] = [end.lines.at(-1), starts.find(({ col }) => col === end.col)?.lines[0]];
    if (!next) return [];
    const box = boxes[above.cells.indexOf(end)]!;
    const full = line !== undefined && !fits(line, next.text, box, next.first);
    return [{ first: end.col === 0, line, open: line !== undefined && full && goesOn(line, next, habits) }];
  });
  // The first column names the row: where it begins anew, so does the row.
  if (judged.length === 0 || judged.some(({ first, open }) => first && !open)) return false;
  if (habits.wraps && judged.some(({ open, line }) => open && line?.spaced)) return true;
  return judged.every(({ open }) => open);
}

function goesOn(line: Line, next: Line, { wraps }: Habits): boolean {
  if (/\p{L}-$/u.test(line.text) && !line.spaced) return /^\p{Ll}/u.test(next.text);
  return wraps ? line.spaced : /^\p{Ll}/u.test(next.text) && !/[.;:!?]$/.test(line.text);
}
