import { createHash } from "node:crypto";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { readWorkbook, writeWorkbook, type SheetValue } from "#platform/office/workbook.ts";
import { download, type RawReply, type RequestContext, type UseCaseContext } from "#platform/http/route.ts";
import { MOST_SHEET_ROWS, totalsOf, type SheetReport, type SheetReportRow, type SheetRows } from "../model/sheet.ts";
import { placesProblem } from "../model/problems.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The first visible sheet of the uploaded workbook as texts. Nothing but the file itself is kept. */
export async function rowsOfUpload(context: RequestContext<unknown, unknown, unknown>): Promise<SheetRows> {
  const bytes = await context.files.readReceived(context.upload!);
  const sheets = await readWorkbook(bytes).catch(() => {
    throw placesProblem("file-unreadable");
  });
  const rows = (sheets[0]?.rows ?? []).map((row) => row.map(textOf));
  while (rows.length > 0 && rows.at(-1)!.every((text) => text === "")) rows.pop();
  refuseLong(rows);
  return rows;
}

export function refuseLong(rows: SheetRows): void {
  if (rows.length > MOST_SHEET_ROWS) throw placesProblem("sheet-too-long", { values: { limit: MOST_SHEET_ROWS } });
}

/** Numbers lose nothing (a taxpayer's number has ten digits); days are written as people write them. */
function textOf(value: SheetValue): string {
  if (value === null) return "";
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split("-");
    return `${day}.${month}.${year}`;
  }
  return String(value).normalize("NFC").trim();
}

/** A report with the name by which it is confirmed. */
export function reportOf(rows: SheetRows, report: readonly SheetReportRow[]): SheetReport {
  const digest = createHash("sha256").update(JSON.stringify(report)).digest("base64url");
  return { rows: rows.map((row) => [...row]), report: [...report], totals: totalsOf(report), digest };
}

/** Refuses to write by a report that is not the one confirmed: the new one goes back with the refusal. */
export function refuseMoved(made: SheetReport, digest: string): void {
  if (made.digest !== digest) throw placesProblem("import-moved", { extra: made });
}

/** A workbook to fill in: the head, an example, and a sheet that says what stands in each column. */
export async function template(
  name: string,
  columns: readonly { readonly title: string; readonly required?: true }[],
  example: readonly string[],
  notes: readonly (readonly [string, string])[],
): Promise<RawReply> {
  const bytes = await writeWorkbook([
    {
      name: "Список",
      widths: columns.map(({ title }) => Math.max(16, title.length + 4)),
      rows: [columns.map(({ title }) => title), [...example]],
      header: { from: 0, to: 1 },
      landscape: true,
    },
    {
      name: "Как заполнять",
      widths: [24, 90],
      rows: [["Столбец", "Что писать"], ...notes.map((note) => [...note])],
      header: { from: 0, to: 1 },
    },
  ]);
  return download(bytes, name, MEDIA_TYPE);
}

/** A list as a workbook to keep or to sort: one sheet, its head in sight and on every printed page. */
export async function listWorkbook(
  name: string,
  columns: readonly { readonly title: string; readonly width: number }[],
  rows: readonly (readonly SheetValue[])[],
): Promise<RawReply> {
  const sheet = { name, widths: columns.map(({ width }) => width), header: { from: 0, to: 1 }, landscape: true };
  const bytes = await writeWorkbook([{ ...sheet, rows: [columns.map(({ title }) => title), ...rows] }]);
  return download(bytes, `${name}.xlsx`, MEDIA_TYPE);
}

/** A day as a workbook keeps it. */
export function sheetDay(day: LocalDate | null): SheetValue {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** Two confirmations at once wait for each other, so that no row is added by both. */
export async function oneSheetAtATime({ tx }: UseCaseContext, territoryId: Id): Promise<void> {
  await tx.selectFrom("territory").where("id", "=", territoryId).select("id").forUpdate().execute();
}
