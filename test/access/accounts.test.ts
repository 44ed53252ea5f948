import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { tokenRevoke } from "#main/commands/token-revoke.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { withDatabase } from "../support/server-setup.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

const FROM = "2021-12-10";
const PASSWORD = "пять добрых слов";

describe("who may enter an account", () => {
  let world: World;
  let one: Id, two: Id, school: Id, neighbour: Id, foreignSchool: Id;
  let admin: Persona,
    officer: Persona,
    head: Persona,
    foreignAdmin: Persona,
    regionOfficer: Persona,
    regionAdmin: Persona;
  let region: Id;

  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(one, "school", "Школа № 1");
    neighbour = await world.organisation(one, "school", "Школа № 2");
    foreignSchool = await world.organisation(two, "school", "Школа № 9");
    admin = await world.person([{ role: "administrator", territoryId: one }]);
    officer = await world.person([{ role: "officer", territoryId: one }]);
    head = await world.person([{ role: "school_head", territoryId: one, organisationId: school }]);
    foreignAdmin = await world.person([{ role: "administrator", territoryId: two }]);
    regionOfficer = await world.person([{ role: "officer", territoryId: region }]);
    regionAdmin = await world.person([{ role: "administrator", territoryId: region }]);
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
  const withToken = async (accountId: Id) => {
    const token = makeToken();
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      [tokenHash(token), makeId(), accountId],
    );
    return async () =>
      (await world.public.call("GET", "/api/session", undefined, { authorization: `Bearer ${token}` })).status;
  };

  describe("links made earlier", () => {
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
    const [named] = await world.rows("select current_database() as name");
    const url = process.env["DATABASE_URL"];
    process.env["DATABASE_URL"] = withDatabase(inject("templateUrl"), String(named!["name"]));
    try {
      expect(await run()).toBe(2);
      expect(await run("--login", "nobody@example.test")).toBe(1);
      expect(await run("--login", login, "--name", "нет такого")).toBe(1);
      expect([await asks[0](), await asks[1]()]).toEqual([200, 200]);
      expect(await run("--login", login.toUpperCase(), "--name", "отчёты")).toBe(0);
      expect([await asks[0](), await asks[1]()]).toEqual([200, 401]);
      expect(await run("--login", login)).toBe(0);
      expect(await asks[0]()).toBe(401);
    } finally {
      if (url === undefined) delete process.env["DATABASE_URL"];
      else process.env["DATABASE_URL"] = url;
    }
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
