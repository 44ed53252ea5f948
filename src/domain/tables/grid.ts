import type { CellAddress, GridCell, TableBlock } from "#shared/document-grids.ts";
import { fold, textOf } from "./fold.ts";

/** A table as rows over its logical columns: columns that layout alone made (a line drawn askew) are folded into their neighbours. */
export interface Grid {
  readonly table: TableBlock;
  readonly columns: number;
  /** the first grid column of the file in each logical one */
  readonly starts: readonly number[];
  readonly rows: readonly GridRow[];
  /** share of the width of each logical column, 0…1, where the file has widths */
  readonly shares: readonly number[] | undefined;
}

export interface GridRow {
  readonly table: number;
  readonly row: number;
  /** one entry for each logical column; a merged cell stands in every column it covers */
  readonly slots: readonly Slot[];
  /** different cells of the row with text, in order, each once */
  readonly filled: readonly FilledSlot[];
}

export interface FilledSlot {
  readonly slot: Slot;
  readonly col: number;
  /** how many logical columns it covers */
  readonly span: number;
}

export interface Slot {
  readonly text: string;
  /** the cells, more than one only where columns were folded */
  readonly cells: readonly GridCell[];
  /** this row is the cell's first */
  readonly top: boolean;
  /** this column is the cell's first logical one */
  readonly left: boolean;
}

/** A boundary between grid columns is real when at least this share of the plain rows uses it. */
const REAL_BOUNDARY = 0.25;
/** …and at least this share where no row of the header can be using it, because none of the first plain rows does. */
const BODY_BOUNDARY = 0.5;
const HEADER_ROWS = 2;

export function gridOf(table: TableBlock): Grid {
  const owners = Array.from({ length: table.rows }, (): (GridCell | undefined)[] => []);
  const texts = new Map<GridCell, string>();
  for (const cell of table.cells) {
    texts.set(cell, textOf(cell));
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row += 1) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) owners[row]![col] = cell;
    }
  }
  const starts = columnStarts(owners, table.columns);
  const rows = owners.map((line, row): GridRow => {
    let before: readonly GridCell[] = [];
    const slots = starts.map((_, at): Slot => {
      const cells = cellsAt(line, starts, at, table.columns);
      const goesOn = cells.length > 0 && cells.every((cell) => before.includes(cell));
      before = cells;
      return {
        text: cells.length === 1 ? texts.get(cells[0]!)! : fold(cells.map((cell) => texts.get(cell)).join(" ")),
        cells,
        top: cells.every((cell) => cell.row === row),
        left: !goesOn,
      };
    });
    return rowOf(table.index, row, slots);
  });
  return { table, columns: starts.length, starts, rows, shares: sharesOf(table, starts) };
}

/** The cells of a line that belong to a logical column: those whose place it is, else one that reaches into it, else what stands there. */
function cellsAt(
  line: readonly (GridCell | undefined)[],
  starts: readonly number[],
  at: number,
  columns: number,
): readonly GridCell[] {
  const from = starts[at]!;
  const inside = distinct(line, from, starts[at + 1] ?? columns);
  if (inside.length < 2) return inside;
  const own = inside.filter((cell) => placeOf(cell, starts, columns) === at);
  const reaching = own.length > 0 ? own : inside.filter(({ col }) => col < from);
  return reaching.length > 0 ? reaching : inside;
}

/** The logical column of a cell among others: where it begins, and the next one where it only begins a little before the line. */
function placeOf({ col, colSpan }: GridCell, starts: readonly number[], columns: number): number {
  const first = starts.filter((start) => start <= col).length - 1;
  const line = starts[first + 1] ?? columns;
  const beyond = col + colSpan - line;
  return col > starts[first]! && beyond > line - col ? first + 1 : first;
}

/** The cells that stand in some columns of a line, each once. */
function distinct(line: readonly (GridCell | undefined)[], from: number, to: number): readonly GridCell[] {
  const found: GridCell[] = [];
  for (let col = from; col < to; col += 1) {
    const cell = line[col];
    if (cell && !found.includes(cell)) found.push(cell);
  }
  return found;
}

function columnStarts(owners: readonly (readonly (GridCell | undefined)[])[], columns: number): readonly number[] {
  const used = Array.from({ length: columns }, () => 0);
  const early = Array.from({ length: columns }, () => false);
  let plain = 0;
  for (const line of owners) {
    if (new Set(line).size < 3 && columns > 2) continue;
    plain += 1;
    for (let col = 1; col < columns; col += 1) {
      if (line[col] === line[col - 1]) continue;
      used[col]! += 1;
      if (plain <= HEADER_ROWS) early[col] = true;
    }
  }
  const starts = [0];
  for (let col = 1; col < columns; col += 1) {
    const least = early[col] ? REAL_BOUNDARY : BODY_BOUNDARY;
    if (plain === 0 || used[col]! / plain >= least) starts.push(col);
  }
  return starts;
}

function sharesOf({ widths, columns }: TableBlock, starts: readonly number[]): readonly number[] | undefined {
  if (!widths) return undefined;
  const total = widths.reduce((sum, width) => sum + width, 0);
  return starts.map((from, at) => {
    const own = widths.slice(from, starts[at + 1] ?? columns);
    return own.reduce((sum, width) => sum + width, 0) / total;
  });
}

export function addressesOf(slot: Slot, table: number): CellAddress[] {
  return slot.cells.map(({ row, col }) => ({ table, row, col }));
}

export function rowOf(table: number, row: number, slots: readonly Slot[]): GridRow {
  const filled: { slot: Slot; col: number; span: number }[] = [];
  slots.forEach((slot, col) => {
    const last = filled.at(-1);
    const same =
      last &&
      slot.cells[0] !== undefined &&
      last.slot.cells[0] === slot.cells[0] &&
      slot.cells.length === last.slot.cells.length;
    if (same && last.col + last.span === col) last.span += 1;
    else if (slot.text !== "") filled.push({ slot, col, span: 1 });
  });
  return { table, row, slots, filled };
}

/** The mark a Word list gives the cell, where its text is empty: a number column counted by Word. */
export function listMarkOf(slot: Slot): string {
  return slot.cells.flatMap(({ marks }) => marks ?? []).find((mark) => mark !== null) ?? "";
}
