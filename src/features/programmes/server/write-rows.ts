import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { CHANGE_TABLES, type ChangeTable, type Row, type RowChange } from "../model/row-change.ts";
import { COLUMNS, KEYS } from "./row-images.ts";

/**
 * Writes row changes: new rows in the order of `CHANGE_TABLES`, changed ones with a new version, removed ones in the opposite
 * order. The types of the columns are PostgreSQL's own, through `jsonb_populate_recordset`.
 */
export async function writeRows(tx: Tx, territoryId: Id, changes: readonly RowChange[]): Promise<void> {
  for (const table of CHANGE_TABLES) {
    const of = changes.filter((change) => change.table === table);
    await insertRows(
      tx,
      territoryId,
      table,
      of.filter((change) => !change.before && change.after).map((change) => change.after!),
    );
    for (const change of of) if (change.before && change.after) await updateRow(tx, territoryId, table, change.after);
  }
  for (const table of [...CHANGE_TABLES].reverse()) {
    const gone = changes.filter((change) => change.table === table && change.before && !change.after);
    await removeRows(
      tx,
      territoryId,
      table,
      gone.map((change) => change.before!),
    );
  }
}

async function insertRows(tx: Tx, territoryId: Id, table: ChangeTable, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columnList([...KEYS[table], ...COLUMNS[table]]);
  await sql`insert into ${sql.table(table)} (territory_id, ${names})
    select ${territoryId}, ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

async function updateRow(tx: Tx, territoryId: Id, table: ChangeTable, row: Row): Promise<void> {
  const columns = COLUMNS[table];
  const versioned = table === "programme" || table === "roadmap" || table === "section" || table === "measure";
  await sql`update ${sql.table(table)} as old set (${columnList(columns)}) =
      (select ${columnList(columns)} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb))
      ${versioned ? sql`, version = old.version + 1` : sql``}
    where old.territory_id = ${territoryId} and ${keyMatches(table, row)}`.execute(tx);
}

async function removeRows(tx: Tx, territoryId: Id, table: ChangeTable, rows: readonly Row[]): Promise<void> {
  // one statement: sections that hold one another go together
  if (rows.length === 0) return;
  await sql`delete from ${sql.table(table)} as old
    using jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) as gone
    where old.territory_id = ${territoryId} and ${sql.join(
      KEYS[table].map((column) => sql`old.${sql.ref(column)} = gone.${sql.ref(column)}`),
      sql` and `,
    )}`.execute(tx);
}

function keyMatches(table: ChangeTable, row: Row) {
  return sql.join(
    KEYS[table].map((column) => sql`old.${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  );
}

function columnList(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}
