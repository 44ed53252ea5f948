import type { Block, GridCell } from "#shared/document-grids.ts";
import { readWorkbook, type SheetMerge, type SheetRead, type SheetValue } from "./workbook.ts";

/** Blocks of an .xlsx: every run of rows between empty ones is a table, a run of single cells is text. Throws OfficeRefusal. */
export async function readXlsxBlocks(bytes: Uint8Array): Promise<readonly Block[]> {
  const sheets = await readWorkbook(bytes);
  const blocks: Block[] = [];
  let index = 0;
  for (const sheet of sheets) {
    for (const [top, bottom] of runsOf(sheet)) {
      const cells = cellsOf(sheet, top, bottom);
      const filled = cells.filter(({ paragraphs }) => paragraphs.some((text) => text.trim() !== ""));
      if (filled.length === 0) continue;
      const loneCells =
        new Set(filled.map(({ row }) => row)).size === filled.length &&
        filled.every(({ col }) => col === filled[0]!.col);
      if (loneCells) {
        for (const cell of filled)
          blocks.push({ kind: "paragraph", text: cell.paragraphs.join("\n"), ...(cell.colSpan > 1 && { bold: true }) });
        continue;
      }
      const columns = Math.max(...cells.map(({ col, colSpan }) => col + colSpan));
      blocks.push({ kind: "table", index, rows: bottom - top, columns, cells });
      index += 1;
    }
  }
  return blocks;
}

const textOf = (value: SheetValue | undefined): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10).split("-").reverse().join(".");
  if (typeof value === "boolean") return value ? "да" : "нет";
  return String(value);
};

/** Rows [from, to) that hold something, cut at empty rows; a vertical merge never lets a cut through. */
function runsOf({ rows, merges }: SheetRead): readonly (readonly [number, number])[] {
  const full = rows.map((row) => row.some((value) => textOf(value).trim() !== ""));
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

function cellsOf(sheet: SheetRead, top: number, bottom: number): GridCell[] {
  const starts = new Map<string, SheetMerge>();
  const covered = new Set<string>();
  let columns = 0;
  for (const row of sheet.rows.slice(top, bottom)) columns = Math.max(columns, lastFilled(row) + 1);
  for (const merge of sheet.merges) {
    if (merge.bottom < top || merge.top >= bottom) continue;
    if (textOf(sheet.rows[merge.top]?.[merge.left]).trim() !== "") columns = Math.max(columns, merge.right + 1);
    starts.set(`${merge.top},${merge.left}`, merge);
    for (let row = Math.max(merge.top, top); row <= Math.min(merge.bottom, bottom - 1); row += 1) {
      for (let col = merge.left; col <= Math.min(merge.right, merge.left + 500); col += 1) covered.add(`${row},${col}`);
    }
  }
  const width = Math.min(columns, 500);
  const cells: GridCell[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let col = 0; col < width; col += 1) {
      const merge = starts.get(`${row},${col}`);
      if (covered.has(`${row},${col}`) && !merge) continue;
      cells.push({
        row: row - top,
        col,
        rowSpan: merge ? Math.min(merge.bottom, bottom - 1) - row + 1 : 1,
        colSpan: merge ? Math.min(merge.right, width - 1) - col + 1 : 1,
        paragraphs: textOf(sheet.rows[row]?.[col]).split(/\r?\n/),
      });
    }
  }
  return cells;
}

function lastFilled(row: readonly SheetValue[]): number {
  let last = row.length - 1;
  while (last >= 0 && textOf(row[last]).trim() === "") last -= 1;
  return last;
}
