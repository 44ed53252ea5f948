import { afterAll, beforeAll, expect, it } from "vitest";
import { fillWorld } from "#main/world/fill-world.ts";
import type { Id } from "#shared/ids.ts";
import { GLOBAL_TABLES } from "../support/global-tables.ts";
import { hotPaths } from "../support/hot-paths.ts";
import { askedBy, plannedReadings } from "../support/plans-read.ts";
import { openWorld, type World } from "../support/world.ts";
import { wronglyAccepted } from "../support/wrongly-accepted.ts";

/** Enough places for one of them to be a small part of every table, and rows enough for the tables to have many pages. */
const SIZE = { municipalities: 12, organisations: 8, teachers: 60, obligations: 500 };
/** What fits in so few pages is read whole faster than by any index, however many places it holds. */
const FEW_PAGES = 24;

let world: World;
let asks: () => ReturnType<typeof hotReadings>;
beforeAll(async () => {
  world = await openWorld({ now: "2026-11-20T09:00:00+03:00", log: () => {} });
  await fillWorld(world.program, SIZE, 5, () => {});
  await world.rows("vacuum (analyze)");
  const [place] = await world.rows<{ territoryId: Id; region: Id; programmeId: Id; organisationId: Id }>(
    `select o.territory_id as "territoryId", t.parent_id as region, o.programme_id as "programmeId", o.bearer_organisation_id as "organisationId"
     from obligation o join territory t on t.id = o.territory_id join organisation g on g.id = o.bearer_organisation_id
     where g.kind = 'school' and o.closed_at is null and o.due_on between '2026-11-01' and '2026-11-30' order by o.id desc limit 1`,
  );
  const { territoryId, organisationId, region } = place!;
  const people = {
    officer: await world.person([{ role: "officer", territoryId }]),
    school: await world.person([{ role: "school_head", territoryId, organisationId }]),
    region: await world.person([{ role: "region_specialist", territoryId: region }]),
  };
  asks = () => hotReadings(people, place!);
}, 300_000);
afterAll(() => world.close());

async function hotReadings(
  people: Record<"officer" | "school" | "region", Awaited<ReturnType<World["person"]>>>,
  place: Parameters<typeof hotPaths>[0],
) {
  const client = await world.program.database.pool.connect();
  try {
    const found: { path: string; table: string; how: string; statement: string }[] = [];
    for (const [name, path] of hotPaths(place)) {
      const statements = await askedBy(async () => {
        const { status } = await people[name].call("GET", path);
        expect([path, status]).toEqual([path, 200]);
      });
      found.push(...(await plannedReadings(client, statements)).map((one) => ({ path, ...one })));
    }
    return found;
  } finally {
    client.release();
  }
}

/** Tables of territories that hold the rows of several of them, in more than a few pages. */
async function largeTables(): Promise<string[]> {
  const tables = await world.rows<{ name: string; pages: number }>(
    `select relname as name, relpages as pages from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relpages > ${FEW_PAGES}`,
  );
  return tables.map(({ name }) => name).filter((name) => !GLOBAL_TABLES.includes(name));
}

/** What is read whole of the large tables; a region reads all its places. */
async function readWhole(): Promise<string[]> {
  const large = await largeTables();
  return (await asks())
    .filter(({ table, how, path }) => how === "Seq Scan" && large.includes(table) && !path.includes("/region"))
    .map(({ path, table, statement }) => `${path}: ${table}: ${statement.replace(/\s+/g, " ").slice(0, 300)}`);
}

it("what is opened all day reads no table of all places from its beginning to its end", async () => {
  const large = await largeTables();
  for (const table of ["obligation", "report", "report_obligation", "report_step", "evidence"])
    expect(large).toContain(table);
  expect(await readWhole()).toEqual([]);
});

it("finds what is still to be done by what each obligation says of its report, which the report says too", async () => {
  expect((await world.rows("select from obligation where accepted")).length).toBeGreaterThan(1000);
  expect(await wronglyAccepted(world)).toEqual([]);
});

it("and is told by its address where an index is gone", async () => {
  await world.rows("drop index report_obligation_once");
  await world.rows("alter table report_obligation drop constraint report_obligation_pkey cascade");
  expect((await readWhole()).join("\n")).toMatch(/api\/obligations\?.+: report_obligation: /);
});
