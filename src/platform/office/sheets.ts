import type { Block, GridCell } from "#shared/document-grids.ts";
import { MOST_COLUMNS, MOST_SQUARES, refuseBoundless } from "./bounds.ts";
import { OfficeRefusal } from "./problems.ts";
import { headsOrdinals, ordinalText } from "./sheet-ordinals.ts";

/** A sheet as it is shown: texts by row and column, and its merged ranges. */
export interface ShownSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly SheetMerge[];
}

export interface SheetMerge {
  /** from 0, both ends inside */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Blocks of a workbook: every run of rows between empty ones is a table, a run of single cells is text. Where several sheets hold
 * something, the name that a person gave to a sheet stands above it.
 */
export function sheetBlocks(sheets: readonly ShownSheet[]): readonly Block[] {
  const blocks: Block[] = [];
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some(isFilled)));
  let index = 0;
  for (const sheet of filled) {
    if (filled.length > 1 && !/^(?:лист|sheet|таблица|table)\s*\d*$/i.test(sheet.name.trim()))
      blocks.push({ kind: "paragraph", text: sheet.name, bold: true });
    const ordinals = new Set<number>();
    for (const [top, bottom] of runsOf(sheet)) {
      const cells = cellsOf(sheet, top, bottom, ordinals);
      const texts = cells.filter(({ paragraphs }) => paragraphs.some(isFilled));
      if (texts.length === 0) continue;
      const alone = new Set(texts.map(({ row }) => row)).size === texts.length;
      if (alone && texts.every(({ col }) => col === texts[0]!.col)) {
        for (const { paragraphs, colSpan } of texts)
          blocks.push({ kind: "paragraph", text: paragraphs.join("\n"), ...(colSpan > 1 && { bold: true }) });
        continue;
      }
      const columns = Math.max(...cells.map(({ col, colSpan }) => col + colSpan));
      blocks.push({ kind: "table", index, rows: bottom - top, columns, cells });
      index += 1;
    }
  }
  return blocks;
}

const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";

/** Rows [from, to) that hold something, cut at empty rows; a vertical merge never lets a cut through. */
function runsOf({ rows, merges }: ShownSheet): readonly (readonly [number, number])[] {
  const full = rows.map((row) => row.some(isFilled));
  for (const { top, bottom } of merges) {
    if (bottom - top < 1000 && full[top])
      for (let row = top; row <= bottom && row < full.length; row += 1) full[row] = true;
  }
  const runs: [number, number][] = [];
  full.forEach((one, row) => {
    if (!one) return;
    const last = runs.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else runs.push([row, row + 1]);
  });
  return runs;
}

/** Cells of a run of rows; a column of ordinal numbers stays one below an empty row too. */
function cellsOf(sheet: ShownSheet, top: number, bottom: number, ordinals: Set<number>): GridCell[] {
  const merges = sheet.merges.filter((merge) => merge.bottom >= top && merge.top < bottom);
  let width = 0;
  for (const row of sheet.rows.slice(top, bottom)) width = Math.max(width, widthOf(row));
  // A title may be merged over all the columns that a sheet can have: those are no columns of the table.
  for (const { top: row, left, right } of merges)
    if (isFilled(sheet.rows[row]?.[left])) width = Math.max(width, right < MOST_COLUMNS ? right + 1 : 0);
  refuseBoundless([{ rows: bottom - top, columns: width }]);
  const starts = new Map<string, SheetMerge>();
  const covered = new Set<string>();
  let laid = 0;
  for (const merge of merges) {
    starts.set(`${merge.top},${merge.left}`, merge);
    for (let row = Math.max(merge.top, top); row <= Math.min(merge.bottom, bottom - 1); row += 1) {
      for (let col = merge.left; col <= Math.min(merge.right, width - 1); col += 1) {
        laid += 1;
        // merges that lie over each other again and again
        if (laid > MOST_SQUARES) throw new OfficeRefusal("office-damaged");
        covered.add(`${row},${col}`);
      }
    }
  }
  const cells: GridCell[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let col = 0; col < width; col += 1) {
      const merge = starts.get(`${row},${col}`);
      if (covered.has(`${row},${col}`) && !merge) continue;
      const text = sheet.rows[row]?.[col] ?? "";
      if (headsOrdinals(text)) ordinals.add(col);
      cells.push({
        row: row - top,
        col,
        rowSpan: merge ? Math.min(merge.bottom, bottom - 1) - row + 1 : 1,
        colSpan: merge ? Math.min(merge.right, width - 1) - col + 1 : 1,
        paragraphs: (ordinals.has(col) ? ordinalText(text) : text).split(/\r?\n/),
      });
    }
  }
  return cells;
}

/** Columns up to the last that holds something. */
function widthOf(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && !isFilled(row[width - 1])) width -= 1;
  return width;
}
