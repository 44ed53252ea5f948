import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import type { TemplatePage } from "../model/contract.ts";
import { LIBRARY } from "../model/library.ts";

describe("templates", () => {
  let world: World;
  let territoryId: Id;
  let school: Id;
  let elsewhere: Id;
  let officer: Persona;
  let head: Persona;
  let teacher: Persona;
  let neighbour: Persona;
  let stranger: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territoryId = await world.territory({ kind: "municipality", parentId: region });
    const abroad = await world.territory({ kind: "municipality", parentId: region });
    elsewhere = await world.organisation(abroad, "school");
    school = await world.organisation(territoryId, "school");
    const other = await world.organisation(territoryId, "school");
    await world.organisation(territoryId, "authority");
    officer = await world.person([{ role: "officer", territoryId }]);
    head = await world.person([{ role: "school_head", territoryId, organisationId: school }]);
    teacher = await world.person([{ role: "teacher", territoryId, organisationId: school }]);
    neighbour = await world.person([{ role: "school_head", territoryId, organisationId: other }]);
    stranger = await world.person([{ role: "officer", territoryId: abroad }]);
  });
  afterAll(() => world.close());

  const list = async (by: Persona) =>
    (await by.call("GET", `/api/templates?territoryId=${territoryId}`)).body.items as { key: string; origin: string }[];
  const at = (key: string) => `/api/templates/${territoryId}/${key}`;
  const keysOf = (roadmaps: TemplatePage["roadmaps"]) =>
    roadmaps.flatMap(({ sections }) => sections.flatMap(({ measures }) => measures.map(({ key }) => key)));
  const form = async (by: Persona, key: string, more: object = {}) => {
    const { parties, firstYear, years, owners, roadmaps } = (await by.call("GET", at(key))).body as TemplatePage;
    return {
      ownerOrganisationId: owners[0]!.id,
      title: "Программа по шаблону",
      shortTitle: "По шаблону",
      firstYear,
      years,
      parties: parties.map(({ name, audience }) => ({ name, audience })),
      taken: keysOf(roadmaps),
      ...more,
    };
  };
  const make = async (by: Persona, key: string, more: object = {}) =>
    by.call("POST", `${at(key)}/programme`, await form(by, key, more));
  const keep = async (by: Persona, programmeId: Id) =>
    by.call("POST", "/api/templates", {
      territoryId,
      programmeId,
      title: "Наш порядок",
      about: "Проверено в прошлом году",
    });

  describe("refuse", () => {
    it.each([
      ["a teacher", () => teacher],
      ["an officer of another district", () => stranger],
    ])("%s to see them or to make anything of them", async (_name, who) => {
      const body = await form(officer, "school-support");
      for (const answer of [
        await who().call("GET", `/api/templates?territoryId=${territoryId}`),
        await who().call("GET", at("school-support")),
        await who().call("POST", `${at("school-support")}/programme`, body),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
      expect(await world.rows("select id from programme where territory_id = $1", [territoryId])).toEqual([]);
    });

    it("a head a programme of the district, and of another school", async () => {
      for (const ownerOrganisationId of [null, (await neighbour.call("GET", at("teacher-growth"))).body.owners[0].id]) {
        const answer = await make(head, "teacher-growth", { ownerOrganisationId });
        expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
      }
    });

    it("a choice that the template does not have, and an empty one", async () => {
      for (const [more, code] of [
        [{ taken: ["1 Мероприятие, которого нет"] }, "template-changed"],
        [{ parties: [{ name: "министерство", audience: null }] }, "template-changed"],
        [{ taken: [] }, "nothing-taken"],
      ] as const) {
        const answer = await make(officer, "partner-schools", more);
        expect(answer.body.code).toBe(code);
      }
      expect(await world.rows("select id from programme where territory_id = $1", [territoryId])).toEqual([]);
    });

    it("an organisation and a person of another district", async () => {
      for (const audience of [
        { kind: "organisation", id: elsewhere },
        { kind: "person", id: stranger.personId },
      ]) {
        const { parties } = await form(officer, "partner-schools");
        const answer = await make(officer, "partner-schools", { parties: [{ ...parties[0], audience }] });
        expect([answer.status, answer.body.code]).toEqual([422, "executor-unknown"]);
      }
      expect(await world.rows("select id from programme where territory_id = $1", [territoryId])).toEqual([]);
    });

    it("a template that is not there", async () => {
      for (const key of [makeId(), "no-such-template", "NO%20SUCH"])
        expect((await officer.call("GET", at(key))).status).toBe(404);
    });
  });

  it("are five, for the district and for a school", async () => {
    expect((await list(officer)).map(({ key }) => key)).toEqual(LIBRARY.map(({ key }) => key));
    expect((await list(head)).length).toBe(LIBRARY.length);
    const page = (await head.call("GET", at("teacher-growth"))).body;
    expect(page.owners).toEqual([{ id: school, name: expect.any(String) }]);
  });

  it("know whom a name means here by the district's own dictionary before their own", async () => {
    await world.rows("insert into role_code (territory_id, code, match_key, audience) values ($1, 'МЦ', 'мц', $2)", [
      territoryId,
      JSON.stringify({ kind: "organisation", id: school }),
    ]);
    const page = (await officer.call("GET", at("school-support"))).body as TemplatePage;
    const meant = (name: string) => {
      const { audience } = page.parties.find((one) => one.name === name)!;
      const choice = page.choices.find((one) => JSON.stringify(one.audience) === JSON.stringify(audience));
      const [bearers] = choice!.bearers;
      return [audience, bearers!.count, bearers!.named.length];
    };
    expect(meant("МЦ")).toEqual([{ kind: "organisation", id: school }, 1, 1]);
    expect(meant("УО")).toEqual([{ kind: "organisationKind", kinds: ["authority"] }, 1, 1]);
    expect(meant("ОО")).toEqual([{ kind: "organisationKind", kinds: ["school"] }, 2, 2]);
    expect(meant("ШНОР")).toEqual([{ kind: "designation", designations: ["low_results"] }, 0, 0]);
    expect(meant("региональный институт")).toEqual([{ kind: "outside" }, 0, 0]);
  });

  it("count in a school's own programme that school alone", async () => {
    const { choices } = (await head.call("GET", at("teacher-growth"))).body as TemplatePage;
    const schools = choices.find(({ audience }) => audience.kind === "organisationKind");
    expect(schools).toEqual({
      audience: { kind: "organisationKind", kinds: ["school"] },
      name: "все школы",
      bearers: [{ count: 1, named: [expect.any(String)] }],
    });
  });

  it("tell who reports, what is planned and how many years each row needs", async () => {
    const page = (await officer.call("GET", at("school-support"))).body as TemplatePage;
    const rows = page.roadmaps[0]!.sections.flatMap(({ measures }) => measures);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows[1]).toMatchObject({
      who: "МЦ / ШНОР, ШНСУ",
      reporters: ["МЦ"],
      planned: "Доля школ перечня с рисковым профилем: 100 % каждый год",
      yearsNeeded: 1,
    });
    expect(rows.find(({ title }) => title.includes("олимпиадам"))!.planned).toBe(
      "Доля участников среди учеников 8–11 классов: не менее 20 %, не менее 25 %, не менее 30 %",
    );
    expect(page).toMatchObject({ startsOn: "2026-01-01", endsOn: "2028-12-31", ownYear: 2026, firstYear: 2027 });
  });

  it("become a draft in the years asked for, without what was left out", async () => {
    const { status, body } = await make(officer, "school-support", {
      firstYear: 2028,
      years: 2,
      taken: (await form(officer, "school-support")).taken.slice(1),
    });
    expect(status).toBe(200);
    const programme = (await officer.call("GET", `/api/programmes/${territoryId}/${body.programmeId}`)).body;
    expect(programme).toMatchObject({
      status: "draft",
      title: "Программа по шаблону",
      startsOn: "2028-01-01",
      endsOn: "2029-12-31",
    });
    const whole = LIBRARY[0]!.roadmaps[0]!.sections.flatMap(({ lines }) => lines);
    expect(programme.measures).toBe(whole.length - 1);
  });

  describe("of one's own", () => {
    it("come from a programme and become another one, with the same rows in other years", async () => {
      const first = (await make(officer, "network-interaction", { firstYear: 2026 })).body.programmeId as Id;
      const kept = await keep(officer, first);
      expect(kept.status).toBe(200);
      expect((await list(officer))[0]).toMatchObject({ key: kept.body.id, origin: "territory", can: { close: true } });
      const second = (await make(officer, kept.body.id, { firstYear: 2030 })).body.programmeId as Id;
      const titles = async (programmeId: Id) =>
        world.rows("select number, title, result from measure where programme_id = $1 order by ordinal", [programmeId]);
      expect(await titles(second)).toEqual(await titles(first));
      expect(await world.rows("select starts_on::text from programme where id = $1", [second])).toEqual([
        { starts_on: "2030-09-01" },
      ]);
    });

    it("of a school are the school's: kept by its head, unseen next door; of the district they are not kept by a head", async () => {
      const own = (await make(head, "teacher-growth")).body.programmeId as Id;
      const kept = (await keep(head, own)).body.id as string;
      expect((await list(head)).some(({ key }) => key === kept)).toBe(true);
      expect((await list(neighbour)).some(({ key }) => key === kept)).toBe(false);
      expect((await neighbour.call("GET", at(kept))).status).toBe(404);
      const district = (await make(officer, "partner-schools")).body.programmeId as Id;
      expect([404, 403]).toContain((await keep(head, district)).status);
    });

    it("name no school of the programme they came from", async () => {
      const parties = (await form(officer, "partner-schools")).parties.map((one: { name: string }) => ({
        ...one,
        audience: { kind: "organisation", id: school },
      }));
      const programmeId = (await make(officer, "partner-schools", { parties })).body.programmeId as Id;
      const kept = (await keep(officer, programmeId)).body.id as string;
      const [row] = await world.rows<{ body: unknown }>("select body from programme_template where id = $1", [kept]);
      expect(JSON.stringify(row!.body)).not.toContain(school);
    });

    it("are put away and brought back; nobody else puts them away", async () => {
      const programmeId = (await make(officer, "quality-agreement")).body.programmeId as Id;
      const kept = (await keep(officer, programmeId)).body.id as string;
      const close = (by: Persona, step: string) =>
        by.call("POST", `/api/templates/${territoryId}/own/${kept}/${step}`, {});
      for (const by of [head, teacher, stranger]) expect((await close(by, "close")).status).toBe(404);
      expect((await close(officer, "close")).status).toBe(200);
      expect((await list(officer)).some(({ key }) => key === kept)).toBe(false);
      expect((await close(officer, "reopen")).status).toBe(200);
      expect((await list(officer)).some(({ key }) => key === kept)).toBe(true);
    });

    it("are not made of a programme without measures", async () => {
      const { body } = await officer.call("POST", "/api/programmes", {
        territoryId,
        title: "Пустая",
        startsOn: "2026-01-01",
        endsOn: "2026-12-31",
      });
      expect((await keep(officer, body.id)).body.code).toBe("template-empty");
    });
  });
});
