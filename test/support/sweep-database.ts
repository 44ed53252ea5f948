import type { World } from "./world.ts";

export interface Swept {
  /** values looked at */
  readonly cells: number;
  readonly columns: number;
  /** «table.column» of every place in which the words were found, with how many rows */
  readonly found: readonly string[];
}

/**
 * Looks for words in every text, JSON and byte column of every table of the database, the tables of background work too, as the owner past
 * both walls. Case is passed over.
 */
export async function sweepDatabase(world: Pick<World, "rows">, words: readonly string[]): Promise<Swept> {
  const columns = await world.rows<{ place: string; name: string; type: string }>(
    `select format('%I.%I', n.nspname, c.relname) as place, a.attname as name, t.typname as type
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     join pg_type t on t.oid = a.atttypid
     where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
       and t.typname in ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', '_text', '_varchar', 'name')
     order by 1, 2`,
  );
  const lower = words.map((word) => word.toLocaleLowerCase("ru"));
  const hex = words.map((word) => Buffer.from(word, "utf8").toString("hex"));
  const found: string[] = [];
  let cells = 0;
  for (const { place, name, type } of columns) {
    const value = type === "bytea" ? `encode("${name}", 'hex')` : `lower("${name}"::text)`;
    const [counted] = await world.rows<{ cells: number; hits: number }>(
      `select count("${name}")::int as cells,
         count(*) filter (where exists (select from unnest($1::text[]) word where position(word in ${value}) > 0))::int as hits from ${place}`,
      [type === "bytea" ? hex : lower],
    );
    cells += counted!.cells;
    if (counted!.hits > 0) found.push(`${place}.${name}: ${counted!.hits}`);
  }
  return { cells, columns: columns.length, found };
}
