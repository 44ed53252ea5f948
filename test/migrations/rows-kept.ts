import type pg from "pg";

export interface KeptTable {
  readonly key: readonly string[];
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string | null>>>;
}

/** Every row of every table, its values as text, by the primary key. */
export async function readRows(
  client: pg.Client,
  tables?: ReadonlyMap<string, KeptTable>,
): Promise<Map<string, KeptTable>> {
  const { rows: found } = await client.query<{ name: string; key: string[] }>(`
    select c.relname::text as name, array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality u (num, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num order by u.place) as key
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`);
  const read = new Map<string, KeptTable>();
  for (const { name, key: own } of found) {
    // a table is found again by the key it had
    const key = tables?.get(name)?.key ?? own;
    const { rows } = await client.query<{ row: Record<string, string | null> }>(
      `select (select jsonb_object_agg(k, v) from jsonb_each_text(to_jsonb(t)) e (k, v)) as row from ${name} t`,
    );
    read.set(name, { key, rows: new Map(rows.map(({ row }) => [key.map((column) => row[column]).join(" "), row])) });
  }
  return read;
}

/** What of `before` is not in `after`: tables, rows, values. */
export function lost(before: ReadonlyMap<string, KeptTable>, after: ReadonlyMap<string, KeptTable>): string[] {
  return [...before].flatMap(([table, { rows }]) => {
    const now = after.get(table);
    if (!now) return [`${table} is gone`];
    return [...rows].flatMap(([key, row]) => {
      const kept = now.rows.get(key);
      if (!kept) return [`${table} ${key} is gone`];
      return Object.entries(row)
        .filter(([column, value]) => kept[column] !== value)
        .map(([column, value]) => `${table}.${column} was ${String(value)}, is ${String(kept[column])}`);
    });
  });
}
