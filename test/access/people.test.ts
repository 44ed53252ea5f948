import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("people, roles and accounts", () => {
  let world: World;
  let region: Id, one: Id, two: Id, school: Id, neighbour: Id, foreignSchool: Id;
  let regionAdmin: Persona, admin: Persona, officer: Persona, head: Persona, deputy: Persona, teacher: Persona;
  let reader: Persona, foreignOfficer: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(one, "school", "Школа № 1");
    neighbour = await world.organisation(one, "school", "Школа № 2");
    foreignSchool = await world.organisation(two, "school", "Школа № 9");
    regionAdmin = await world.person([{ role: "administrator", territoryId: region }]);
    admin = await world.person([{ role: "administrator", territoryId: one }]);
    officer = await world.person([{ role: "officer", territoryId: one }]);
    head = await world.person([{ role: "school_head", territoryId: one, organisationId: school }]);
    deputy = await world.person([{ role: "deputy", territoryId: one, organisationId: school }]);
    teacher = await world.person([{ role: "teacher", territoryId: one, organisationId: school }]);
    reader = await world.person([{ role: "reader", territoryId: one }]);
    foreignOfficer = await world.person([{ role: "officer", territoryId: two }]);
  });
  afterAll(() => world.close());

  const newPerson = (change: object = {}) => ({
    territoryId: one,
    familyName: "Рощина",
    givenName: "Анна",
    patronymic: "Львовна",
    phone: "",
    position: { organisationId: school, name: "учитель", from: "2021-09-01" },
    role: null,
    login: null,
    ...change,
  });
  const roleAt = (role: string, territoryId: Id, organisationId: Id | null = null) => ({
    territoryId,
    role,
    organisationId,
    from: "2021-12-10",
  });
  const count = async () => (await world.rows("select count(*) from person"))[0]!["count"];

  it("refuses whoever may not add people, and adds nobody", async () => {
    const before = await count();
    for (const [persona, status] of [
      [deputy, 403],
      [teacher, 403],
      [reader, 403],
      [foreignOfficer, 404],
    ] as const)
      expect((await persona.call("POST", "/api/people", newPerson())).status).toBe(status);
    expect(await count()).toBe(before);
  });

  it("refuses a rank above the own and foreign places in the body, and adds nobody", async () => {
    const from = "2021-09-01";
    const before = await count();
    for (const [persona, change, code] of [
      [officer, { role: { role: "administrator", organisationId: null, from } }, "role-misplaced"],
      [admin, { role: { role: "region_specialist", organisationId: null, from } }, "role-misplaced"],
      [head, { role: { role: "school_head", organisationId: school, from } }, "role-misplaced"],
      [admin, { position: { organisationId: foreignSchool, name: "учитель", from } }, "organisation-foreign"],
      [admin, { role: { role: "deputy", organisationId: foreignSchool, from } }, "organisation-foreign"],
      [head, { role: { role: "deputy", organisationId: neighbour, from } }, "organisation-foreign"],
      [head, { position: { organisationId: neighbour, name: "учитель", from } }, "not-allowed"],
      [head, { territoryId: two }, "not-found"],
    ] as const) {
      const answer = await persona.call("POST", "/api/people", newPerson(change));
      expect([answer.status >= 400, answer.body.code]).toEqual([true, code]);
    }
    expect(await count()).toBe(before);
  });

  it("ignores what the form does not have", async () => {
    const answer = await head.call(
      "POST",
      "/api/people",
      newPerson({ id: admin.personId, version: 9, status: "active" }),
    );
    expect(answer.status).toBe(200);
    expect(answer.body.id).not.toBe(admin.personId);
  });

  it("lets a head invite a deputy of the own school, whose link opens the account once", async () => {
    const added = await head.call("POST", "/api/people", {
      ...newPerson(),
      login: "Roshina@School.test",
      role: { role: "deputy", organisationId: school, from: "2021-12-01" },
    });
    expect(added.status).toBe(200);
    const link = await head.call("POST", `/api/people/${added.body.id}/link`, { territoryId: one });
    expect(link.body).toMatchObject({ kind: "invitation", login: "roshina@school.test", days: 7 });
    const token = link.body.path.replace("/link/", "");
    const entered = await world.public.call("POST", `/api/links/${token}`, { password: "пять добрых слов" });
    expect(entered.status).toBe(200);
    const again = await head.call("POST", `/api/people/${added.body.id}/link`, { territoryId: one });
    expect(again.body.kind).toBe("recovery");
    const second = await head.call("POST", `/api/people/${added.body.id}/link`, { territoryId: one });
    const use = (path: string) =>
      world.public.call("POST", `/api/links/${path.replace("/link/", "")}`, { password: "шесть новых слов" });
    expect((await use(again.body.path)).body.code).toBe("link-spent");
    expect((await use(second.body.path)).status).toBe(200);
    expect((await use(second.body.path)).body.code).toBe("link-spent");
    const journal = await world.rows("select detail::text as detail from journal where subject_id = $1", [
      added.body.id,
    ]);
    expect(journal.length).toBeGreaterThan(2);
    expect(journal.map((row) => row["detail"]).join()).not.toMatch(/Рощина|Анна|roshina/i);
  });

  it("refuses a taken login, and joins the same person on request only under the same family name", async () => {
    const body = newPerson({
      territoryId: two,
      familyName: "Жданов",
      position: { organisationId: foreignSchool, name: "методист", from: "2021-09-01" },
      login: "shared@example.test",
    });
    expect((await foreignOfficer.call("POST", "/api/people", body)).status).toBe(200);
    const here = newPerson({ familyName: "Жданов", login: "shared@example.test" });
    expect((await admin.call("POST", "/api/people", here)).body.code).toBe("login-taken");
    expect((await admin.call("POST", "/api/people", { ...here, familyName: "Другой", join: true })).body.code).toBe(
      "login-of-another",
    );
    const joined = await admin.call("POST", "/api/people", { ...here, join: true });
    expect(joined.status).toBe(200);
    const rows = await world.rows("select territory_id from membership where person_id = $1", [joined.body.id]);
    expect(rows.map((row) => row["territory_id"]).sort()).toEqual([one, two].sort());
  });

  it("refuses roles given by hand beyond the own rank, and foreign territories in the body", async () => {
    const target = `/api/people/${teacher.personId}/roles`;
    for (const [persona, body, code] of [
      [head, roleAt("school_head", one, school), "role-misplaced"],
      [head, roleAt("officer", one), "role-misplaced"],
      [head, roleAt("deputy", one, neighbour), "organisation-foreign"],
      [officer, roleAt("administrator", one), "role-misplaced"],
      [officer, roleAt("officer", two), "not-found"],
      [officer, roleAt("officer", region), "not-found"],
      [deputy, roleAt("teacher", one, school), "not-allowed"],
      [teacher, roleAt("officer", one), "not-allowed"],
      [foreignOfficer, roleAt("teacher", one, school), "not-found"],
    ] as const) {
      const answer = await persona.call("POST", target, body);
      expect([answer.status >= 400, answer.body.code]).toEqual([true, code]);
    }
    expect(await world.rows("select role from role_assignment where person_id = $1", [teacher.personId])).toEqual([
      { role: "teacher" },
    ]);
    expect((await head.call("POST", target, roleAt("deputy", one, school))).status).toBe(200);
    expect((await head.call("POST", target, roleAt("deputy", one, school))).body.code).toBe("role-held");
  });

  it("never lets one municipality enter another by a link for a new password", async () => {
    const both = await world.person([
      { role: "teacher", territoryId: one, organisationId: school },
      { role: "officer", territoryId: two },
    ]);
    for (const persona of [head, officer, admin]) {
      const answer = await persona.call("POST", `/api/people/${both.personId}/link`, { territoryId: one });
      expect([answer.status, answer.body.code]).toEqual([403, "outranked"]);
      const closing = await persona.call("POST", `/api/people/${both.personId}/account/closing`, { territoryId: one });
      expect(closing.body.code).toBe("outranked");
      const seen = await persona.call("GET", `/api/people/${both.personId}?territoryId=${one}`);
      expect(seen.body.can).toMatchObject({ account: false, edit: false });
      // the other municipality does not show through
      expect(JSON.stringify(seen.body)).not.toContain(two);
    }
    expect((await regionAdmin.call("POST", `/api/people/${both.personId}/link`, { territoryId: one })).status).toBe(
      200,
    );
  });

  it("refuses a head the account of an officer, and everyone the own one", async () => {
    expect((await head.call("POST", `/api/people/${officer.personId}/link`, { territoryId: one })).body.code).toBe(
      "not-found",
    );
    expect((await officer.call("POST", `/api/people/${admin.personId}/link`, { territoryId: one })).body.code).toBe(
      "outranked",
    );
    expect(
      (await admin.call("POST", `/api/people/${admin.personId}/account/closing`, { territoryId: one })).body.code,
    ).toBe("own-account");
  });

  it("ends every session when an account is closed, and needs a new invitation after it is opened again", async () => {
    const leaving = await world.person([{ role: "deputy", territoryId: one, organisationId: school }]);
    expect((await leaving.call("GET", "/api/session")).status).toBe(200);
    const path = `/api/people/${leaving.personId}`;
    const early = (await officer.call("POST", `${path}/link`, { territoryId: one })).body.path.replace("/link/", "");
    expect((await officer.call("POST", `${path}/account/closing`, { territoryId: one })).status).toBe(200);
    expect((await leaving.call("GET", "/api/session")).status).toBe(401);
    expect((await officer.call("POST", `${path}/link`, { territoryId: one })).body.code).toBe("account-closed");
    const body = { territoryId: one, login: "again@example.test" };
    expect((await officer.call("POST", `${path}/account`, body)).status).toBe(200);
    expect((await officer.call("POST", `${path}/account`, body)).body.code).toBe("account-exists");
    const invitation = await officer.call("POST", `${path}/link`, { territoryId: one });
    expect(invitation.body.kind).toBe("invitation");
    // a link from before the closing does not come back to life
    expect((await world.public.call("GET", `/api/links/${early}`)).body.code).toBe("link-spent");
    expect((await world.public.call("GET", `/api/links${invitation.body.path.replace("/link", "")}`)).status).toBe(200);
  });

  it("refuses stale writes with both values", async () => {
    const seen = (await officer.call("GET", `/api/people/${deputy.personId}?territoryId=${one}`)).body;
    const edit = {
      territoryId: one,
      familyName: "Новая",
      givenName: "Вера",
      patronymic: "",
      phone: "1",
      version: seen.version,
    };
    expect((await officer.call("PATCH", `/api/people/${deputy.personId}`, edit)).status).toBe(200);
    const stale = await officer.call("PATCH", `/api/people/${deputy.personId}`, { ...edit, familyName: "Другая" });
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    expect(stale.body.extra).toMatchObject({ stored: { familyName: "Новая" }, sent: { familyName: "Другая" } });
    const role = seen.roles[0];
    const end = { territoryId: one, version: role.version, to: "2021-12-31" };
    expect((await officer.call("PATCH", `/api/roles/${role.id}`, end)).status).toBe(200);
    expect((await officer.call("PATCH", `/api/roles/${role.id}`, { ...end, to: null })).body.code).toBe("stale-write");
    expect((await officer.call("PATCH", `/api/roles/${makeId()}`, end)).status).toBe(404);
  });

  it("ends a role from the next day on, and takes its rights", async () => {
    const gone = await world.person([{ role: "officer", territoryId: one }]);
    const [row] = await world.rows("select id from role_assignment where person_id = $1", [gone.personId]);
    expect((await gone.call("GET", `/api/people?territoryId=${one}`)).status).toBe(200);
    expect(
      (await gone.call("PATCH", `/api/roles/${row!["id"]}`, { territoryId: one, version: 1, to: "2021-12-09" })).body
        .code,
    ).toBe("own-account");
    expect(
      (await admin.call("PATCH", `/api/roles/${row!["id"]}`, { territoryId: one, version: 1, to: "2021-12-09" }))
        .status,
    ).toBe(200);
    expect((await gone.call("GET", `/api/people?territoryId=${one}`)).status).toBe(404);
  });

  it("shows phones and logins only to those who manage the person, and to themselves", async () => {
    const path = `/api/people/${teacher.personId}?territoryId=${one}`;
    await world.rows("update person set phone = '8 900 000-00-00' where id = $1", [teacher.personId]);
    for (const [persona, shown] of [
      [officer, true],
      [head, true],
      [teacher, true],
      [deputy, false],
      [reader, false],
    ] as const) {
      const { body } = await persona.call("GET", path);
      expect([body.phone !== "", body.account !== null]).toEqual([shown, shown]);
    }
  });
});
