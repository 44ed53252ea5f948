import { letters } from "#domain/russian/letters.ts";
import type { Grid, GridRow, Slot } from "./grid.ts";
import { listMarkOf } from "./grid.ts";
import { isColumnNumberRow, type Header } from "./header.ts";
import { headersAmong } from "./inner-header.ts";
import { numberAlone } from "./numbering.ts";
import type { ReadColumn, RowAddress } from "./reading.ts";

const HAS_SIGN = letters(/[\d\p{L}]/u);

/** One physical table of a logical one. */
export interface Part {
  readonly grid: Grid;
  readonly rows: readonly GridRow[];
  /** paragraphs between this part and the one before that name a section */
  readonly before: readonly { readonly block: number; readonly text: string }[];
}

/** A row of the body with what its cells say about its place, before it is known what it is. */
export interface BodyRow {
  readonly row: GridRow;
  /** first body row of a physical table that is not the first */
  readonly partStart: boolean;
  readonly number: string | null;
  readonly numberRaw: string | null;
  readonly title: string;
  /** the shape that section rows have: one text over the rest of the row, or beside empty cells */
  readonly shape: "merged" | "lone" | null;
  /** beside the number and the title only cells that reach down over the rows below */
  readonly hanging: boolean;
  /** what the columns mean here, where a header among the rows names them otherwise than that of the table */
  readonly columns: readonly ReadColumn[] | undefined;
}

export type BodyItem =
  | { readonly kind: "row"; readonly body: BodyRow }
  | { readonly kind: "paragraph"; readonly block: number; readonly text: string };

export interface Body {
  readonly items: readonly BodyItem[];
  readonly repeatedHeaderRows: number;
  /** the header stands again under a row of one text, in the same table: each section has a header of its own */
  readonly headerUnderTitles: boolean;
  readonly columnNumberRow: boolean;
  /** rows left out because they name or number columns */
  readonly skipped: readonly RowAddress[];
  /** headers among the rows that name other columns than the table's: `isPlan` where the rows below were read by them */
  readonly otherHeaders: readonly { readonly row: GridRow; readonly isPlan: boolean }[];
}

/** Body rows of all parts in order; headers repeated on a page, column numbers and empty rows are left out and counted. */
export function bodyOf(parts: readonly Part[], header: Header | undefined, columns: readonly ReadColumn[]): Body {
  const items: BodyItem[] = [];
  let repeatedHeaderRows = 0;
  let columnNumberRow = false;
  let headerUnderTitles = false;
  const skipped: RowAddress[] = [];
  const otherHeaders: { row: GridRow; isPlan: boolean }[] = [];
  const headers = headersAmong(header, columns);
  parts.forEach((part, at) => {
    for (const { block, text } of part.before) items.push({ kind: "paragraph", block, text });
    let start = at > 0;
    let underTitle = false;
    const grid = part.rows === part.grid.rows ? part.grid : { ...part.grid, rows: part.rows, columns: columns.length };
    for (const row of part.rows) {
      const own = at === 0 && header !== undefined && row.row >= header.top && row.row <= header.bottom;
      if (own || row.filled.length === 0) continue;
      const again = headers.take(grid, row);
      if (again) {
        repeatedHeaderRows += 1;
        if (again !== "same") otherHeaders.push({ row, isPlan: again === "other" });
        headerUnderTitles ||= underTitle;
        skipped.push({ table: row.table, row: row.row });
        continue;
      }
      if (isColumnNumberRow(row)) {
        columnNumberRow = true;
        skipped.push({ table: row.table, row: row.row });
        continue;
      }
      items.push({ kind: "row", body: bodyRow(row, start, columns, headers.columns()) });
      underTitle = row.filled.length === 1;
      start = false;
    }
  });
  return { items, repeatedHeaderRows, headerUnderTitles, columnNumberRow, skipped, otherHeaders };
}

function bodyRow(
  row: GridRow,
  partStart: boolean,
  columns: readonly ReadColumn[],
  own: readonly ReadColumn[] | undefined,
): BodyRow {
  const { filled } = row;
  const numberCol = (own ?? columns).findIndex(({ role }) => role === "number");
  const titleCol = (own ?? columns).findIndex(({ role }) => role === "title");
  const numberSlot = numberCol >= 0 ? row.slots[numberCol] : undefined;
  const alone = numberSlot && !spansOn(row, numberCol) ? numberIn(numberSlot) : undefined;
  const texts = filled.filter(({ slot }) => slot !== numberSlot || !alone);
  const lone = texts.length === 1 ? texts[0] : undefined;
  const wide =
    lone !== undefined &&
    lone.span > 1 &&
    lone.col + lone.span === row.slots.length &&
    lone.col <= Math.max(titleCol, 0);
  const beside = lone !== undefined && !wide && (lone.col === titleCol || lone.col === 0);
  return {
    row,
    columns: own,
    partStart,
    number: alone?.number ?? null,
    numberRaw: alone?.raw ?? null,
    title: wide || beside ? lone.slot.text : (row.slots[titleCol]?.text ?? ""),
    shape: wide ? "merged" : beside ? "lone" : null,
    hanging: texts.every(
      ({ slot, col }) => col === titleCol || (slot.top && slot.cells.every(({ rowSpan }) => rowSpan > 1)),
    ),
  };
}

function numberIn(slot: Slot): { number: string; raw: string } | undefined {
  const text = slot.text === "" ? listMarkOf(slot) : slot.text;
  if (text === "" || text === "•") return undefined;
  const found = numberAlone(text);
  if (found) return { number: found.number, raw: text };
  // «а)», «1а», «п. 3»: short marks of a number column are kept as printed.
  return text.length <= 8 && HAS_SIGN.test(text) && !/\s/.test(text)
    ? { number: text.replace(/[.)]+$/, ""), raw: text }
    : undefined;
}

function spansOn(row: GridRow, col: number): boolean {
  const [here, next] = [row.slots[col], row.slots[col + 1]];
  return here?.cells[0] !== undefined && here.cells[0] === next?.cells[0];
}
