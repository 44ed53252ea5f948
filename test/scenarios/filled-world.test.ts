import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { replanProgramme } from "#features/obligations/server/replan.ts";
import { tableShapes } from "#platform/backup/tables.ts";
import { digestOf } from "#platform/backup/copy-rows.ts";
import { fillWorld, WorldNotEmptyError } from "../../src/main/world/fill-world.ts";
import { world } from "../../src/main/commands/world.ts";
import { openWorld, type World } from "../support/world.ts";

const SIZE = { municipalities: 2, organisations: 12, teachers: 10, obligations: 400 };
const NOW = "2026-10-22T09:00:00+03:00";
/** What a seed decides whole; programmes keep the moment at which they were written. */
const OF_THE_SEED = [
  "territory",
  "organisation",
  "person",
  "account",
  "membership",
  "role_assignment",
  "designation",
  "obligation",
  "report",
  "report_obligation",
  "report_value",
  "report_step",
  "evidence",
  "stored_file",
];

async function filled(seed: number): Promise<World> {
  const made = await openWorld({ now: NOW });
  await fillWorld(made.program, SIZE, seed, () => {});
  return made;
}

function digests({ program }: World): Promise<Record<string, string>> {
  return program.database.copying(async (client) => {
    const found: Record<string, string> = {};
    for (const shape of await tableShapes(client))
      if (OF_THE_SEED.includes(shape.name)) found[shape.name] = (await digestOf(client, shape)).sha256;
    return found;
  });
}

it.each([[[]], [["--size", "XL"]], [["--size", "M", "--seed", "семь"]], [["--sise", "M"]]])(
  "the command tells how it is asked, and touches nothing, for %j",
  async (args) => {
    const said: string[] = [];
    expect(await world(args, (line) => void said.push(line))).toBe(2);
    expect(said.join("\n")).toMatch(/--size M\|S\|R[\s\S]+R {2}муниципалитетов 30, организаций 1200/);
  },
);

describe("a world that a seed fills", () => {
  let town: World;
  let towns: readonly { id: Id }[];
  beforeAll(async () => {
    town = await filled(7);
    towns = await town.rows("select id from territory where kind = 'municipality' order by id");
  });
  afterAll(() => town.close());

  it("is put into an empty database alone", async () => {
    const before = await town.rows("select count(*) from obligation");
    await expect(fillWorld(town.program, SIZE, 8, () => {})).rejects.toThrow(WorldNotEmptyError);
    expect(await town.rows("select count(*) from obligation")).toEqual(before);
  });

  it("has as much as it was asked for, in every municipality, and reports in every state", async () => {
    expect(towns).toHaveLength(SIZE.municipalities);
    const [least] = await town.rows<{ owed: number; organisations: number }>(
      `select min(owed)::int as owed, min(organisations)::int as organisations from (
         select (select count(*) from obligation o where o.territory_id = t.id) as owed,
           (select count(*) from organisation o where o.territory_id = t.id) as organisations
         from territory t where kind = 'municipality') each`,
    );
    expect(least).toEqual({ owed: expect.any(Number), organisations: SIZE.organisations });
    expect(least!.owed).toBeGreaterThanOrEqual(SIZE.obligations);
    const states = await town.rows<{ state: string }>("select distinct state from report order by 1");
    expect(states.map(({ state }) => state)).toEqual(["accepted", "draft", "returned", "submitted"]);
    const [people] = await town.rows<{ people: number }>("select count(*)::int as people from person");
    expect(people!.people).toBeGreaterThan(SIZE.municipalities * SIZE.teachers);
  });

  it("asks what the plan of its programmes asks: planning it anew changes nothing", async () => {
    const programmes = await town.rows<{ id: Id; territory_id: Id }>(
      "select id, territory_id from programme where status = 'running'",
    );
    expect(programmes.length).toBeGreaterThan(1);
    const kept = () => town.rows("select id, due_on, closed_at, version from obligation order by id");
    const before = await kept();
    for (const { id, territory_id: territoryId } of programmes)
      await town.program.jobs.within(territoryId, (context) => replanProgramme(context, territoryId, id));
    expect(await kept()).toEqual(before);
  });

  it("tells a report only where its day has come, decided after it was sent, done by today", async () => {
    const wrong = await town.rows(
      `select r.id from report r join report_obligation ro using (territory_id) join obligation o on o.territory_id = r.territory_id
         and o.id = ro.obligation_id and ro.report_id = r.id
       where r.done_on > '2026-10-22' or r.decided_at < r.submitted_at or r.saved_at > '2026-10-22T09:10:00+03:00' or r.decided_at > '2026-10-22T09:10:00+03:00' or r.organisation_id <> o.bearer_organisation_id
         or (r.state = 'draft') <> (r.submitted_at is null) or o.due_on > '2026-11-05'`,
    );
    expect(wrong).toEqual([]);
    const [steps] = await town.rows<{ wrong: number }>(
      `select count(*)::int as wrong from report r where r.state <> 'draft' and not exists (
         select from report_step s where s.territory_id = r.territory_id and s.report_id = r.id
           and s.step = case r.state when 'submitted' then 'submit' when 'accepted' then 'accept' else 'return' end)`,
    );
    expect(steps!.wrong).toBe(0);
  });

  it("leaves the walls standing, and every file of its rows lies in the store", async () => {
    const open = await town.rows(
      `select relname from pg_class c where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace
         and relname = any ($1)`,
      [OF_THE_SEED.filter((name) => !["organisation", "person", "account", "territory"].includes(name))],
    );
    expect(open).toEqual([]);
    const contents = await town.rows<{ sha256: string }>("select distinct sha256 from stored_file");
    expect(contents.length).toBeGreaterThan(1);
    for (const { sha256 } of contents) expect((await town.program.files.read(sha256)).length).toBeGreaterThan(100);
  });

  it("is the same for the same seed, another for another", async () => {
    const [again, other] = [await filled(7), await filled(8)];
    try {
      const first = await digests(town);
      expect(Object.keys(first).sort()).toEqual([...OF_THE_SEED].sort());
      expect(await digests(again)).toEqual(first);
      expect((await digests(other))["person"]).not.toBe(first["person"]);
    } finally {
      await again.close();
      await other.close();
    }
  });
});
