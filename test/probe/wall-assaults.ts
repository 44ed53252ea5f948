import type pg from "pg";
import type { Id } from "#shared/ids.ts";
import type { Persona, Territory } from "./place.ts";
import { reachesOf } from "./wall-oracle.ts";
import type { World } from "./world.ts";

/** Statements without a single condition of the program, as its own role and in the reach of a persona. */
export interface Assault {
  readonly table: string;
  readonly persona: Persona;
  readonly kind: (typeof KINDS)[number];
}

interface Walled {
  readonly table: string;
  /** the column that says whose a row is: a territory, or a person where rows belong to people */
  readonly owner: string;
  readonly columns: readonly string[];
}

/** Who a row's owner may be for the persona; people and accounts are held to where they stand. */
interface Bounds {
  readonly reads: readonly Id[];
  readonly writes: readonly Id[];
}

const KINDS = ["read", "change", "remove", "add", "move", "change unseen", "remove unseen"] as const;
/** Everybody reads these. */
const PUBLISHED = ["territory", "organisation"];
/** Rows of these are their person's own wherever they lie. */
const OWN = ["notice", "membership", "role_assignment", "consent", "data_request"];

/** Every walled table, by what the database itself says. */
export async function walledTables(pool: pg.Pool): Promise<readonly Walled[]> {
  const { rows } = await pool.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relrowsecurity group by 1 order by 1`,
  );
  return rows.map(({ table, columns }) => ({
    table,
    columns,
    owner: columns.includes("territory_id") ? "territory_id" : columns.includes("person_id") ? "person_id" : "id",
  }));
}

export function* assaultsOn(tables: readonly Walled[], personas: readonly Persona[]): Generator<Assault> {
  for (const { table } of tables)
    for (const persona of personas) for (const kind of KINDS) yield { table, persona, kind };
}

/** What the assault got through, or undefined where the wall held. Nothing of it stays. */
export async function tryAssault(
  { pool, territories }: World,
  tables: readonly Walled[],
  { table, persona, kind }: Assault,
): Promise<string | undefined> {
  const walled = tables.find((one) => one.table === table)!;
  const bounds = await boundsOf(pool, walled, persona, territories);
  const { reads, writes } = reachesOf(persona, territories);
  const client = await pool.connect();
  try {
    const image = kind === "add" || kind === "move" ? await foreignImage(client, walled, bounds) : undefined;
    await client.query("begin");
    await client.query(
      `select set_config('role', 'orientir_app', true), set_config('app.person', $1, true), set_config('app.reads', $2, true),
         set_config('app.writes', $3, true)`,
      [persona.personId ?? "", reads.join(","), persona.kind === "token" ? "" : writes.join(",")],
    );
    return await assaulted(client, walled, kind, bounds, image, persona);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function assaulted(
  client: pg.PoolClient,
  { table, owner }: Walled,
  kind: Assault["kind"],
  { reads, writes }: Bounds,
  image: string | undefined,
  { personId }: Persona,
): Promise<string | undefined> {
  // a person's own row lies wherever it lies
  const foreign = OWN.includes(table)
    ? `and person_id is distinct from '${personId ?? "00000000-0000-0000-0000-000000000000"}'`
    : "";
  const count = async (text: string, values: unknown[]): Promise<number> =>
    (await client.query(text, values)).rowCount ?? 0;
  try {
    switch (kind) {
      case "read": {
        if (PUBLISHED.includes(table)) return undefined;
        const seen = await count(`select 1 from "${table}" where not (${owner} = any ($1)) ${foreign} limit 1`, [
          reads,
        ]);
        return seen > 0 ? "видна чужая строка" : undefined;
      }
      case "change": {
        const changed = await count(
          `update "${table}" set ${owner} = ${owner} where not (${owner} = any ($1)) ${foreign}`,
          [writes],
        );
        return changed > 0 ? `изменено чужих строк: ${changed}` : undefined;
      }
      case "remove": {
        const removed = await count(`delete from "${table}" where not (${owner} = any ($1)) ${foreign}`, [writes]);
        return removed > 0 ? `удалено чужих строк: ${removed}` : undefined;
      }
      case "add": {
        if (!image) return undefined;
        await client.query(`insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`, [image]);
        return "добавлена чужая строка";
      }
      // without a condition and without reading a column nothing of what is seen protects what is not
      case "change unseen": {
        // one's own notices are one's own wherever they lie
        if (owner !== "territory_id" || writes.length > 0 || (personId && OWN.includes(table))) return undefined;
        const changed = await count(`update "${table}" set territory_id = '00000000-0000-0000-0000-000000000000'`, []);
        return changed > 0 ? `изменено чужих строк: ${changed}` : undefined;
      }
      case "remove unseen": {
        if (writes.length > 0) return undefined;
        const removed = await count(`delete from "${table}"`, []);
        return removed > 0 ? `удалено чужих строк: ${removed}` : undefined;
      }
      case "move": {
        if (!image || owner !== "territory_id") return undefined;
        const to = (JSON.parse(image) as Record<string, string>)[owner];
        const moved = await count(`update "${table}" set ${owner} = $1 where ${owner} = any ($2)`, [to, writes]);
        return moved > 0 ? "своя строка ушла в чужое место" : undefined;
      }
    }
  } catch (fault) {
    // refused by the wall (42501); any other failure means that the wall let the row through to the next check
    const { code, message } = fault as { code?: string; message: string };
    return code === "42501" ? undefined : `дошло до проверки строк: ${message}`;
  }
}

/** Owners whose rows the persona may read and write in this table. */
async function boundsOf(
  pool: pg.Pool,
  { table, owner }: Walled,
  persona: Persona,
  territories: readonly Territory[],
): Promise<Bounds> {
  const { reads, writes } = reachesOf(persona, territories);
  const held = persona.kind === "token" ? [] : writes;
  if (owner === "territory_id" || table === "territory") return { reads, writes: held };
  const standing = async (places: readonly Id[], above: boolean) =>
    (
      await pool.query<{ id: Id }>(
        `select person_id as id from membership where territory_id = any ($1) union
         select r.person_id from role_assignment r where r.territory_id = any ($1)
           or ($2 and exists (select from territory t where t.id = any ($1) and t.parent_id = r.territory_id))`,
        [places, above],
      )
    ).rows.map(({ id }) => id);
  // a program with a token leaves where it worked from, as its person
  if (table === "idempotency" || table === "journal_origin") {
    const seen = table === "idempotency" ? [] : await standing(held, false);
    return { reads: [...seen, ...own(persona)], writes: own(persona) };
  }
  return { reads: [...(await standing(reads, true)), ...own(persona)], writes: await standing(held, false) };
}

const own = ({ personId }: Persona): readonly Id[] => (personId ? [personId] : []);

/** A row that is not the persona's, to be put in once more or to be gone to. */
async function foreignImage(
  client: pg.PoolClient,
  { table, owner }: Walled,
  { reads, writes }: Bounds,
): Promise<string | undefined> {
  // a person stands nowhere while their row is made: nothing says yet whose it is
  if (table === "person") return undefined;
  const { rows } = await client.query<{ image: object }>(
    `select to_jsonb(t) as image from "${table}" t where not (${owner} = any ($1)) and ${owner} is not null
       ${table === "territory" ? "and not (parent_id = any ($1))" : ""}
       order by ${owner} = any ($2) desc, 1 limit 1`,
    [writes, reads],
  );
  return rows[0] && JSON.stringify(rows[0].image);
}
