import type { ClientBase } from "pg";

/** A table as COPY takes it: columns that hold data, in order, and what orders its rows. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** SQL after «order by»: the same rows come in the same order wherever they are */
  readonly order: string;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The text of rows must not depend on where the server stands. For the current transaction. */
export const PLAIN_TEXT = `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
  set_config('intervalstyle', 'iso_8601', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '3', true),
  set_config('xmloption', 'content', true), set_config('client_encoding', 'UTF8', true), set_config('statement_timeout', '0', true),
  set_config('idle_in_transaction_session_timeout', '0', true), set_config('lock_timeout', '0', true)`;

/** All tables of the schema `public`, by name; generated columns are worked out again, not kept. */
export async function tableShapes(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; keys: string[]; text: boolean[] }>(`
    select c.relname::text as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as columns,
      coalesce(k.keys, '{}') as keys, coalesce(k.text, '{}') as text
    from pg_class c
    left join lateral (
      select array_agg(a.attname::text order by p.place) as keys, array_agg(a.attcollation <> 0 order by p.place) as text
      from pg_index i, unnest(i.indkey::int2[]) with ordinality p (attnum, place), pg_attribute a
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = p.attnum) k on true
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
    order by c.relname collate "C"`);
  return rows.map(({ name, columns, keys, text }) => ({
    name,
    columns,
    // a collation of the server must not change the order; a table without a key is ordered by its whole rows
    order:
      keys.length > 0
        ? keys.map((key, at) => `t.${quoted(key)}${text[at] ? ' collate "C"' : ""}`).join(", ")
        : `row(${columns.map((column) => `t.${quoted(column)}`).join(", ")})::text collate "C"`,
  }));
}

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

/** Where the sequences of the schema `public` stand. */
export async function sequenceStates(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
     order by c.relname collate "C"`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from public.${quoted(name)}`,
    );
    states.push({ name, ...state.rows[0]! });
  }
  return states;
}
