import type { Row, RowChange } from "./row-change.ts";

/** A field before and after, as the journal keeps it; `row` names a row that is not the subject itself. */
export interface ToldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly row?: string;
}

/** Rows of which each field is told by itself; parts of a measure are told whole. */
const FIELDS_TOLD = new Set(["programme", "roadmap", "section", "measure"]);
/** Where a row came from and stands in its table: not what people wrote. */
const UNTOLD = new Set(["id", "source", "columns", "import_id"]);

/** Changed rows as changed fields: «measure.title», «measure_party». */
export function toldChanges(rows: readonly RowChange[], subjectId: string): ToldChange[] {
  return rows.flatMap(({ table, key, before, after }): ToldChange[] => {
    const of = key === subjectId ? {} : { row: key };
    if (!FIELDS_TOLD.has(table)) return [{ field: table, before, after, ...of }];
    return columnsOf(before, after)
      .filter((column) => !UNTOLD.has(column) && !same(before?.[column], after?.[column]))
      .map((column) => ({
        field: `${table}.${column}`,
        before: before?.[column] ?? null,
        after: after?.[column] ?? null,
        ...of,
      }));
  });
}

function columnsOf(before: Row | null, after: Row | null): string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
