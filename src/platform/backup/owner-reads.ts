import type { ClientBase } from "pg";
import { quoted } from "./tables.ts";

/**
 * Row-level security is forced on the owner too. Where the owner is no superuser a backup would silently be empty: each such table is
 * given the policy by which its owner reads it. The app role gains nothing by it. Only tables that are new since the last time are touched.
 */
export async function letOwnerRead(client: ClientBase): Promise<void> {
  const { rows: walled } = await client.query<{ name: string }>(`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads')
    order by 1`);
  for (const { name } of walled)
    await client.query(`create policy backup_reads on public.${quoted(name)} for select to current_user using (true)`);
}
