import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { givenProgramme, replan } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("whom a measure may bind", () => {
  let world: World;
  let town: Id;
  let [school, other]: Id[] = [];
  let head: Persona;
  let officer: Persona;
  let neighbour: Persona;
  let stranger: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const elsewhere = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(town, "school");
    other = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    officer = await world.person([{ role: "officer", territoryId: town }]);
    neighbour = await world.person([{ role: "school_head", territoryId: town, organisationId: other }]);
    stranger = await world.person([{ role: "officer", territoryId: elsewhere }]);
  });
  afterAll(() => world.close());

  async function given(audiences: readonly Audience[], ownerOrganisationId?: Id) {
    const { programmeId, measureIds } = await givenProgramme(
      world,
      town,
      [{ years: [2026], parties: audiences.map((audience) => ({ audience })) }],
      ownerOrganisationId ? { ownerOrganisationId } : {},
    );
    await replan(world, town, programmeId);
    const bearers = await world.rows<{ bearer_key: string }>(
      "select bearer_key from obligation where programme_id = $1 and closed_at is null order by bearer_key",
      [programmeId],
    );
    const at = `/api/programmes/${town}/${programmeId}`;
    return { at, measureId: measureIds[0]!, bearers: bearers.map((row) => row.bearer_key) };
  }

  async function edited(by: Persona, { at, measureId }: { at: string; measureId: Id }, audience: Audience) {
    const { version } = (await by.call("GET", `${at}/measures/${measureId}`)).body.measure;
    const parties = [{ name: "исполнитель", part: "assignee", audience }];
    return by.call("PATCH", `${at}/measures/${measureId}`, { version, parties });
  }

  it("knows no place of another district to make a programme or to register a paper in", async () => {
    const programme = { territoryId: town, ownerOrganisationId: null, title: "Чужая", shortTitle: "Чужая" };
    const years = { startsOn: "2026-01-01", endsOn: "2026-12-31" };
    const paper = { territoryId: town, kind: "directive", number: "1", datedOn: "2026-10-01", title: "О чужом" };
    const asked = [
      await stranger.call("POST", "/api/programmes", { ...programme, ...years }),
      await stranger.call("POST", "/api/papers", { ...paper, issuerOrganisationId: null, fileId: null }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 404]);
  });

  it("passes over a person who is unknown or of another territory, and plans the rest", async () => {
    const unknown = { kind: "person", id: makeId() } as const;
    const { bearers } = await given([
      unknown,
      { kind: "person", id: stranger.personId },
      { kind: "organisation", id: school! },
      { kind: "person", id: neighbour.personId },
    ]);
    expect(bearers).toEqual([`organisation:${school}`, `person:${neighbour.personId}`]);
  });

  it("refuses whom the territory does not know, in an edit and in a new measure", async () => {
    const programme = await given([{ kind: "organisation", id: school! }]);
    for (const audience of [
      { kind: "person", id: stranger.personId },
      { kind: "person", id: makeId() },
      { kind: "organisation", id: makeId() },
    ] as const) {
      const answer = await edited(officer, programme, audience);
      expect([answer.status, answer.body.code]).toEqual([422, "executor-unknown"]);
      expect(Object.keys(answer.body.fields)).toEqual(["parties.0.name"]);
    }
    const [roadmap] = await world.rows<{ roadmap_id: Id }>("select roadmap_id from measure where id = $1", [
      programme.measureId,
    ]);
    const added = await officer.call("POST", `${programme.at}/measures`, {
      roadmapId: roadmap!.roadmap_id,
      sectionId: null,
      title: "Ещё одно",
      parties: [{ name: "исполнитель", part: "assignee", audience: { kind: "person", id: stranger.personId } }],
    });
    expect([added.status, added.body.code]).toEqual([422, "executor-unknown"]);
    expect((await edited(officer, programme, { kind: "organisation", id: other! })).status).toBe(200);
  });

  it("in an organisation's own programme refuses all but it and its people", async () => {
    const programme = await given([{ kind: "organisation", id: other! }], school);
    expect(programme.bearers).toEqual([]);
    for (const audience of [
      { kind: "person", id: neighbour.personId },
      { kind: "person", id: officer.personId },
    ] as const)
      expect((await edited(head, programme, audience)).body.code).toBe("executor-elsewhere");
    // whom the document names already may stay in it, and still owes nothing
    expect((await edited(head, programme, { kind: "organisation", id: other! })).status).toBe(200);
    for (const audience of [
      { kind: "organisation", id: school! },
      { kind: "person", id: head.personId },
    ] as const)
      expect((await edited(head, programme, audience)).status).toBe(200);
    expect((await edited(head, programme, { kind: "organisation", id: other! })).body.code).toBe("executor-elsewhere");
  });

  it("shows drafts in an organisation's own programme to its head and deputies, not to its curator", async () => {
    const { at } = await given([], school);
    const curator = await world.person([{ role: "curator", territoryId: town, organisationId: school! }]);
    const author = await world.person([{ role: "teacher", territoryId: town, organisationId: school! }]);
    const [row] = await world.rows<{ id: Id; programme_id: Id }>(
      "select id, programme_id from measure where programme_id = $1",
      [at.split("/").at(-1)],
    );
    const [obligationId, reportId] = [makeId(), makeId()];
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_person_id, bearer_key, part, occurrence_key, opens_on, due_on, created_at)
       values ($1, $2, $3, $4, 'person', $5, 'p', 'assignee', '2026', '2026-01-01', '2026-12-31', now())`,
      [town, obligationId, row!.programme_id, row!.id, author.personId],
    );
    await world.rows(
      "insert into report (territory_id, id, state, author_person_id, created_at, saved_at) values ($1, $2, 'draft', $3, now(), now())",
      [town, reportId, author.personId],
    );
    await world.rows("insert into report_obligation values ($1, $2, $3)", [town, reportId, obligationId]);
    for (const [persona, status] of [
      [curator, 404],
      [neighbour, 404],
      [head, 200],
      [author, 200],
    ] as const) {
      expect((await persona.call("GET", `/api/reports/${town}/${reportId}`)).status).toBe(status);
      const listed = (await persona.call("GET", `/api/obligations?territoryId=${town}`)).body.rows;
      expect(listed.some((one: { id: Id }) => one.id === obligationId)).toBe(status === 200);
    }
  });
});
