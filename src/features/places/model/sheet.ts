import { z } from "zod";
import { matchKey } from "#domain/russian/match-key.ts";
import { line } from "#shared/atoms.ts";
import { done, refused, type Result } from "#shared/result.ts";

/** A sheet as texts, row by row, its head among them: what came from a workbook or was pasted. */
export type SheetRows = readonly (readonly string[])[];

export const MOST_SHEET_ROWS = 2000;
export const SheetRowsField = z
  .array(z.array(z.string().max(1000)).max(30))
  .max(MOST_SHEET_ROWS + 5, `В таблице больше ${MOST_SHEET_ROWS} строк. Разделите её на части.`);

export interface SheetColumn<Key extends string> {
  readonly key: Key;
  /** as the template heads it */
  readonly title: string;
  readonly required?: true;
}

/** What will happen to one row, before anything is written. */
export const SheetReportRow = z.object({
  /** number of the row in the sheet, from 1 */
  row: z.number(),
  outcome: z.enum(["added", "updated", "unchanged", "refused"]),
  title: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** everything that keeps the row out, so that it is mended in one go; empty unless it is refused */
  problems: z.array(z.object({ cell: z.string(), text: z.string() })),
});
export type SheetReportRow = z.infer<typeof SheetReportRow>;

export const SheetReport = z.object({
  /** the rows as they were read: sent back to confirm */
  rows: z.array(z.array(z.string())),
  report: z.array(SheetReportRow),
  totals: z.object({ added: z.number(), updated: z.number(), unchanged: z.number(), refused: z.number() }),
  /** names this very report: a confirmation of another one writes nothing */
  digest: z.string(),
});
export type SheetReport = z.infer<typeof SheetReport>;

export const CheckSheet = z.object({ territoryId: z.uuid(), rows: SheetRowsField });
export const ConfirmSheet = CheckSheet.extend({ digest: line(80) });

export interface SheetRecord<Key extends string> {
  readonly row: number;
  readonly value: Readonly<Record<Key, string>>;
  /** «C5»: where the value of a column stands */
  cell(key: Key): string;
}

/** The head is looked for among the first rows: people put a title above it. */
const HEAD_WITHIN = 5;

/** Rows below the head by the names of its columns; the titles of missing required columns where there is no head. */
export function recordsOf<Key extends string>(
  rows: SheetRows,
  columns: readonly SheetColumn<Key>[],
): Result<readonly SheetRecord<Key>[], readonly string[]> {
  const required = columns.filter((column) => column.required);
  const headAt = rows
    .slice(0, HEAD_WITHIN)
    .findIndex((row) => required.every((column) => placeOf(row, column.title) >= 0));
  if (headAt < 0) return refused(required.map((column) => column.title));
  const places = new Map(columns.map((column) => [column.key, placeOf(rows[headAt]!, column.title)]));
  const records: SheetRecord<Key>[] = [];
  rows.forEach((cells, at) => {
    if (at <= headAt || cells.every((text) => text.trim() === "")) return;
    const text = (key: Key) => (cells[places.get(key)!] ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
    const value = Object.fromEntries(columns.map(({ key }) => [key, text(key)])) as Record<Key, string>;
    records.push({ row: at + 1, value, cell: (key) => cellName(at + 1, Math.max(0, places.get(key)!)) });
  });
  return done(records);
}

function placeOf(row: readonly string[], title: string): number {
  return row.findIndex((text) => matchKey(text) === matchKey(title));
}

/** «C5» of row 5 and column 2 (columns from 0). */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Rows of a pasted table: lines, cells divided by tabs. */
export function pastedRows(text: string): SheetRows {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((row) => row.split("\t").map((cell) => cell.replace(/^"([\s\S]*)"$/, "$1").replaceAll('""', '"')));
}

export function totalsOf(report: readonly SheetReportRow[]): SheetReport["totals"] {
  const totals = { added: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of report) totals[outcome] += 1;
  return totals;
}
