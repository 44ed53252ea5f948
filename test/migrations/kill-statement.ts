import type pg from "pg";

/**
 * Puts a trap into a database: a connection whose setting `trap.at` is N loses its server process at the N-th statement that changes the
 * schema or a table, as a power cut would end it. Needs a superuser.
 */
export async function setTrap(client: pg.Client): Promise<void> {
  await client.query(`
    create schema trap;
    create function trap.spring() returns void language plpgsql as $$
    declare
      at int := nullif(current_setting('trap.at', true), '')::int;
      seen int := coalesce(nullif(current_setting('trap.seen', true), '')::int, 0) + 1;
    begin
      perform set_config('trap.seen', seen::text, false);
      if seen = at then
        perform pg_terminate_backend(pg_backend_pid());
      end if;
    end $$;
    create function trap.on_schema() returns event_trigger language plpgsql as $$ begin perform trap.spring(); end $$;
    create function trap.on_rows() returns trigger language plpgsql as $$ begin perform trap.spring(); return null; end $$;
    create event trigger trap on ddl_command_end execute function trap.on_schema();
    do $$
    declare
      one regclass;
    begin
      for one in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        execute format('create trigger trap after insert or update or delete on %s for each statement execute function trap.on_rows()', one);
      end loop;
    end $$`);
}

/** Takes the trap out again. */
export async function removeTrap(client: pg.Client): Promise<void> {
  await client.query("drop event trigger trap; drop schema trap cascade");
}

/** The address whose connections lose their process at the N-th statement. */
export function trapped(url: string, at: number): string {
  const set = new URL(url);
  set.searchParams.set("options", `-c trap.at=${at}`);
  return set.toString();
}

/** The schema and what was migrated, as one text; the trap itself is left out. */
export async function schemaOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ schema: string }>(`
    select string_agg(line, chr(10) order by line) as schema from (
      select c.relname || ' ' || c.relkind::text || ' ' || c.relrowsecurity || c.relforcerowsecurity || coalesce(c.relacl::text, '') as line
        from pg_class c where c.relnamespace = 'public'::regnamespace
      union all select a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull
          || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || coalesce(col_description(a.attrelid, a.attnum), '')
        from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
      union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace and contype <> 't'
      union all select indexrelid::regclass || ' ' || pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relnamespace = 'public'::regnamespace
      union all select polrelid::regclass || ' ' || polname || polcmd::text || coalesce(pg_get_expr(polqual, polrelid), '')
        || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy
      union all select p.oid::regprocedure || ' ' || md5(pg_get_functiondef(p.oid)) || coalesce(p.proacl::text, '') from pg_proc p
        where p.pronamespace = 'public'::regnamespace
      union all select 'migrated ' || name from migration) x`);
  return rows[0]!.schema;
}
