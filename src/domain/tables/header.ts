import type { Grid, GridRow } from "./grid.ts";
import { headerKey } from "./fold.ts";
import { numberAlone } from "./numbering.ts";
import { calendarKeys } from "./calendar-columns.ts";
import { columnsOf } from "./header-columns.ts";
import type { ReadColumn } from "./reading.ts";
import { leansOnParent, meaningOf } from "./roles.ts";

export interface Header {
  /** first and last row of the header in its grid */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly ReadColumn[];
  /** comparable texts of the cells of each header row, to know it again when it is repeated */
  readonly keys: readonly RowKey[];
}

export type RowKey = readonly string[];

const LONGEST_HEADER = 140;
const SEARCHED_ROWS = 12;

/** The header of a table: the first row that names at least two roles, with the rows above and below that belong to it. */
export function findHeader(grid: Grid): Header | undefined {
  for (const row of grid.rows.slice(0, SEARCHED_ROWS)) {
    if (namesColumns(grid, row)) return headerAt(grid, row.row);
  }
  return undefined;
}

/** The header that a row belongs to. */
export function headerAt(grid: Grid, row: number): Header {
  const { top, bottom } = extentOf(grid, row);
  return { top, bottom, columns: columnsOf(grid, top, bottom), keys: keysOf(grid.rows.slice(top, bottom + 1)) };
}

/** What each row says as a header; rows with more words than any header has say nothing. */
export function keysOf(rows: readonly GridRow[]): readonly RowKey[] {
  return rows
    .filter(({ filled }) => filled.length > 0 && filled.every(({ slot }) => slot.text.length <= LONGEST_HEADER))
    .map(({ filled }) => filled.map(({ slot }) => headerKey(slot.text)));
}

/** Whether a row prints one of the header's rows again. */
export function repeatsHeader({ keys }: Header, { filled }: GridRow): boolean {
  return keys.some(
    (key) =>
      key.length === filled.length &&
      filled.every(({ slot: { text } }, at) => text.length <= LONGEST_HEADER && headerKey(text) === key[at]),
  );
}

export function isHeaderKey({ keys }: Header, own: RowKey): boolean {
  return keys.some((key) => key.length === own.length && key.every((text, at) => text === own[at]));
}

/** 1 2 3 … over all columns: numbers of the columns, not a measure. */
export function isColumnNumberRow(row: GridRow): boolean {
  const { filled, slots } = row;
  return (
    filled.length >= 3 &&
    filled.length >= slots.length - 1 &&
    filled.every(({ slot: { text } }, at) => text.length < 5 && text.replace(/[.)]$/, "") === String(at + 1))
  );
}

function namesColumns(grid: Grid, row: GridRow): boolean {
  const { filled } = row;
  if (filled.length < 2 || filled.some(({ slot }) => slot.text.length > LONGEST_HEADER)) return false;
  if (filled.some(({ slot, col }) => col === 0 && numberAlone(slot.text))) return false;
  const texts = filled.map(({ slot }) => slot.text);
  const words = texts.reduce((sum, text) => sum + text.split(" ").length, 0) / texts.length;
  if (words > 8 || isSentence(texts)) return false;
  if (countsRows(grid, row)) return true;
  const calendar = calendarKeys(texts);
  const roles = texts.flatMap((text, at) => (calendar[at] ? "term" : (meaningOf(headerKey(text))?.role ?? [])));
  const gaps = (grid.rows[row.row - 1]?.filled ?? []).filter(
    ({ slot, col, span }) => span === 1 && row.slots[col]!.text === "" && slot.text.length < 60,
  );
  const upper = gaps.flatMap(({ slot }) => meaningOf(headerKey(slot.text))?.role ?? []);
  return new Set([...roles, ...upper]).size >= 2 && roles.length >= filled.length / 2;
}

/** «№» over rows that are counted names columns, whatever words stand beside it. */
function countsRows({ rows }: Grid, row: GridRow): boolean {
  const [first] = row.filled;
  if (first?.col !== 0 || row.filled.length < 3) return false;
  if (meaningOf(headerKey(first.slot.text))?.role !== "number") return false;
  const below = rows.slice(row.row + 1).find((one) => !isColumnNumberRow(one) && one.filled.length > 1);
  return below !== undefined && numberAlone(below.slots[0]!.text) !== undefined;
}

/** Headers are names; a row whose cells are whole sentences is text. */
function isSentence(texts: readonly string[]): boolean {
  return texts.filter((text) => /[.;]$/.test(text) && text.split(" ").length > 4).length > texts.length / 3;
}

function extentOf(grid: Grid, at: number): { top: number; bottom: number } {
  const cells = grid.rows[at]!.slots.flatMap((slot) => slot.cells);
  const top = Math.min(at, ...cells.map((cell) => cell.row));
  let bottom = Math.max(at, ...cells.map((cell) => cell.row + cell.rowSpan - 1));
  bottom = Math.min(bottom, top + 4, grid.rows.length - 1);
  const above = grid.rows[top - 1];
  // Without merges a header of two rows shows itself by gaps that the other row fills.
  const over = above && top > 0 && fillsGaps(above, grid.rows[top]!) ? top - 1 : top;
  const below = grid.rows[bottom + 1];
  if (below && bottom === at && isSubHeader(grid.rows[at]!, below)) bottom += 1;
  return { top: over, bottom };
}

function fillsGaps(above: GridRow, header: GridRow): boolean {
  const { filled } = above;
  if (filled.length < 2 || filled.some(({ slot }) => slot.text.length > LONGEST_HEADER)) return false;
  return filled.some(
    ({ slot, col }) => header.slots[col]!.text === "" && meaningOf(headerKey(slot.text)) !== undefined,
  );
}

function isSubHeader(header: GridRow, below: GridRow): boolean {
  const { filled } = below;
  if (filled.length === 0 || filled.some(({ slot }) => slot.text.length > 60) || isColumnNumberRow(below)) return false;
  if (below.slots[0]!.text !== "" && below.slots[0]!.text !== header.slots[0]!.text) return false;
  const isGap = (col: number): boolean => {
    const slot = header.slots[col];
    return slot !== undefined && (slot.text === "" || !slot.left);
  };
  if (!filled.some(({ col }) => isGap(col)) || !filled.every(({ col }) => isGap(col) || isGap(col + 1) || col === 0))
    return false;
  return filled.some(({ slot }) => {
    const key = headerKey(slot.text);
    const role = meaningOf(key)?.role;
    return (role !== undefined && role !== "section") || leansOnParent(key);
  });
}
