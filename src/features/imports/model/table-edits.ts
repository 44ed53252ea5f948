import { z } from "zod";
import type { ColumnRole } from "#domain/tables/reading.ts";
import type { TableChoice } from "#domain/tables/table-choice.ts";
import { TEXT_FIELDS } from "#domain/tables/measure-fields.ts";

/** The roles a person may give to a column; what only a matrix has is found by the program. */
export const CHOSEN_ROLES = [
  "number",
  ...TEXT_FIELDS,
  "planTotal",
  "planYear",
  "section",
  "instrument",
  "instrumentTerm",
  "other",
] as const satisfies readonly ColumnRole[];

/** measure: stands by itself. join: goes on with the row above. section: names the rows below. out: is not read. asRead: as the program took it. */
export const ROW_READINGS = ["measure", "join", "section", "out", "asRead"] as const;
export type RowReading = (typeof ROW_READINGS)[number];

const table = z.int().min(0);
const row = z.int().min(0);

const RowEdit = z.object({ kind: z.literal("row"), table, row, as: z.enum(ROW_READINGS) });
export type RowEdit = Readonly<z.infer<typeof RowEdit>>;

/** A measure parted: the lines of its title (from 1) that each begin a measure of their own; none puts it together again. */
const PartEdit = z.object({ kind: z.literal("part"), table, row, cuts: z.array(z.int().min(1).max(500)).max(60) });
export type PartEdit = Readonly<z.infer<typeof PartEdit>>;

const ColumnsEdit = z.object({
  kind: z.literal("columns"),
  table,
  columns: z
    .array(
      z.object({
        column: z.int().min(0).max(200),
        role: z.enum(CHOSEN_ROLES),
        /** year of a planYear column, level of an instrument column */
        key: z.string().min(1).max(60).optional(),
      }),
    )
    .min(1)
    .max(200),
});
export type ColumnsEdit = Readonly<z.infer<typeof ColumnsEdit>>;

const KindEdit = z.object({ kind: z.literal("table"), table, as: z.enum(["plan", "reference"]) });

/** What the officer says of a table, a column or a row: it stands over what the program found. */
export const TableEdit = z.discriminatedUnion("kind", [RowEdit, PartEdit, ColumnsEdit, KindEdit]);
export type TableEdit = Readonly<z.infer<typeof TableEdit>>;

/** The edits in force: of those about the same thing the last counts, and what says «as read» is none. */
export function editsInForce(edits: readonly TableEdit[]): TableEdit[] {
  const last = new Map<string, TableEdit>();
  for (const edit of edits) {
    for (const one of edit.kind === "columns" ? eachColumn(edit) : [edit]) {
      const key = subjectOf(one);
      last.delete(key);
      last.set(key, one);
    }
  }
  return [...last.values()].filter(
    (edit) => !(edit.kind === "row" && edit.as === "asRead") && !(edit.kind === "part" && edit.cuts.length === 0),
  );
}

function eachColumn(edit: ColumnsEdit): ColumnsEdit[] {
  return edit.columns.map((column) => ({ ...edit, columns: [column] }));
}

function subjectOf(edit: TableEdit): string {
  if (edit.kind === "columns") return `columns/${edit.table}/${edit.columns[0]!.column}`;
  return edit.kind === "table" ? `table/${edit.table}` : `${edit.kind}/${edit.table}/${edit.row}`;
}

/** What the edits say of whole tables and their columns, as understanding takes it. */
export function choicesOf(edits: readonly TableEdit[]): TableChoice[] {
  const tables = new Map<number, { kind?: "plan" | "reference"; roles: Record<number, ChosenRole> }>();
  for (const edit of edits) {
    if (edit.kind !== "table" && edit.kind !== "columns") continue;
    const choice = tables.get(edit.table) ?? { roles: {} };
    tables.set(edit.table, choice);
    if (edit.kind === "table") choice.kind = edit.as;
    else
      for (const { column, role, key } of edit.columns)
        choice.roles[column] = key === undefined ? { role } : { role, key };
  }
  return [...tables].map(([at, { kind, roles }]) => ({ table: at, ...(kind && { kind }), roles }));
}

interface ChosenRole {
  readonly role: ColumnRole;
  readonly key?: string;
}
