import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("the registry, the dictionary and the school calendar", () => {
  let world: World;
  let region: Id, one: Id, two: Id, school: Id, foreignSchool: Id;
  let regionAdmin: Persona,
    regionSpecialist: Persona,
    admin: Persona,
    officer: Persona,
    head: Persona,
    foreign: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(one, "school", "Школа № 1");
    foreignSchool = await world.organisation(two, "school", "Школа № 9");
    regionAdmin = await world.person([{ role: "administrator", territoryId: region }]);
    regionSpecialist = await world.person([{ role: "region_specialist", territoryId: region }]);
    admin = await world.person([{ role: "administrator", territoryId: one }]);
    officer = await world.person([{ role: "officer", territoryId: one }]);
    head = await world.person([{ role: "school_head", territoryId: one, organisationId: school }]);
    foreign = await world.person([{ role: "officer", territoryId: two }]);
  });
  afterAll(() => world.close());

  const organisation = (change: object = {}) => ({
    kind: "school",
    name: "Гимназия № 5 города",
    shortName: "Гимназия № 5",
    inn: "",
    address: "",
    phone: "",
    email: "",
    ...change,
  });

  it("lets only administrators of the region add municipalities", async () => {
    const body = { parentId: region, name: "Новый округ", shortName: "Новый", timeZone: "Asia/Omsk" };
    for (const [persona, status] of [
      [admin, 404],
      [officer, 404],
      [regionSpecialist, 403],
    ] as const)
      expect((await persona.call("POST", "/api/territories", body)).status).toBe(status);
    expect((await admin.call("POST", "/api/territories", { ...body, parentId: one })).status).toBe(403);
    const wrong = await regionAdmin.call("POST", "/api/territories", { ...body, timeZone: "Mars/Base" });
    expect(wrong.body.fields.timeZone).toMatch(/часовой пояс/);
    const made = await regionAdmin.call("POST", "/api/territories", body);
    expect(made.status).toBe(200);
    const list = await regionAdmin.call("GET", "/api/territories");
    expect(list.body.map((row: { id: Id }) => row.id)).toEqual(
      expect.arrayContaining([region, one, two, made.body.id]),
    );
    expect((await admin.call("GET", "/api/territories")).body).toHaveLength(1);
    const edit = { name: "Новый округ", shortName: "Новый", timeZone: "Asia/Omsk", version: 1 };
    const path = `/api/territories/${made.body.id}`;
    expect((await regionSpecialist.call("PATCH", path, edit)).status).toBe(403);
    expect((await officer.call("PATCH", path, edit)).status).toBe(404);
    expect((await regionAdmin.call("PATCH", path, edit)).status).toBe(200);
    expect((await regionAdmin.call("PATCH", path, edit)).body.code).toBe("stale-write");
  });

  it("refuses organisations to those who may not, twins, wrong numbers and stale writes", async () => {
    const body = organisation({ territoryId: one, inn: "7707083893" });
    for (const [persona, status] of [
      [head, 403],
      [regionSpecialist, 403],
      [foreign, 404],
    ] as const)
      expect((await persona.call("POST", "/api/organisations", body)).status).toBe(status);
    expect((await officer.call("POST", "/api/organisations", { ...body, inn: "7707083894" })).body.fields.inn).toMatch(
      /десять цифр/,
    );
    const made = await officer.call("POST", "/api/organisations", body);
    expect(made.status).toBe(200);
    const path = `/api/organisations/${made.body.id}`;
    expect((await officer.call("POST", "/api/organisations", { ...body, name: "Другая" })).body.code).toBe("inn-taken");
    expect(
      (await officer.call("POST", "/api/organisations", { ...body, inn: "", name: "гимназия №\u00a05 города" })).body
        .code,
    ).toBe("organisation-named");
    expect((await foreign.call("GET", path)).status).toBe(404);
    expect((await foreign.call("PATCH", path, { ...organisation(), version: 1 })).status).toBe(404);
    expect((await head.call("PATCH", path, { ...organisation(), version: 1 })).status).toBe(403);
    // the territory of the body is no field of this form: an organisation never moves
    const told = organisation({ territoryId: two, phone: "8 (38151) 2-34-56" });
    expect((await officer.call("PATCH", path, { ...told, version: 1 })).status).toBe(200);
    expect((await officer.call("GET", path)).body).toMatchObject({ territoryId: one, version: 2, inn: null });
    const stale = await officer.call("PATCH", path, { ...organisation({ shortName: "Моя" }), version: 1 });
    expect([stale.status, stale.body.extra.stored.shortName, stale.body.extra.sent.shortName]).toEqual([
      409,
      "Гимназия № 5",
      "Моя",
    ]);
    expect((await head.call("PUT", `${path}/closing`, { version: 2, closedOn: "2021-12-01" })).status).toBe(403);
    expect((await officer.call("PUT", `${path}/closing`, { version: 2, closedOn: "2021-12-01" })).status).toBe(200);
    const named = (state: string) =>
      officer.call("GET", `/api/organisations?territoryId=${one}&state=${state}&q=гимназия`);
    expect([(await named("open")).body.total, (await named("closed")).body.total]).toEqual([0, 1]);
    const phoned = async (q: string) =>
      (await officer.call("GET", `/api/organisations?territoryId=${one}&state=all&q=${encodeURIComponent(q)}`)).body
        .total;
    for (const [q, total] of [
      ["+7 38151 23456", 1],
      ["2-34-56", 1],
      ["2-34-57", 0],
    ] as const)
      expect([q, await phoned(q)]).toEqual([q, total]);
  });

  it("dates designations without overlap, and shows only those in force today", async () => {
    const path = `/api/organisations/${school}/designations`;
    const body = { kind: "low_results", from: "2021-01-01", to: "2021-12-31", paperId: null };
    expect((await head.call("POST", path, body)).status).toBe(403);
    expect((await foreign.call("POST", path, body)).status).toBe(404);
    expect((await officer.call("POST", path, { ...body, to: "2020-01-01" })).body.fields.to).toMatch(/раньше первого/);
    expect((await officer.call("POST", path, { ...body, paperId: school })).body.code).toBe("paper-unknown");
    const made = await officer.call("POST", path, body);
    expect(made.status).toBe(200);
    expect((await officer.call("POST", path, { ...body, from: "2021-12-31", to: null })).body.code).toBe(
      "designation-overlaps",
    );
    expect((await officer.call("POST", path, { ...body, from: "2022-01-01", to: null })).status).toBe(200);
    const list = () => officer.call("GET", `/api/organisations?territoryId=${one}&designation=low_results`);
    expect((await list()).body.total).toBe(1);
    const edit = { ...body, to: "2021-12-09", territoryId: one, version: 1 };
    const designation = `/api/designations/${made.body.id}`;
    expect((await head.call("PATCH", designation, edit)).status).toBe(403);
    expect((await foreign.call("PATCH", designation, edit)).status).toBe(404);
    expect((await foreign.call("PATCH", designation, { ...edit, territoryId: two })).status).toBe(404);
    expect((await officer.call("PATCH", designation, edit)).status).toBe(200);
    expect((await officer.call("PATCH", designation, edit)).body.code).toBe("stale-write");
    expect((await list()).body.total).toBe(0);
  });

  it("gives codes a meaning of the own territory only, and knows a code typed in Latin letters", async () => {
    const audience = { kind: "organisation", id: school };
    const body = { territoryId: one, code: "ОО", audience, version: null };
    expect((await head.call("PUT", "/api/role-codes", body)).status).toBe(403);
    expect((await foreign.call("PUT", "/api/role-codes", body)).status).toBe(404);
    for (const stranger of [
      { kind: "organisation", id: foreignSchool },
      { kind: "person", id: foreign.personId },
    ])
      expect((await officer.call("PUT", "/api/role-codes", { ...body, audience: stranger })).body.code).toBe(
        "code-misread",
      );
    expect((await officer.call("PUT", "/api/role-codes", body)).status).toBe(200);
    // Latin «OO» is the same code: without its version it is stale
    const latin = { ...body, code: "OO" };
    expect((await officer.call("PUT", "/api/role-codes", latin)).body.code).toBe("stale-write");
    expect((await officer.call("PUT", "/api/role-codes", { ...latin, version: 1 })).status).toBe(200);
    const list = await head.call("GET", `/api/role-codes?territoryId=${one}`);
    const own = list.body.items.filter((item: { own: boolean }) => item.own);
    expect(own).toMatchObject([{ code: "OO", meaning: "Школа № 1", bearers: 1, version: 2 }]);
    expect(list.body.can).toEqual({ edit: false });
    const path = `/api/role-codes/${one}/${encodeURIComponent(own[0].matchKey)}`;
    expect((await head.call("DELETE", `${path}?version=2`)).status).toBe(403);
    expect((await officer.call("DELETE", `${path}?version=1`)).body.code).toBe("stale-write");
    expect((await officer.call("DELETE", `${path}?version=2`)).status).toBe(200);
    expect(
      (await officer.call("GET", `/api/role-codes?territoryId=${one}`)).body.items.every(
        (item: { own: boolean }) => !item.own,
      ),
    ).toBe(true);
  });

  it("asks for obligations to be planned anew after each change of calendar, designation and code", async () => {
    const asked = async () => {
      await world.settle();
      const [row] = await world.rows(
        "select count(*) as count from pgboss.job where name = 'obligation-replan-territory' and data ->> 'territoryId' = $1",
        [one],
      );
      return row!["count"] as number;
    };
    const other = await world.organisation(one, "school", "Школа № 12");
    for (const [method, path, body] of [
      [
        "POST",
        `/api/organisations/${other}/designations`,
        { kind: "lead_school", from: "2021-01-01", to: null, paperId: null },
      ],
      ["PUT", "/api/role-codes", { territoryId: one, code: "ШМО", audience: { kind: "territory" }, version: null }],
      [
        "PUT",
        `/api/school-years/${one}/2022`,
        {
          version: null,
          terms: [
            { number: 1, from: "2022-09-01", to: "2022-12-28" },
            { number: 2, from: "2023-01-09", to: "2023-05-26" },
          ],
        },
      ],
      ["PUT", `/api/organisations/${other}/closing`, { version: 1, closedOn: "2021-12-10" }],
    ] as const) {
      const before = await asked();
      expect((await officer.call(method, path, body)).status).toBe(200);
      expect([path, await asked()]).toEqual([path, before + 1]);
    }
  });

  it("sets terms by officers only, refuses impossible ones in words, and returns to the usual", async () => {
    const path = `/api/school-years/${one}/2021`;
    const terms = [
      { number: 1, from: "2021-09-01", to: "2021-11-20" },
      { number: 2, from: "2021-12-01", to: "2022-02-20" },
      { number: 3, from: "2022-03-01", to: "2022-05-30" },
    ];
    expect((await head.call("PUT", path, { version: null, terms })).status).toBe(403);
    expect((await foreign.call("PUT", path, { version: null, terms })).status).toBe(404);
    const wrong = terms.map((term) => (term.number === 2 ? { ...term, from: "2021-11-10" } : term));
    const refused = await officer.call("PUT", path, { version: null, terms: wrong });
    expect([refused.status, refused.body.fields["terms.1.from"]]).toEqual([422, expect.stringMatching(/ещё идёт/)]);
    expect((await officer.call("PUT", path, { version: null, terms })).status).toBe(200);
    expect((await officer.call("PUT", path, { version: null, terms })).body.code).toBe("stale-write");
    const seen = await head.call("GET", `/api/school-years?territoryId=${one}`);
    const year = seen.body.years.find((each: { year: number }) => each.year === 2021);
    expect([year.own, year.terms.length, year.version, seen.body.can.edit]).toEqual([true, 3, 1, false]);
    expect((await officer.call("DELETE", `${path}?version=7`)).body.code).toBe("stale-write");
    expect((await officer.call("DELETE", `${path}?version=1`)).status).toBe(200);
    expect((await officer.call("DELETE", `${path}?version=1`)).status).toBe(404);
  });
});
