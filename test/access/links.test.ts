import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import type { Persona, World } from "../support/world.ts";
import { openTwoMunicipalities } from "./two-municipalities.ts";

const FROM = "2021-12-10";
const PASSWORD = "пять добрых слов";

describe("links made earlier", () => {
  let world: World;
  let one: Id, school: Id;
  let admin: Persona, officer: Persona, head: Persona;

  beforeAll(async () => {
    ({ world, one, school, admin, officer, head } = await openTwoMunicipalities());
  });
  afterAll(() => world.close());

  const teacher = () => world.person([{ role: "teacher", territoryId: one, organisationId: school }]);
  const makeLink = async (by: Persona, of: Id) => {
    const { body } = await by.call("POST", `/api/people/${of}/link`, { territoryId: one });
    return body.path.replace("/link/", "") as string;
  };
  const lives = async (link: string) => (await world.public.call("GET", `/api/links/${link}`)).status === 200;
  const give = (by: Persona, to: Id, role: string, organisationId: Id | null) =>
    by.call("POST", `/api/people/${to}/roles`, { territoryId: one, role, organisationId, from: FROM });
  const work = async (personId: Id, territoryId: Id, organisationId: Id, to: string | null = null) =>
    world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on) values ($1, $2, $3, $4, 'учитель', '2020-09-01', $5)",
      [territoryId, makeId(), personId, organisationId, to],
    );
  const loginOf = async (personId: Id) =>
    (await world.rows<{ login: string }>("select login from account where person_id = $1", [personId]))[0]!.login;

  it("are spent by a newer link", async () => {
    const { personId } = await teacher();
    const first = await makeLink(head, personId);
    expect(await lives(first)).toBe(true);
    const second = await makeLink(head, personId);
    expect([await lives(first), await lives(second)]).toEqual([false, true]);
  });

  it("are told of before the first sign-in, and only once they were made", async () => {
    const { personId, accountId } = await teacher();
    await world.rows("update account set status = 'invited' where id = $1", [accountId]);
    const told = async () => {
      const { body } = await head.call("GET", `/api/people/${personId}?territoryId=${one}`);
      const list = await head.call("GET", `/api/people?territoryId=${one}&view=whole`);
      const row = list.body.items.find((each: { id: Id }) => each.id === personId);
      expect(row.invitation).toEqual(body.account.invitation);
      return body.account.invitation;
    };
    expect(await told()).toBeNull();
    await makeLink(head, personId);
    expect(await told()).toEqual({ madeOn: FROM, opens: true });
    expect((await give(officer, personId, "officer", null)).status).toBe(200);
    const { body } = await admin.call("GET", `/api/people/${personId}?territoryId=${one}`);
    expect(body.account.invitation).toEqual({ madeOn: FROM, opens: false });
  });

  it("do not open what was granted after they were made", async () => {
    const { personId } = await teacher();
    const link = await makeLink(head, personId);
    expect((await give(officer, personId, "officer", null)).status).toBe(200);
    const entered = await world.public.call("POST", `/api/links/${link}`, { password: PASSWORD });
    expect([entered.status, entered.body.code]).toEqual([410, "link-spent"]);
  });

  it("do not open a role that was let run on", async () => {
    const { personId } = await teacher();
    const id = makeId();
    await world.rows(
      "insert into role_assignment (territory_id, id, person_id, role, from_on, to_on) values ($1, $2, $3, 'officer', '2020-01-01', '2021-12-01')",
      [one, id, personId],
    );
    const shorten = await makeLink(head, personId);
    const end = (to: string | null, version: number) =>
      admin.call("PATCH", `/api/roles/${id}`, { territoryId: one, version, to });
    expect((await end("2021-11-01", 1)).status).toBe(200);
    expect(await lives(shorten)).toBe(true);
    expect((await end(null, 2)).status).toBe(200);
    expect(await lives(shorten)).toBe(false);
  });

  it("do not outlive a changed password", async () => {
    const person = await teacher();
    const link = await makeLink(head, person.personId);
    const mine = await makeLink(head, person.personId);
    await world.public.call("POST", `/api/links/${mine}`, { password: PASSWORD });
    expect(await lives(link)).toBe(false);
    const entered = await world.public.call("POST", "/api/session", {
      login: await loginOf(person.personId),
      password: PASSWORD,
    });
    const cookie = String(entered.headers["set-cookie"]).split(";")[0]!;
    const late = await makeLink(head, person.personId);
    const body = { current: PASSWORD, next: "шесть совсем новых слов" };
    expect((await world.public.call("POST", "/api/password", body, { cookie })).status).toBe(200);
    expect(await lives(late)).toBe(false);
  });

  it("do not follow a person who joins with a role, nor one whose role a sheet brings", async () => {
    const joining = await teacher();
    await world.rows("update person set family_name = 'Жданов' where id = $1", [joining.personId]);
    const first = await makeLink(head, joining.personId);
    const joined = await officer.call("POST", "/api/people", {
      territoryId: one,
      familyName: "Жданов",
      givenName: "Вера",
      patronymic: "",
      phone: "",
      position: null,
      role: { role: "methodologist", organisationId: null, from: FROM },
      login: await loginOf(joining.personId),
      join: true,
    });
    expect([joined.status, joined.body.id]).toEqual([200, joining.personId]);
    expect(await lives(first)).toBe(false);

    const listed = await teacher();
    await world.rows("update person set family_name = 'Зимина', patronymic = '' where id = $1", [listed.personId]);
    await work(listed.personId, one, school);
    const second = await makeLink(head, listed.personId);
    const rows = [
      ["Организация", "Фамилия", "Имя", "Отчество", "Должность", "Работает с", "Телефон", "Роль", "Логин"],
      ["Школа № 1", "Зимина", "Вера", "", "учитель", "", "", "заместитель директора", ""],
    ];
    const { body } = await officer.call("POST", "/api/staff-sheet/check", { territoryId: one, rows });
    expect(body.totals.updated).toBe(1);
    const saved = await officer.call("POST", "/api/staff-sheet", { territoryId: one, rows, digest: body.digest });
    expect(saved.status).toBe(200);
    expect(await lives(second)).toBe(false);
  });
});
