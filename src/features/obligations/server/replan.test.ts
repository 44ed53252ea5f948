import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan, replanTerritory } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const MONTHLY = [{ kind: "cadence", windows: [], freq: "1/month" }];

interface Row {
  id: Id;
  bearer: Id;
  occurrence_key: string;
  due_on: string;
  closed_at: Date | null;
  close_reason: string | null;
  version: number;
}

describe("replanning on the database", () => {
  let world: World;
  let territory: Id;
  let schools: Id[];
  let heads: Persona[];
  let officer: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    schools = [await world.organisation(territory, "school"), await world.organisation(territory, "school")];
    heads = [];
    for (const organisationId of schools)
      heads.push(await world.person([{ role: "school_head", territoryId: territory, organisationId }]));
    officer = await world.person([{ role: "officer", territoryId: territory }]);
  });

  const rowsOf = (programmeId: Id) =>
    world.rows<Row>(
      "select id, bearer_organisation_id as bearer, occurrence_key, due_on::text, closed_at, close_reason, version from obligation where programme_id = $1 order by id",
      [programmeId],
    );
  const open = (rows: readonly Row[]) => rows.filter((row) => row.closed_at === null);
  const everySchool = { audience: { kind: "organisationKind" as const, kinds: ["school" as const] } };

  const measure = (programmeId: Id, cadence: unknown) =>
    world.rows("update measure set cadence = $2 where programme_id = $1", [programmeId, JSON.stringify(cadence)]);

  async function drafted(obligationId: Id, head: Persona) {
    const answer = await head.call("POST", "/api/reports", {
      territoryId: territory,
      content: {
        kind: "done",
        text: "начали",
        doneOn: null,
        reason: "",
        obligationIds: [obligationId],
        values: [],
        evidence: [],
      },
    });
    expect(answer.status).toBe(200);
  }

  it("plans nothing for a draft, and closes what a finished programme left unanswered, with the reason", async () => {
    const { programmeId } = await givenProgramme(world, territory, [{ years: [2026], parties: [everySchool] }], {
      status: "draft",
    });
    await replan(world, territory, programmeId);
    expect(await rowsOf(programmeId)).toEqual([]);
    await world.rows("update programme set status = 'running' where id = $1", [programmeId]);
    await replan(world, territory, programmeId);
    const planned = await rowsOf(programmeId);
    expect(planned).toHaveLength(2);
    await drafted(planned[0]!.id, heads[schools.indexOf(planned[0]!.bearer)]!);
    await world.rows("update programme set status = 'finished' where id = $1", [programmeId]);
    await replan(world, territory, programmeId);
    expect((await rowsOf(programmeId)).map((row) => row.close_reason)).toEqual([null, "programme-finished"]);
  });

  it("changes nothing the second time, and writes no second row of the journal", async () => {
    const { programmeId } = await givenProgramme(world, territory, [{ cadence: MONTHLY, parties: [everySchool] }]);
    await replan(world, territory, programmeId);
    const once = await rowsOf(programmeId);
    // two years of months, twelve and twelve, for each of two schools
    expect(once).toHaveLength(48);
    await replan(world, territory, programmeId);
    await replan(world, territory, programmeId);
    expect(await rowsOf(programmeId)).toEqual(once);
    const journal = await world.rows(
      "select detail from journal where action = 'obligation.replan' and programme_id = $1",
      [programmeId],
    );
    expect(journal.map((row) => row["detail"])).toEqual([{ added: 48, moved: 0, closed: 0, reopened: 0 }]);
  });

  it("moves and closes by a changed term, and leaves rows with a report as they were", async () => {
    const { programmeId } = await givenProgramme(world, territory, [{ years: [2026], parties: [everySchool] }]);
    await replan(world, territory, programmeId);
    const before = await rowsOf(programmeId);
    const reported = before.find((row) => row.bearer === schools[0])!;
    await drafted(reported.id, heads[0]!);
    await measure(programmeId, [{ kind: "window", windows: [{ from: "2026-09-01", to: "2026-11-30" }], freq: null }]);
    await replan(world, territory, programmeId);
    const after = await rowsOf(programmeId);
    expect(after.find((row) => row.id === reported.id)).toEqual(reported);
    const other = after.filter((row) => row.bearer === schools[1] && row.closed_at === null);
    expect(other.map((row) => row.due_on)).toEqual(["2026-11-30"]);
    await measure(programmeId, MONTHLY);
    await replan(world, territory, programmeId);
    expect((await rowsOf(programmeId)).find((row) => row.id === reported.id)).toEqual(reported);
  });

  it("frees a school whose designation ended and binds the one that got it; what was reported stays", async () => {
    const { programmeId } = await givenProgramme(world, territory, [
      { years: [2026, 2027], parties: [{ audience: { kind: "designation", designations: ["low_results"] } }] },
    ]);
    await world.designation(territory, schools[0]!, "low_results");
    await replan(world, territory, programmeId);
    const first = await rowsOf(programmeId);
    expect(first.map((row) => row.bearer)).toEqual([schools[0], schools[0]]);
    const reported = first.find((row) => row.due_on === "2026-12-31")!;
    await drafted(reported.id, heads[0]!);
    await world.rows("update designation set to_on = '2026-06-30' where organisation_id = $1", [schools[0]]);
    await world.designation(territory, schools[1]!, "low_results", "2026-07-01");
    await replanTerritory(world, territory);
    const after = await rowsOf(programmeId);
    expect(after.find((row) => row.id === reported.id)).toEqual(reported);
    expect(after.find((row) => row.bearer === schools[0] && row.due_on === "2027-12-31")?.close_reason).toBe(
      "not-wanted",
    );
    expect(open(after).filter((row) => row.bearer === schools[1])).toHaveLength(2);
    // the designation comes back: the closed row is opened again, never doubled
    await world.rows("update designation set to_on = null where organisation_id = $1", [schools[0]]);
    await replanTerritory(world, territory);
    expect(open(await rowsOf(programmeId)).filter((row) => row.bearer === schools[0])).toHaveLength(2);
    expect(await rowsOf(programmeId)).toHaveLength(4);
  });

  it("follows the school calendar", async () => {
    const { programmeId } = await givenProgramme(world, territory, [
      { cadence: [{ kind: "cadence", windows: [], freq: "1/schoolTerm" }], parties: [everySchool] },
    ]);
    await replan(world, territory, programmeId);
    const [usual] = (await rowsOf(programmeId)).filter((row) => row.occurrence_key === "2026/T1");
    const terms = [1, 2, 3, 4].map((number) => ({
      number,
      from: ["2026-09-01", "2026-11-09", "2027-01-11", "2027-04-05"][number - 1],
      to: ["2026-10-30", "2026-12-30", "2027-03-26", "2027-05-28"][number - 1],
    }));
    await world.rows("insert into school_calendar (territory_id, school_year, terms) values ($1, 2026, $2)", [
      territory,
      JSON.stringify(terms),
    ]);
    await replanTerritory(world, territory);
    const moved = (await rowsOf(programmeId)).find((row) => row.id === usual!.id)!;
    expect([usual!.due_on, moved.due_on]).toEqual(["2026-10-27", "2026-10-30"]);
  });

  it("tells each organisation once, in one summary, and nobody twice a day", async () => {
    const { programmeId } = await givenProgramme(world, territory, [{ cadence: MONTHLY, parties: [everySchool] }]);
    await replan(world, territory, programmeId);
    await world.rows(
      "update obligation set occurrence_key = occurrence_key || '-old', closed_at = now(), close_reason = 'по решению' where programme_id = $1",
      [programmeId],
    );
    await replan(world, territory, programmeId);
    for (const head of heads) {
      const { rows } = (await head.call("GET", "/api/notices")).body;
      expect(rows).toHaveLength(1);
      expect(rows[0].text.replaceAll("\u00a0", " ")).toBe(
        "Программа «Поддержка школ»: за вами 24 отчёта, у 9 срок уже прошёл. Ближайший срок — 31 октября 2026.",
      );
    }
  });

  it("keeps a due day moved by hand, with the reason told to the school", async () => {
    const { programmeId } = await givenProgramme(world, territory, [{ years: [2026], parties: [everySchool] }]);
    await replan(world, territory, programmeId);
    const row = (await rowsOf(programmeId)).find((one) => one.bearer === schools[0])!;
    const path = `/api/obligations/${territory}/${row.id}/due`;
    const body = { version: row.version, dueOn: "2027-01-20", reason: "карантин в декабре" };
    expect((await heads[0]!.call("PUT", path, body)).status).toBe(403);
    expect((await heads[1]!.call("PUT", path, body)).status).toBe(404);
    expect((await officer.call("PUT", path, { ...body, reason: " " })).body.fields.reason).toMatch(/почему/);
    expect((await officer.call("PUT", path, body)).body).toMatchObject({ dueOn: "2027-01-20", dueMoved: true });
    expect((await officer.call("PUT", path, body)).body.code).toBe("stale-write");
    await measure(programmeId, [{ kind: "window", windows: [{ from: "2026-01-01", to: "2026-11-30" }], freq: null }]);
    await replan(world, territory, programmeId);
    expect((await rowsOf(programmeId)).find((one) => one.id === row.id)?.due_on).toBe("2027-01-20");
    const notices = await heads[0]!.call("GET", "/api/notices");
    expect(notices.body.rows[0].text).toContain("карантин в декабре");
  });
});
