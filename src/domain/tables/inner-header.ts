import type { ReadColumn } from "./reading.ts";
import type { Grid, GridRow } from "./grid.ts";
import { headerKey } from "./fold.ts";
import { headerAt, repeatsHeader, type Header } from "./header.ts";
import { matrixColumns } from "./matrix.ts";
import { numberAlone } from "./numbering.ts";
import { meaningOf } from "./roles.ts";
import { timeOf } from "./time-context.ts";

/** same: the columns once more; other: its own order or other columns; unclear: a header surely, but it names no measures. */
export type HeaderAgain = "same" | "other" | "unclear";

export interface HeadersAmong {
  /** what the row says as a header; undefined for a row of the body */
  readonly take: (grid: Grid, row: GridRow) => HeaderAgain | undefined;
  /** what the columns mean from the last header on; undefined while that of the table holds */
  readonly columns: () => readonly ReadColumn[] | undefined;
}

/** Watches the rows of a table for headers printed again; a later header holds until the next one. */
export function headersAmong(header: Header | undefined, columns: readonly ReadColumn[]): HeadersAmong {
  const first = header ? matrixColumns(header.columns).columns : columns;
  const known: { readonly header: Header; readonly columns: readonly ReadColumn[] | undefined }[] = header
    ? [{ header, columns: undefined }]
    : [];
  let now: readonly ReadColumn[] | undefined;
  let under = { table: -1, bottom: -1 };
  return {
    columns: () => now,
    take: (grid, row) => {
      if (row.table === under.table && row.row <= under.bottom) return "same";
      const printed = row.filled.length > 1 ? known.find((one) => repeatsHeader(one.header, row)) : undefined;
      if (printed) {
        now = printed.columns;
        return "same";
      }
      if (!namesColumnsAgain(row, now ?? first)) return undefined;
      const own = headerAt(grid, row.row);
      const says = comparedWith(now ?? first, own.columns);
      under = { table: row.table, bottom: own.bottom };
      if (says === "other") {
        now = own.columns.map((one): ReadColumn => (one.role === "section" ? { ...one, role: "other" } : one));
        known.push({ header: own, columns: now });
      }
      return says;
    },
  };
}

function comparedWith(above: readonly ReadColumn[], found: readonly ReadColumn[]): HeaderAgain {
  const own = matrixColumns(found);
  const known = own.columns.flatMap((one, col) => (one.role === "other" ? [] : [{ one, before: above[col] }]));
  if (known.every(({ one, before }) => before?.role === one.role && before.key === one.key)) return "same";
  return known.some(({ one }) => one.role === "title") && !own.matrix ? "other" : "unclear";
}

const LONGEST_ROW = 80;
const LONGEST_LABEL = 40;
const LEAST_LABELS = 3;
const MOST_SILENT = 0.4;
/** no name of a column has them */
const SAYS_MORE = /[\d.;«]/;

/**
 * «№» stands in it, or three cells name the very columns they stand in, or it is made of short names of columns, one of them the
 * measures, with at most one name of no meaning. A numbered row is none; nearly every other row is given up at its first words.
 */
function namesColumnsAgain({ filled }: GridRow, columns: readonly ReadColumn[]): boolean {
  const [first] = filled;
  if (!first || filled.length < LEAST_LABELS || numberAlone(first.slot.text) !== undefined) return false;
  if (filled.some(({ slot }) => slot.text.length > LONGEST_ROW)) return false;
  const roles: string[] = [];
  const silent: string[] = [];
  let inPlace = 0;
  for (const { slot, col } of filled) {
    const role = slot.text.length <= LONGEST_LABEL ? meaningOf(headerKey(slot.text))?.role : undefined;
    if (role === undefined) silent.push(slot.text);
    else roles.push(role);
    if (silent.length > filled.length * MOST_SILENT) return false;
    if (role !== undefined && columns[col]?.role === role) inPlace += 1;
  }
  if (inPlace >= LEAST_LABELS) return true;
  if (new Set(roles).size < LEAST_LABELS) return false;
  if (roles.includes("number")) return true;
  if (!roles.includes("title") || silent.length > 1) return false;
  const [odd] = silent;
  return odd === undefined || (areNames(filled) && !SAYS_MORE.test(odd) && timeOf(odd) === undefined);
}

const areNames = (filled: GridRow["filled"]): boolean => filled.every(({ slot }) => slot.text.split(" ").length <= 3);
