import type pg from "pg";

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** what a check lists for it */
  readonly words: readonly string[];
}

export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly toColumns: readonly string[];
  /** all of its columns must be filled */
  readonly required: boolean;
}

/** Columns that hold data of every table but that of the migrations. */
export async function columnsOf(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<{ table: string; name: string; type: string; required: boolean }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by c.relname, a.attnum`);
  const checks = await client.query<{ table: string; definition: string }>(`
    select c.relname as table, pg_get_constraintdef(k.oid) as definition from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'c' and k.connamespace = 'public'::regnamespace`);
  const tables = new Map<string, Column[]>();
  for (const { table, name, type, required } of rows) {
    const words = checks.rows
      .filter((check) => check.table === table)
      .flatMap(({ definition }) => wordsOf(definition, name));
    tables.set(table, [...(tables.get(table) ?? []), { name, type, required, words }]);
  }
  return tables;
}

/** «kind = ANY (ARRAY['a'::text, 'b'::text])», or «kind = 'a'::text» where there is one. */
function wordsOf(definition: string, column: string): string[] {
  const list = new RegExp(`\\(?\\b${column}\\)? = ANY \\(\\(?ARRAY\\[([^\\]]*)\\]`).exec(definition)?.[1];
  const one = new RegExp(`\\(\\(?${column} = ('[^']*'::text)\\)\\)`).exec(definition)?.[1];
  return [...(list ?? one ?? "").matchAll(/'([^']*)'/g)].map(([, word]) => word!);
}

export async function referencesOf(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select c.relname as table, t.relname as to,
      array(select a.attname::text from unnest(k.conkey) with ordinality u (num, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by u.place) as columns,
      array(select a.attname::text from unnest(k.confkey) with ordinality u (num, place)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by u.place) as "toColumns",
      (select bool_and(a.attnotnull) from unnest(k.conkey) u (num) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as required
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1, 2, 3`);
  return rows;
}
