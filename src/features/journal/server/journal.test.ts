import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { sql } from "kysely";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import type { Entry } from "../model/contract.ts";

describe("the readable journal", () => {
  let world: World;
  let one: Id, two: Id, school: Id, teacherId: Id;
  let officer: Persona, head: Persona, director: Persona, teacher: Persona, regional: Persona, neighbour: Persona;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(one, "school");
    officer = await world.person([{ role: "officer", territoryId: one }], "Специалистова");
    head = await world.person([{ role: "authority_head", territoryId: one }], "Начальникова");
    director = await world.person([{ role: "school_head", territoryId: one, organisationId: school }]);
    teacher = await world.person([{ role: "teacher", territoryId: one, organisationId: school }], "Учителева");
    teacherId = teacher.personId;
    regional = await world.person([{ role: "administrator", territoryId: region }]);
    neighbour = await world.person([{ role: "authority_head", territoryId: two }]);
    const facts = { kind: "school", name: "Школа", shortName: "СОШ 1", inn: "", address: "", phone: "", email: "" };
    await officer.call("PATCH", `/api/organisations/${school}`, { ...facts, version: 1 });
    await officer.call("PATCH", `/api/organisations/${school}`, { ...facts, address: "ул. Лесная, 100%", version: 2 });
    const named = { familyName: "Учителева", givenName: "Вера", patronymic: "Ильинична" };
    await officer.call("PATCH", `/api/people/${teacherId}`, {
      territoryId: one,
      ...named,
      phone: "+7 900 000-00-01",
      version: 1,
    });
  });
  afterAll(() => world.close());

  const history = (persona: Persona, kind: string, id: Id, territoryId = one) =>
    persona.call<{ items: Entry[]; total: number }>(
      "GET",
      `/api/history?territoryId=${territoryId}&kind=${kind}&id=${id}`,
    );
  const search = (persona: Persona, query = "", territoryId = one) =>
    persona.call<{ items: Entry[]; total: number; people: { id: Id }[] }>(
      "GET",
      `/api/journal?territoryId=${territoryId}${query}`,
    );

  it("is closed to whom the object is closed, as if there were none", async () => {
    const foreign = await history(neighbour, "organisation", school);
    const none = await history(neighbour, "organisation", neighbour.personId);
    expect([foreign.status, foreign.body]).toEqual([404, none.body]);
    expect((await history(officer, "organisation", school, two)).status).toBe(404);
    // a colleague sees the card, not what was done with the person
    expect((await director.call("GET", `/api/people/${teacherId}?territoryId=${one}`)).status).toBe(200);
    expect(
      (
        await history(
          await world.person([{ role: "deputy", territoryId: one, organisationId: school }]),
          "person",
          teacherId,
        )
      ).status,
    ).toBe(404);
    expect((await history(officer, "account", officer.accountId)).status).toBe(404);
  });

  it("is searched by the head and administrators, by nobody else", async () => {
    const statuses = await Promise.all(
      [officer, director, teacher, neighbour].map(async (each) => (await search(each)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await officer.call("GET", `/api/journal.xlsx?territoryId=${one}`)).status).toBe(404);
    expect([(await search(head)).status, (await search(regional)).status]).toEqual([200, 200]);
    expect((await search(head, "", two)).status).toBe(404);
  });

  it("tells what was before and what came after, the latest first", async () => {
    const { body } = await history(director, "organisation", school);
    expect(
      body.items.map(({ what, who, changes }) => [what, who, changes[0]?.field, changes[0]?.before, changes[0]?.after]),
    ).toEqual([
      [
        "Изменены сведения об организации",
        expect.stringContaining("Специалистова"),
        "Адрес",
        "нет",
        "ул. Лесная, 100%",
      ],
      [
        "Изменены сведения об организации",
        expect.stringContaining("Специалистова"),
        "Название",
        expect.anything(),
        "Школа",
      ],
    ]);
  });

  it("shows personal values to who governs the person and to the person, and hides them from others", async () => {
    const phone = (body: { items: Entry[] }) =>
      body.items[0]!.changes.map(({ field, after, state }) => [field, after, state]);
    const shown = [["Телефон", "+7 900 000-00-01", "told"]];
    expect(phone((await history(officer, "person", teacherId)).body)).toEqual(shown);
    expect(phone((await history(teacher, "person", teacherId)).body)).toEqual(shown);
    expect(phone((await search(head, "&kind=person")).body)).toEqual([["Телефон", null, "hidden"]]);
    expect((await search(head, `&q=${encodeURIComponent("900 000")}`)).body.total).toBe(0);
    const sheet = await head.call("GET", `/api/journal.xlsx?territoryId=${one}`);
    expect([sheet.status, sheet.raw.includes("900 000")]).toEqual([200, false]);
  });

  it("says that values are gone where they were destroyed", async () => {
    const moved = await world.person([{ role: "teacher", territoryId: one, organisationId: school }], "Ушедшева");
    const named = { familyName: "Ушедшева", givenName: "Вера", patronymic: "Ильинична" };
    await officer.call("PATCH", `/api/people/${moved.personId}`, {
      territoryId: one,
      ...named,
      phone: "1",
      version: 1,
    });
    await world.rows("delete from journal_personal where person_id = $1", [moved.personId]);
    const { body } = await history(officer, "person", moved.personId);
    expect(body.items[0]!.changes).toEqual([
      { field: "Телефон", of: null, before: null, after: null, state: "erased" },
    ]);
  });

  it("is narrowed by person, action, subject, days and words, where signs stand for themselves", async () => {
    const totals = async (query: string) => (await search(head, query)).body.total;
    const all = await totals("");
    expect(await totals(`&person=${officer.personId}`)).toBe(all);
    expect(await totals(`&person=${director.personId}`)).toBe(0);
    expect(await totals("&action=organisation")).toBe(2);
    expect(await totals("&action=organisation.close")).toBe(0);
    expect(await totals(`&kind=organisation&subject=${school}`)).toBe(2);
    expect(await totals(`&q=${encodeURIComponent("100%")}`)).toBe(1);
    expect(await totals(`&q=${encodeURIComponent("1%0")}`)).toBe(0);
    const today = world.program.clock.today("Europe/Moscow");
    expect(await totals(`&from=${today}&to=${today}`)).toBe(all);
    expect(await totals("&to=2015-01-01")).toBe(0);
  });

  it("tells addresses to administrators alone", async () => {
    const origins = async (persona: Persona) => (await search(persona)).body.items.map(({ origin }) => origin);
    expect(new Set(await origins(head))).toEqual(new Set(["программа"]));
    expect(await origins(regional)).toContain("программа, 127.0.0.1");
  });

  it("tells the head, the card and the person themselves of an account, and a neighbour nothing", async () => {
    const deeds = async (found: ReturnType<typeof history>) => (await found).body.items.map(({ what }) => what);
    const who = await world.person(
      [
        {
          role: "teacher",
          territoryId: two,
          organisationId: await world.organisation(two, "school"),
          to: "2020-01-01",
        },
        { role: "teacher", territoryId: one, organisationId: school, from: "2020-01-01" },
      ],
      "Входящая",
    );
    expect((await who.call("DELETE", "/api/sessions")).status).toBe(200);
    const sent = await officer.call("POST", `/api/people/${who.personId}/link`, { territoryId: one });
    expect(sent.status).toBe(200);
    const token = String(sent.body.path).split("/").at(-1);
    const link = "Сделана ссылка для нового пароля";
    const elsewhere = "Закрыты входы на других устройствах";
    expect(await deeds(history(who, "person", who.personId))).toEqual([link, elsewhere]);
    expect((await who.call("DELETE", "/api/session")).status).toBe(200);
    const [{ login }] = (await world.rows("select login from account where id = $1", [who.accountId])) as [any];
    const tried = await world.public.call("POST", "/api/session", { login, password: "не тот" });
    expect(tried.status).toBe(403);
    expect(await deeds(search(head, `&person=${who.personId}`))).toEqual([elsewhere]);
    expect(await deeds(search(head, `&person=${who.personId}&action=session.close`))).toEqual(["Выход из программы"]);
    const made = await search(head, `&subject=${who.accountId}&action=link`);
    expect(made.body.items.map(({ what, subject }) => [what, subject.name])).toEqual([
      [link, expect.stringContaining("Входящая")],
    ]);
    expect(await deeds(search(head, `&subject=${who.accountId}&action=session.refuse`))).toEqual(["Вход не удался"]);
    expect(await deeds(search(neighbour, `&person=${who.personId}`, two))).toEqual([]);
    for (const reader of [officer, regional])
      expect(await deeds(history(reader, "person", who.personId))).toEqual([link, elsewhere]);

    // who came before a sign-in: the person where they proved it, nobody where they did not
    const password = "две вороны на заборе до рассвета";
    expect((await world.public.call("POST", `/api/links/${token}`, { password })).status).toBe(200);
    const came = async (reader: Persona) =>
      (await search(reader, `&person=${who.personId}&action=session`)).body.items.map(({ what, who: by, origin }) => [
        what,
        by,
        origin,
      ]);
    const person = expect.stringContaining("Входящая");
    const told = (origin: string) => [
      ["Вход в программу", person, origin],
      ["Вход не удался", "Без входа", origin],
      ["Выход из программы", person, origin],
      [elsewhere, person, origin],
    ];
    expect(await came(head)).toEqual(told("программа"));
    expect(await came(regional)).toEqual(told("программа, 127.0.0.1"));
    const leaving = await world.person([{ role: "teacher", territoryId: one, organisationId: school }], "Выходящая");
    expect((await leaving.call("DELETE", "/api/session")).status).toBe(200);
    const offered = async (query: string) => {
      const ids = (await search(head, query)).body.people.map(({ id }) => id);
      return [who, officer, leaving].map(({ personId }) => ids.includes(personId));
    };
    expect(await offered("")).toEqual([true, true, false]);
    expect(await offered("&action=session")).toEqual([true, true, true]);
    expect(await offered(`&person=${leaving.personId}`)).toEqual([true, true, true]);
    // whoever reads the journal of another place finds no such address there, whatever they name
    const seen = (writes: Id[]) =>
      world.program.database.within({ person: neighbour.personId, reads: writes, writes }, async (tx) => {
        const { rows } = await sql`select from journal_origin where person_id is null`.execute(tx);
        return rows.length;
      });
    expect([await seen([two]), (await seen([one])) > 0]).toEqual([0, true]);
  });
});
