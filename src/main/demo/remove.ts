import type { PoolClient } from "pg";
import { makeId, type Id } from "#shared/ids.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database } from "#platform/db/database.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { ERASURE } from "#platform/journal/verify-rows.ts";

/**
 * Removes every territory marked as demo with all that stands in it, in one transaction, as the owner: the tables are found
 * by their `territory_id`, children before parents. People and accounts go when nothing else holds them. The journal stays as it was
 * written; the values and addresses of those people go from it, which is noted first, so that the verifier knows.
 * Returns the number of territories removed.
 */
export async function removeDemo(database: Database, clock: Clock): Promise<number> {
  await noteErasure(database, clock);
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const { rows: people } = await client.query<{ person_id: string }>(
      "select distinct person_id from (select person_id, territory_id from membership union select person_id, territory_id from role_assignment) held join territory t on t.id = held.territory_id and t.is_demo",
    );
    const walled = await walledTables(client);
    for (const table of walled) await client.query(`alter table ${table} no force row level security`);
    for (const table of await childrenFirst(client)) {
      await client.query(
        `delete from ${client.escapeIdentifier(table)} where territory_id in (select id from territory where is_demo)`,
      );
    }
    const ids = people.map(({ person_id }) => person_id);
    const free =
      "select p.id from person p where p.id = any ($1) and not exists (select from role_assignment r where r.person_id = p.id) and not exists (select from membership m where m.person_id = p.id)";
    for (const table of await tablesOfAccounts(client)) {
      await client.query(
        `delete from ${table} where account_id in (select a.id from account a where a.person_id in (${free}))`,
        [ids],
      );
    }
    await client.query(`delete from idempotency where person_id in (${free})`, [ids]);
    await client.query(`delete from letter_choice where person_id in (${free})`, [ids]);
    for (const table of ["journal_personal", "journal_origin"])
      await client.query(`delete from ${table} where person_id in (${free})`, [ids]);
    await client.query(`delete from account where person_id in (${free})`, [ids]);
    await client.query(`delete from person where id in (${free})`, [ids]);
    const municipalities = await client.query("delete from territory where is_demo and kind = 'municipality'");
    const regions = await client.query("delete from territory where is_demo");
    await client.query("delete from setting where key = 'demo.loaded'");
    for (const table of walled) await client.query(`alter table ${table} force row level security`);
    await client.query("commit");
    return (municipalities.rowCount ?? 0) + (regions.rowCount ?? 0);
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  } finally {
    client.release();
  }
}

/** Written before anything goes: whatever is cut short, nothing is missing without a note. */
async function noteErasure(database: Database, clock: Clock): Promise<void> {
  const { rows } = await database.pool.query<{ person_id: Id; territory_id: Id }>(
    "select distinct on (held.person_id) held.person_id, held.territory_id from (select person_id, territory_id from membership union select person_id, territory_id from role_assignment) held join territory t on t.id = held.territory_id and t.is_demo order by 1, 2",
  );
  const reach = [...new Set(rows.map((row) => row.territory_id))];
  await database.within({ person: undefined, reads: reach, writes: reach }, async (tx) => {
    for (const { person_id: personId, territory_id: territoryId } of rows)
      await journalWriter(
        tx,
        { kind: "system", territoryId },
        clock,
        makeId,
      )({
        territoryId,
        action: ERASURE,
        subjectKind: "person",
        subjectId: personId,
        detail: { from: "demo" },
      });
  });
}

/** The tables whose walls hold their owner back, who is not always a superuser. */
async function walledTables(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) order by 1",
  );
  return rows.map(({ name }) => name);
}

/** What stands under an account: sessions, proofs of who one is, their offers. */
async function tablesOfAccounts(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'account'::regclass",
  );
  return rows.map(({ name }) => name);
}

/** Stays as it was written (decision 016). */
const JOURNAL = ["journal", "journal_personal"];

/** The tenant tables, each before the tables it points to. */
async function childrenFirst(client: PoolClient): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'territory_id'",
  );
  const { rows: links } = await client.query<{ child: string; parent: string }>(
    "select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid",
  );
  const left = new Set(tables.map(({ name }) => name).filter((name) => !JOURNAL.includes(name)));
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) => !links.some(({ child, parent }) => parent === name && left.has(child)));
    if (free.length === 0) throw new Error(`tables point at each other in a circle: ${[...left].join(", ")}`);
    for (const name of free) {
      left.delete(name);
      order.push(name);
    }
  }
  return order;
}
