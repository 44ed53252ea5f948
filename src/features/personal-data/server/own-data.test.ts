import { unzipSync, strFromU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

describe("a person and the data about them", () => {
  let world: World;
  let region: Id;
  let town: Id;
  let school: Id;
  let other: Id;
  let keeper: Persona;
  let teacher: Persona;
  let colleague: Persona;
  let stranger: Persona;
  let regional: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-20T09:00:00+03:00" });
    region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    other = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(town, "school");
    keeper = await world.person([{ role: "administrator", territoryId: town }], "Хранителева");
    teacher = await world.person([{ role: "teacher", territoryId: town, organisationId: school }], "Себялюбова");
    colleague = await world.person([{ role: "deputy", territoryId: town, organisationId: school }], "Коллегова");
    stranger = await world.person([{ role: "administrator", territoryId: other }], "Чужакова");
    regional = await world.person([{ role: "region_specialist", territoryId: region }], "Областнова");
  });
  afterAll(() => world.close());

  const own = (one: Persona, territoryId = town) => one.call("GET", `/api/my-data?territoryId=${territoryId}`);
  const setPhone = async (one: Persona, phone: string) =>
    one.call("PUT", "/api/my-data/phone", { phone, version: (await own(one)).body.version });
  const phoneSeenBy = async (one: Persona) =>
    (await one.call("GET", `/api/people/${teacher.personId}/contact?territoryId=${town}`)).body.phone;

  it("is told what is kept, places of former territories too, and nothing of anybody else", async () => {
    await world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on) values ($1, $2, $3, $4, 'лаборант', '2012-09-01', '2014-08-31')",
      [other, makeId(), teacher.personId, await world.organisation(other, "school", "Прежняя школа")],
    );
    const { status, body } = await own(teacher);
    expect([status, body.person.fullName]).toEqual([200, "Себялюбова Вера Ильинична"]);
    const titles = body.sections.map((section: { title: string }) => section.title);
    expect(titles).toEqual(expect.arrayContaining(["Должности", "Роли в системе", "Вход в систему", "Открытые входы"]));
    expect(body.sections[0]).toMatchObject({
      total: 1,
      rows: [["лаборант", "Прежняя школа", "01.09.2012", "31.08.2014"]],
    });
    expect(JSON.stringify(body)).not.toMatch(/Коллегова|Хранителева|Чужакова/);
    expect((await own(teacher, other)).status).toBe(404);
  });

  it("is told of what stood there before, be it corrected by oneself, and in a few rows of what is kept for retries", async () => {
    for (const phone of ["+7 900 000-00-01", "+7 900 000-00-02", ""])
      expect((await setPhone(colleague, phone)).status).toBe(200);
    await world.rows(
      "insert into idempotency (person_id, key, action, request_hash, status, answer, at) select $1, 'k' || n, 'report.save', '', 200, '{}', now() from generate_series(1, 30) n",
      [colleague.personId],
    );
    const { sections } = (await own(colleague)).body;
    const titled = (title: string) => sections.find((section: { title: string }) => section.title.startsWith(title));
    expect(titled("Прежние значения")).toMatchObject({ total: 3 });
    expect(titled("Прежние значения").rows).toContainEqual(["+7 900 000-00-01", "+7 900 000-00-02"]);
    const answers = titled("Ответы программы");
    expect([answers.total, answers.rows.length]).toEqual([30, 20]);
  });

  it("takes it away as a document and as JSON", async () => {
    const { raw, headers } = await teacher.call("GET", `/api/my-data.zip?territoryId=${town}`);
    expect(headers["content-type"]).toBe("application/zip");
    const files = unzipSync(new Uint8Array(raw));
    expect(Object.keys(files)).toEqual(["Мои данные.docx", "data.json"]);
    expect(JSON.parse(strFromU8(files["data.json"]!)).person.fullName).toBe("Себялюбова Вера Ильинична");
    const words = strFromU8(unzipSync(files["Мои данные.docx"]!)["word/document.xml"]!);
    expect(words).toMatch(/Себялюбова[^]*лаборант/);
  });

  it("shows a phone to colleagues while the consent holds and not a moment longer", async () => {
    const { version } = (await own(teacher)).body;
    await world.rows("update session set confirmed_at = now() - interval '11 minutes'");
    expect((await setPhone(teacher, "+7 911 000-00-00")).body.code).toBe("confirm-first");
    await world.rows("update session set confirmed_at = now()");
    expect((await setPhone(teacher, "+7 911 000-00-00")).status).toBe(200);
    const stale = await teacher.call("PUT", "/api/my-data/phone", { phone: "+7 922 000-00-00", version });
    expect([stale.body.code, stale.body.extra.stored.phone]).toEqual(["stale-write", "+7 911 000-00-00"]);
    expect(await phoneSeenBy(colleague)).toBeNull();
    const consent = { territoryId: town, kind: "phone_to_colleagues" };
    const give = (edition: string) => teacher.call("POST", "/api/my-data/consents", { ...consent, edition });
    expect((await give("2020-1")).body.code).toBe("consent-reworded");
    expect((await give("2026-1")).status).toBe(200);
    expect((await give("2026-1")).body.code).toBe("consent-held");
    expect(await phoneSeenBy(colleague)).toBe("+7 911 000-00-00");
    expect(await phoneSeenBy(keeper)).toBe("+7 911 000-00-00");
    const left = await world.organisation(town, "school", "Оставленная школа");
    await world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on) values ($1, $2, $3, $4, 'учитель', '2015-09-01', '2019-08-31')",
      [town, makeId(), teacher.personId, left],
    );
    const former = await world.person([{ role: "deputy", territoryId: town, organisationId: left }], "Оставленная");
    expect(await phoneSeenBy(former)).toBeNull();
    await world.rows("delete from membership where organisation_id = $1", [left]);
    // sees the person, but is none of those whom the consent names
    expect(await phoneSeenBy(regional)).toBeNull();
    const [row] = await world.rows(
      "select edition, given_how, given_at is not null as dated from consent where person_id = $1",
      [teacher.personId],
    );
    expect(row).toEqual({ edition: "2026-1", given_how: "program", dated: true });
    expect((await teacher.call("POST", "/api/my-data/consents/withdrawal", consent)).status).toBe(200);
    expect(await phoneSeenBy(colleague)).toBeNull();
    expect((await teacher.call("POST", "/api/my-data/consents/withdrawal", consent)).body.code).toBe("consent-none");
    expect((await stranger.call("GET", `/api/people/${teacher.personId}/contact?territoryId=${town}`)).status).toBe(
      404,
    );
  });

  it("may sign a consent on paper, which only who keeps the data enters", async () => {
    const paper = { territoryId: town, kind: "phone_to_colleagues", given: true, paper: "согласие от 19.10.2026 № 4" };
    const enter = (one: Persona, body: object) => one.call("POST", `/api/people/${teacher.personId}/consents`, body);
    expect((await enter(colleague, paper)).status).toBe(404);
    expect((await enter(stranger, paper)).status).toBe(404);
    expect((await enter(keeper, { ...paper, paper: "" })).body.fields).toHaveProperty("paper");
    expect((await enter(keeper, paper)).status).toBe(200);
    expect(await phoneSeenBy(colleague)).toBe("+7 911 000-00-00");
    expect((await enter(keeper, { ...paper, given: false, paper: "отзыв от 20.10.2026" })).status).toBe(200);
    expect(await phoneSeenBy(colleague)).toBeNull();
  });

  it("asks, is answered within the working days of the law, and reads the answer", async () => {
    const ask = await teacher.call("POST", "/api/my-data/requests", {
      territoryId: town,
      kind: "correction",
      text: "Отчество не то",
    });
    expect(ask.status).toBe(200);
    const list = (one: Persona) => one.call("GET", `/api/personal-data/requests?territoryId=${town}`);
    expect((await list(colleague)).status).toBe(404);
    const { items } = (await list(keeper)).body;
    // the 20th is a Tuesday; seven working days on, the weekend between left out
    expect(items).toMatchObject([
      { text: "Отчество не то", state: "open", askedOn: "2026-10-20", dueOn: "2026-10-29", version: 1 },
    ]);
    const told = await keeper.call("GET", "/api/notices");
    expect(told.body.rows[0].text).toMatch(/^Обращение о персональных данных/);
    const settle = (one: Persona, version = 1) =>
      one.call("POST", `/api/personal-data/requests/${ask.body.id}/answer`, {
        territoryId: town,
        version,
        state: "done",
        answer: "Исправлено",
      });
    expect((await settle(colleague)).status).toBe(404);
    expect((await settle(keeper, 5)).body.code).toBe("stale-write");
    expect((await settle(keeper)).status).toBe(200);
    expect((await settle(keeper, 2)).body.code).toBe("request-settled");
    expect((await own(teacher)).body.requests).toMatchObject([{ state: "done", answer: "Исправлено" }]);
    expect((await own(colleague)).body.requests).toEqual([]);
  });

  it("lets only who keeps the data of the territory read another's, and only of that territory", async () => {
    const read = (one: Persona, territoryId = town) =>
      one.call("GET", `/api/people/${teacher.personId}/data?territoryId=${territoryId}`);
    for (const one of [colleague, stranger, teacher]) expect((await read(one)).status).toBe(404);
    const { body } = await read(keeper);
    expect(body.person.phone).toBe("+7 911 000-00-00");
    expect(body.destruction).toMatchObject({ allowed: false });
    expect(body.sections.find((section: { title: string }) => section.title === "Должности")).toBeUndefined();
    // who administers the whole region is told of the one municipality asked about
    const above = await world.person([{ role: "administrator", territoryId: region }]);
    const titles = async (territoryId: Id) =>
      (await read(above, territoryId)).body.sections.map((section: { title: string }) => section.title);
    expect(await titles(other)).toContain("Должности");
    expect(await titles(town)).not.toContain("Должности");
    expect((await colleague.call("GET", `/api/personal-data/register?territoryId=${town}`)).status).toBe(404);
    const register = await keeper.call("GET", `/api/personal-data/register?territoryId=${town}`);
    expect(register.body).toMatchObject({ missing: [], people: 4 });
    for (const format of ["docx", "xlsx"])
      expect(
        (await keeper.call("GET", `/api/personal-data/register.${format}?territoryId=${town}`)).raw
          .subarray(0, 2)
          .toString(),
      ).toBe("PK");
  });
});
