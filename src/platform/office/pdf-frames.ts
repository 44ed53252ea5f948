import { NEAR, type Ruling } from "./pdf-rules.ts";

/** A place of a ruled table: rows and columns it covers. */
export interface FrameCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A ruled table as drawn: where its columns and rows begin and end, and which of its squares are one cell. */
export interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly FrameCell[];
}

const MOST_SQUARES = 60_000;

/** The table that a ruling draws; undefined where it closes no two cells: a box round a text, an underline. */
export function frameOf({ across, down }: Ruling): Frame | undefined {
  if (across.length === 0 || down.length === 0) return undefined;
  const xs = edges(
    down.map(({ at }) => at),
    across.flatMap(({ from, to }) => [from, to]),
  );
  const ys = edges(
    across.map(({ at }) => at),
    down.flatMap(({ from, to }) => [from, to]),
  );
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_SQUARES) return undefined;
  const walled = (col: number, row: number): boolean =>
    down.some((rule) => Math.abs(rule.at - xs[col]!) <= NEAR && covers(rule, ys[row]!, ys[row + 1]!));
  const floored = (col: number, row: number): boolean =>
    across.some((rule) => Math.abs(rule.at - ys[row]!) <= NEAR && covers(rule, xs[col]!, xs[col + 1]!));
  const cells = cellsOf(rows, columns, walled, floored);
  if (cells.length < 2) return undefined;
  return { xs, ys, cells };
}

/** Positions of the lines, and of the ends of the lines across them where those reach further: a side left undrawn. */
function edges(lines: readonly number[], ends: readonly number[]): readonly number[] {
  const found = clustered(lines);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (least < found[0]! - 2 * NEAR) found.unshift(least);
  if (most > found.at(-1)! + 2 * NEAR) found.push(most);
  return found;
}

function clustered(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || value - last > NEAR) found.push(value);
  }
  return found;
}

function covers({ from, to }: { readonly from: number; readonly to: number }, start: number, end: number): boolean {
  return Math.min(to, end) - Math.max(from, start) > (end - start) * 0.5;
}

function cellsOf(
  rows: number,
  columns: number,
  walled: (col: number, row: number) => boolean,
  floored: (col: number, row: number) => boolean,
): readonly FrameCell[] {
  const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
  const cells: FrameCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < columns; col += 1) {
      if (taken[row]![col]) continue;
      let colSpan = 1;
      while (col + colSpan < columns && !taken[row]![col + colSpan] && !walled(col + colSpan, row)) colSpan += 1;
      // A cell goes on below while no line is drawn under any part of it and no wall begins inside it.
      let rowSpan = 1;
      const open = (at: number): boolean =>
        span(col, colSpan).every(
          (one, order) => !floored(one, at) && !taken[at]![one] && (order === 0 || !walled(one, at)),
        ) &&
        (col === 0 || walled(col, at)) &&
        (col + colSpan === columns || walled(col + colSpan, at));
      while (row + rowSpan < rows && open(row + rowSpan)) rowSpan += 1;
      for (const one of span(row, rowSpan)) for (const other of span(col, colSpan)) taken[one]![other] = true;
      cells.push({ row, col, rowSpan, colSpan });
    }
  }
  return cells;
}

const span = (from: number, length: number): readonly number[] => Array.from({ length }, (_one, at) => from + at);
