import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenRevoke } from "#main/commands/token-revoke.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { Persona, World } from "../support/world.ts";
import { openTwoMunicipalities } from "./two-municipalities.ts";

const FROM = "2021-12-10";
const PASSWORD = "пять добрых слов";

describe("who may enter an account", () => {
  let world: World;
  let region: Id, one: Id, two: Id, school: Id, neighbour: Id, foreignSchool: Id;
  let admin: Persona,
    officer: Persona,
    head: Persona,
    foreignAdmin: Persona,
    regionOfficer: Persona,
    regionAdmin: Persona;

  beforeAll(async () => {
    const given = await openTwoMunicipalities();
    ({ world, region, one, two, school, neighbour, foreignSchool, admin, officer, head, regionAdmin } = given);
    foreignAdmin = await world.person([{ role: "administrator", territoryId: two }]);
    regionOfficer = await world.person([{ role: "officer", territoryId: region }]);
  });
  afterAll(() => world.close());

  const teacher = () => world.person([{ role: "teacher", territoryId: one, organisationId: school }]);
  const makeLink = async (by: Persona, of: Id) => {
    const { body } = await by.call("POST", `/api/people/${of}/link`, { territoryId: one });
    return body.path.replace("/link/", "") as string;
  };
  const work = async (personId: Id, territoryId: Id, organisationId: Id, to: string | null = null) =>
    world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on) values ($1, $2, $3, $4, 'учитель', '2020-09-01', $5)",
      [territoryId, makeId(), personId, organisationId, to],
    );
  const loginOf = async (personId: Id) =>
    (await world.rows<{ login: string }>("select login from account where person_id = $1", [personId]))[0]!.login;
  const withToken = async (accountId: Id) => {
    const token = makeToken();
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      [tokenHash(token), makeId(), accountId],
    );
    return async () =>
      (await world.public.call("GET", "/api/session", undefined, { authorization: `Bearer ${token}` })).status;
  };

  it("takes a closed account's keys for good", async () => {
    const person = await teacher();
    const asks = await withToken(person.accountId);
    expect(await asks()).toBe(200);
    const path = `/api/people/${person.personId}/account`;
    expect((await head.call("POST", `${path}/closing`, { territoryId: one })).status).toBe(200);
    const opened = await head.call("POST", path, { territoryId: one, login: await loginOf(person.personId) });
    expect(opened.status).toBe(200);
    await world.public.call("POST", `/api/links/${await makeLink(head, person.personId)}`, { password: PASSWORD });
    expect(await asks()).toBe(401);
  });

  it("revokes keys from the command line: one by its name, or all of an account", async () => {
    const person = await teacher();
    const asks = [await withToken(person.accountId), await withToken(person.accountId)] as const;
    const login = await loginOf(person.personId);
    const { rows } = await world.program.database.pool.query("select id from access_token where account_id = $1", [
      person.accountId,
    ]);
    await world.rows("update access_token set name = 'отчёты' where id = $1", [rows[1].id]);
    const said: string[] = [];
    const run = (...args: string[]) => tokenRevoke(args, (line) => said.push(line));
    await world.asCommand(async () => {
      expect(await run()).toBe(2);
      expect(await run("--login", "nobody@example.test")).toBe(1);
      expect(await run("--login", login, "--name", "нет такого")).toBe(1);
      expect([await asks[0](), await asks[1]()]).toEqual([200, 200]);
      expect(await run("--login", login.toUpperCase(), "--name", "отчёты")).toBe(0);
      expect([await asks[0](), await asks[1]()]).toEqual([200, 401]);
      expect(await run("--login", login)).toBe(0);
      expect(await asks[0]()).toBe(401);
    });
    expect(said.at(-1)).toBe("Отозван 1\u00a0ключ: «выгрузка».");
  });

  describe("a person who stands elsewhere too", () => {
    it("is not taken over from another municipality although they have no role yet", async () => {
      const person = await world.person([], "Ежова");
      await world.rows("update person set phone = '8 900 123-45-67' where id = $1", [person.personId]);
      await work(person.personId, two, foreignSchool);
      const login = await loginOf(person.personId);
      const joined = await admin.call("POST", "/api/people", {
        territoryId: one,
        familyName: "Ежова",
        givenName: "Вера",
        patronymic: "",
        phone: "",
        position: { organisationId: school, name: "учитель", from: FROM },
        role: null,
        login,
        join: true,
      });
      expect(joined.body.id).toBe(person.personId);
      const path = `/api/people/${person.personId}`;
      for (const persona of [admin, officer, head]) {
        for (const [at, body] of [
          ["/link", { territoryId: one }],
          ["/account/closing", { territoryId: one }],
          ["/account", { territoryId: one, login: "mine@example.test" }],
        ] as const)
          expect((await persona.call("POST", `${path}${at}`, body)).body.code).toBe("outranked");
        const seen = (await persona.call("GET", `${path}?territoryId=${one}`)).body;
        expect([seen.phone, seen.account, seen.can.account, seen.can.edit]).toEqual(["", null, false, false]);
      }
      const self = (await person.call("GET", "/api/session")).body;
      expect(self.account.login).toBe(login);
      expect((await regionAdmin.call("POST", `${path}/link`, { territoryId: two })).status).toBe(200);
    });

    it("is managed where they stand now, once the other place has ended", async () => {
      const person = await world.person([], "Ивина");
      await work(person.personId, two, foreignSchool, "2021-08-31");
      await work(person.personId, one, school);
      expect((await head.call("POST", `/api/people/${person.personId}/link`, { territoryId: one })).status).toBe(200);
    });

    it("is the territory's when they work in two of its schools", async () => {
      const person = await world.person([], "Котова");
      await work(person.personId, one, school);
      await work(person.personId, one, neighbour);
      const link = (by: Persona) => by.call("POST", `/api/people/${person.personId}/link`, { territoryId: one });
      expect((await link(head)).body.code).toBe("outranked");
      expect((await link(officer)).status).toBe(200);
      expect((await link(foreignAdmin)).status).toBe(404);
    });
  });

  it("keeps a region's officer from giving the roles that see every municipality, to themselves or others", async () => {
    const other = await world.person([{ role: "reader", territoryId: region }]);
    const ask = (by: Persona, to: Id, role: string) =>
      by.call("POST", `/api/people/${to}/roles`, { territoryId: region, role, organisationId: null, from: FROM });
    for (const role of ["region_specialist", "region_expert", "administrator"])
      for (const to of [regionOfficer.personId, other.personId])
        expect((await ask(regionOfficer, to, role)).body.code).toBe("role-misplaced");
    expect((await regionOfficer.call("GET", `/api/organisations?territoryId=${one}`)).status).toBe(404);
    const { can } = (await regionOfficer.call("GET", `/api/people?territoryId=${region}`)).body;
    expect(can.territoryRoles).toEqual(["officer", "methodologist", "reader"]);
    expect((await ask(regionAdmin, other.personId, "region_specialist")).status).toBe(200);
  });
});
