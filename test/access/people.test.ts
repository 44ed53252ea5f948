import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import type { Persona, World } from "../support/world.ts";
import { openTwoMunicipalities } from "./two-municipalities.ts";

describe("roles and accounts", () => {
  let world: World;
  let region: Id, one: Id, two: Id, school: Id, neighbour: Id;
  let regionAdmin: Persona, admin: Persona, officer: Persona, head: Persona;
  let deputy: Persona, teacher: Persona, reader: Persona, foreignOfficer: Persona;

  beforeAll(async () => {
    ({ world, region, one, two, school, neighbour, regionAdmin, admin, officer, head } = await openTwoMunicipalities());
    deputy = await world.person([{ role: "deputy", territoryId: one, organisationId: school }]);
    teacher = await world.person([{ role: "teacher", territoryId: one, organisationId: school }]);
    reader = await world.person([{ role: "reader", territoryId: one }]);
    foreignOfficer = await world.person([{ role: "officer", territoryId: two }]);
  });
  afterAll(() => world.close());

  const roleAt = (role: string, territoryId: Id, organisationId: Id | null = null) => ({
    territoryId,
    role,
    organisationId,
    from: "2021-12-10",
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
