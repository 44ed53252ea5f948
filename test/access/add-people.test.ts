import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { Persona, World } from "../support/world.ts";
import { openTwoMunicipalities } from "./two-municipalities.ts";

describe("adding people", () => {
  let world: World;
  let one: Id, two: Id, school: Id, neighbour: Id, foreignSchool: Id;
  let admin: Persona, officer: Persona, head: Persona;
  let deputy: Persona, teacher: Persona, reader: Persona, foreignOfficer: Persona;

  beforeAll(async () => {
    ({ world, one, two, school, neighbour, foreignSchool, admin, officer, head } = await openTwoMunicipalities());
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
    // the earlier one gave way, before the later is used and after
    expect((await use(again.body.path)).body.code).toBe("link-replaced");
    expect((await use(second.body.path)).status).toBe(200);
    expect((await use(second.body.path)).body.code).toBe("link-spent");
    const seen = await world.public.call("GET", `/api${again.body.path.replace("link", "links")}`);
    expect([seen.status, seen.body.code]).toEqual([410, "link-replaced"]);
    const journal = await world.rows(
      "select detail::text as detail from journal where subject_id = $1 or subject_id = (select id from account where person_id = $1)",
      [added.body.id],
    );
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
});
