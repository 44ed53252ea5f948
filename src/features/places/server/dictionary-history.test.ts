import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

describe("the history of a district's dictionary", () => {
  let world: World;
  let territory: string;
  let officer: Persona;
  let head: Persona;
  let foreigner: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(territory, "school");
    officer = await world.person([{ role: "officer", territoryId: territory }]);
    head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
    foreigner = await world.person([{ role: "officer", territoryId: other }]);
  });
  afterAll(() => world.close());

  const history = (person: Persona) => person.call("GET", `/api/role-codes/history?territoryId=${territory}`);
  const save = (audience: object, version: number | null) =>
    officer.call("PUT", "/api/role-codes", { territoryId: territory, code: "РМЦ", audience, version });

  it("is not there for those who do not see the district's registry", async () => {
    expect((await history(foreigner)).status).toBe(404);
  });

  it("tells who gave a code which meaning and took it away, the latest first, to whoever sees the dictionary", async () => {
    expect((await history(officer)).body.items).toEqual([]);
    await save({ kind: "territory" }, null);
    await save({ kind: "outside" }, 1);
    await officer.call("DELETE", `/api/role-codes/${territory}/${encodeURIComponent("рмц")}?version=2`);
    const { items } = (await history(head)).body;
    expect(items.map(({ code, before, after }: Record<string, string>) => [code, before, after])).toEqual([
      ["РМЦ", "вне муниципалитета, ничего не сдаёт", null],
      ["РМЦ", "муниципалитет в целом", "вне муниципалитета, ничего не сдаёт"],
      ["РМЦ", null, "муниципалитет в целом"],
    ]);
    const [family] = (await world.rows<{ family_name: string }>("select family_name from person where id = $1", [
      officer.personId,
    ])) as [{ family_name: string }];
    expect(new Set(items.map(({ person }: { person: string }) => person.includes(family.family_name)))).toEqual(
      new Set([true]),
    );
  });
});
