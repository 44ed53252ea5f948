import { measuresOf, type ReadTable } from "#domain/tables/reading.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { editedSource } from "./edited-source.ts";
import type { IMPORT_PROBLEMS } from "./problems.ts";
import { tableKey, type Source } from "./source.ts";
import type { TableEdit } from "./table-edits.ts";
import { paragraphsOf, titleLines } from "./title-lines.ts";

type Refusal = keyof typeof IMPORT_PROBLEMS;

/** Edits of one step that make sense of the document as it stands after those before; otherwise why not. */
export function checkedEdits(
  stored: Source,
  before: readonly TableEdit[],
  edits: readonly TableEdit[],
): Result<readonly TableEdit[], Refusal> {
  const source = editedSource(stored, before);
  const problem = edits.map((edit) => problemOf(edit, source)).find((one) => one !== undefined);
  if (problem) return refused(problem);
  const after = editedSource(stored, [...before, ...edits]);
  const untitled = after.reading.tables.some((table) => edits.some((edit) => isOf(edit, table)) && !hasTitle(table));
  return untitled ? refused("title-needed") : done(edits);
}

function hasTitle({ roles }: ReadTable): boolean {
  return roles.some(({ role }) => role === "title");
}

function isOf(edit: TableEdit, table: ReadTable): boolean {
  return edit.kind === "columns" && edit.table === tableKey(table);
}

function problemOf(edit: TableEdit, source: Source): Refusal | undefined {
  const { tables } = source.reading;
  if (edit.kind === "table" || edit.kind === "columns") {
    const table = tables.find((one) => tableKey(one) === edit.table);
    if (!table) return "table-unknown";
    const isBeyond = edit.kind === "columns" && edit.columns.some(({ column }) => column >= table.roles.length);
    return isBeyond ? "column-unknown" : undefined;
  }
  const table = tables.find(({ tableIndexes }) => tableIndexes.includes(edit.table));
  if (!table) return "table-unknown";
  const block = source.grids.blocks.find((one) => one.kind === "table" && one.index === edit.table);
  if (block?.kind !== "table" || edit.row >= block.rows) return "row-unknown";
  if (edit.kind === "row") return rowProblem(edit.as, table, edit);
  if (table.kind === "matrix") return "matrix-row";
  return partProblem(edit, table, source);
}

function rowProblem(
  as: (TableEdit & { kind: "row" })["as"],
  table: ReadTable,
  at: { readonly table: number; readonly row: number },
): Refusal | undefined {
  if (table.kind === "matrix" && (as === "measure" || as === "join")) return "matrix-row";
  if (as !== "join") return undefined;
  const order = (one: { table: number; row: number }) => table.tableIndexes.indexOf(one.table) * 100_000 + one.row;
  const isAnyAbove = measuresOf(table).some(({ measure }) => {
    const [first] = measure.rows;
    return first !== undefined && order(first) < order(at);
  });
  return isAnyAbove ? undefined : "nothing-above";
}

function partProblem(
  { table: index, row, cuts }: TableEdit & { kind: "part" },
  table: ReadTable,
  { grids }: Source,
): Refusal | undefined {
  const measure = measuresOf(table)
    .map((line) => line.measure)
    .find(({ rows: [first] }) => first?.table === index && first.row === row);
  if (!measure) return "row-unknown";
  const { length } = titleLines(measure, paragraphsOf(grids));
  return cuts.some((cut) => cut >= length) ? "nothing-to-part" : undefined;
}
