import type { ClientBase } from "pg";

interface Kept {
  readonly place: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Takes off what stands in the way of rows that come table by table, for the current transaction of the owner: references (they go in
 * circles), the walls forced on the owner, own triggers; and empties the tables, since migrations may have put rows there. Returns what
 * puts it back: `tie` the references, each checked over every row, and triggers; `wall` the walls, behind which an owner who is no superuser
 * reads nothing more.
 */
export async function loosen(client: ClientBase): Promise<{ tie(): Promise<void>; wall(): Promise<void> }> {
  const references = await client.query<Kept>(`
    select conrelid::regclass::text as place, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`);
  const tables = await client.query<{ place: string; forced: boolean }>(`
    select oid::regclass::text as place, relforcerowsecurity as forced from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`);
  const triggers = await client.query<{ place: string; name: string; mode: string }>(`
    select tgrelid::regclass::text as place, quote_ident(tgname) as name, tgenabled as mode from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not tgisinternal and tgparentid = 0 and tgenabled <> 'D' order by 1, 2`);
  const forced = tables.rows.filter((table) => table.forced);
  for (const { place, name } of references.rows) await client.query(`alter table ${place} drop constraint ${name}`);
  for (const { place } of forced) await client.query(`alter table ${place} no force row level security`);
  for (const { place, name } of triggers.rows) await client.query(`alter table ${place} disable trigger ${name}`);
  await client.query(`truncate ${tables.rows.map(({ place }) => place).join(", ")}`);
  const enabled: Readonly<Record<string, string>> = { R: "replica ", A: "always " };
  return {
    async tie() {
      for (const { place, name, definition } of references.rows)
        await client.query(`alter table ${place} add constraint ${name} ${definition}`);
      for (const { place, name, mode } of triggers.rows)
        await client.query(`alter table ${place} enable ${enabled[mode] ?? ""}trigger ${name}`);
    },
    async wall() {
      for (const { place } of forced) await client.query(`alter table ${place} force row level security`);
    },
  };
}
