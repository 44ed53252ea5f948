import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("a teacher who left the school that handed them its report", () => {
  let world: World;
  let town: Id;
  let [school, other]: Id[] = [];
  let head: Persona;
  let teacher: Persona;
  let obligationId: Id;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(town, "school");
    other = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    teacher = await world.person([
      { role: "teacher", territoryId: town, organisationId: school },
      { role: "teacher", territoryId: town, organisationId: other },
    ]);
    const { programmeId } = await givenProgramme(world, town, [
      { years: [2026], parties: [{ audience: { kind: "organisation", id: school } }] },
    ]);
    await replan(world, town, programmeId);
    const [row] = await world.rows<{ id: Id; version: number }>(
      "select id, version from obligation where programme_id = $1",
      [programmeId],
    );
    obligationId = row!.id;
    const path = `/api/obligations/${town}/${obligationId}/delegate`;
    const handed = await head.call("PUT", path, { version: row!.version, personId: teacher.personId });
    expect(handed.status).toBe(200);
  });

  const leave = () =>
    world.rows("update role_assignment set to_on = '2026-10-01' where person_id = $1 and organisation_id = $2", [
      teacher.personId,
      school,
    ]);
  const begin = () =>
    teacher.call("POST", "/api/reports", {
      territoryId: town,
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
  const shown = async () => {
    const list = await teacher.call("GET", `/api/obligations?territoryId=${town}`);
    const home = await teacher.call("GET", `/api/obligations/home?territoryId=${town}&organisationId=${other}`);
    const { late, week, soon, later } = home.body;
    return [list.body.rows, [...late, ...week, ...soon, ...later]].map((rows) => rows.length);
  };

  it("sees it no more and answers it no more", async () => {
    await leave();
    expect((await teacher.call("GET", `/api/obligations/${town}/${obligationId}`)).status).toBe(404);
    expect(await shown()).toEqual([0, 0]);
    expect((await begin()).status).toBe(404);
  });

  it("had it before, and answered it", async () => {
    expect(await shown()).toEqual([1, 1]);
    expect((await begin()).status).toBe(200);
  });

  it("is not told by the card what else the school owes and what it reported before", async () => {
    const others = await givenProgramme(world, town, [
      { years: [2026], parties: [{ audience: { kind: "organisation", id: school! } }] },
    ]);
    await replan(world, town, others.programmeId);
    const [reported] = await world.rows<{ id: Id }>(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
         occurrence_key, opens_on, due_on, created_at)
       select territory_id, $2, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part, '2025', '2025-01-01',
         '2025-12-31', created_at from obligation where id = $1 returning id`,
      [obligationId, makeId()],
    );
    const reportId = makeId();
    await world.rows(
      `insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at, submitted_at, decided_at)
       values ($1, $2, $3, 'accepted', $4, now(), now(), now(), now())`,
      [town, reportId, school, head.personId],
    );
    await world.rows("insert into report_obligation (territory_id, report_id, obligation_id) values ($1, $2, $3)", [
      town,
      reportId,
      reported!.id,
    ]);
    const card = async (persona: Persona) =>
      (await persona.call("GET", `/api/obligations/${town}/${obligationId}`)).body;
    expect(await card(teacher)).toMatchObject({ others: [], lastTime: null });
    expect(await card(head)).toMatchObject({ others: [{}], lastTime: { reportId } });
  });

  it("is a colleague by the position held today", async () => {
    const given = (position: string, from: string, to: string | null) =>
      world.rows(
        "insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on) values ($1, $2, $3, $4, $5, $6, $7)",
        [town, makeId(), teacher.personId, school, position, from, to],
      );
    await given("Библиотекарь", "2020-01-01", "2022-08-31");
    const colleague = async () =>
      (await head.call("GET", `/api/obligations/${town}/${obligationId}/colleagues`)).body.find(
        (one: { id: Id }) => one.id === teacher.personId,
      ).position;
    expect(await colleague()).not.toBe("Библиотекарь");
    await given("Учитель физики", "2022-09-01", null);
    expect(await colleague()).toBe("Учитель физики");
  });
});
