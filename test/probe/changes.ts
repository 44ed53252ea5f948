import type pg from "pg";

/** A row as it was before a request and as it is after. */
export interface Change {
  readonly table: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Where the program notes its own beating, whatever is asked of it. */
const UNWATCHED = [
  "migration",
  "idempotency",
  "worker_process",
  "program_copy",
  "job_run",
  "file_preview",
  "file_sweep",
];

/** Makes the database tell of every change of every other table: what a refused request did all the same is found here. */
export async function watchChanges(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create schema probe;
    create table probe.change (n bigserial primary key, name text not null, before jsonb, after jsonb);
    create function probe.note() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      insert into probe.change (name, before, after)
        values (tg_table_name, case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
      return null;
    end $$;
    do $$
    declare watched text;
    begin
      for watched in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all ('{${UNWATCHED.join()}}') loop
        execute format('create trigger probe_note after insert or update or delete on %I for each row execute function probe.note()', watched);
      end loop;
    end $$`);
}

/** What has changed since the last look, in order; a session noted as seen is no change. */
export async function takeChanges(pool: pg.Pool): Promise<readonly Change[]> {
  const { rows } = await pool.query<{ name: string; before: Change["before"]; after: Change["after"] }>(
    "with taken as (delete from probe.change returning n, name, before, after) select name, before, after from taken order by n",
  );
  return rows
    .map(({ name, before, after }) => ({ table: name, before, after }))
    .filter((change) => !isSeenNote(change));
}

function isSeenNote({ table, before, after }: Change): boolean {
  if (table !== "session" || !before || !after) return false;
  return Object.keys(before).every((name) => name === "last_seen_at" || before[name] === after[name]);
}

/** Puts the world back: every probe meets the same one. */
export async function takeBack(pool: pg.Pool, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const client = await pool.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    for (const { table, before, after } of [...changes].reverse()) {
      // by its identifier where it has one: a session may have been noted as seen since
      if (after && typeof after["id"] === "string")
        await client.query(`delete from "${table}" where id = $1`, [after["id"]]);
      else if (after) await client.query(`delete from "${table}" t where to_jsonb(t) = $1`, [JSON.stringify(after)]);
      if (before)
        await client.query(`insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`, [
          JSON.stringify(before),
        ]);
    }
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  } finally {
    client.release();
  }
}
