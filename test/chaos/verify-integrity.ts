import type { Evidence, Note, Rows } from "./verify.ts";

/** What the database says of itself: every table is read whole, every reference leads somewhere, no work is stuck. */
export async function checkIntegrity({ rows }: Evidence, note: Note): Promise<void> {
  const tables = await rows<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)",
  );
  const whole = (name: string) => `select sum(length(one::text)) from ${name} one`;
  // all at once; where that fails, one by one, to tell which
  const together = rows(tables.map(({ name }) => whole(name)).join(" union all "));
  await together.catch(async () => {
    for (const { name } of tables)
      await rows(whole(name)).catch((fault: Error) => note("unreadable", `таблица ${name}: ${fault.message}`));
  });
  await checkReferences(rows, note);
  const stuck = await rows(
    "select name, state, count(*)::int as jobs from pgboss.job where name not like '\\_\\_%' and state not in ('completed', 'cancelled') and not (state = 'failed' and id in (select id from dead_job)) group by 1, 2",
  );
  for (const row of stuck) note("half", `фоновых работ «${row["name"]}» в состоянии ${row["state"]}: ${row["jobs"]}`);
}

async function checkReferences(rows: Rows, note: Note): Promise<void> {
  const references = await rows<{ name: string; of: string; to: string; columns: string[]; keys: string[] }>(
    `select c.conname as name, c.conrelid::regclass::text as of, c.confrelid::regclass::text as "to",
       (select array_agg(a.attname::text order by k.at) from unnest(c.conkey) with ordinality k (number, at)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
       (select array_agg(a.attname::text order by k.at) from unnest(c.confkey) with ordinality k (number, at)
         join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as keys
     from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
  );
  const questions = references.map(({ name, of, to, columns, keys }) => {
    const given = columns.map((column) => `one.${column} is not null`).join(" and ");
    const same = columns.map((column, at) => `other.${keys[at]} = one.${column}`).join(" and ");
    return `select '${of} (${name})' as place, count(*)::int as broken from ${of} one where ${given} and not exists (select from ${to} other where ${same})`;
  });
  const found = await rows<{ place: string; broken: number }>(
    `select * from (${questions.join(" union all ")}) one where broken > 0`,
  );
  for (const { place, broken } of found) note("half", `${place}: ссылок в никуда ${broken}`);
}
