import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "#platform/office/workbook.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("lists of organisations and people taken away whole", () => {
  let world: World;
  let one: Id, school: Id;
  let officer: Persona, head: Persona, teacher: Persona, foreign: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    const two = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(one, "school", "Школа № 1");
    await world.rows("update organisation set inn = '7707083893' where id = $1", [school]);
    await world.designation(one, school, "low_results");
    for (let at = 0; at < 60; at += 1) await world.organisation(one, "kindergarten", `Сад № ${100 + at}`);
    officer = await world.person([{ role: "officer", territoryId: one }], "Орлова");
    head = await world.person([{ role: "school_head", territoryId: one, organisationId: school }], "Громов");
    teacher = await world.person([{ role: "teacher", territoryId: one, organisationId: school }], "Белова");
    foreign = await world.person([{ role: "officer", territoryId: two }]);
    await world.rows("update person set phone = '8 900 000-00-00' where id = $1", [teacher.personId]);
    await world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on) values ($1, $2, $3, $4, 'учитель физики', '2020-09-01')",
      [one, makeId(), teacher.personId, school],
    );
  });
  afterAll(() => world.close());

  const sheetOf = async (persona: Persona, path: string) => {
    const { status, raw, headers } = await persona.call("GET", path);
    expect([status, headers["content-type"]]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    return (await readWorkbook(raw))[0]!.rows;
  };

  it("refuses strangers", async () => {
    for (const list of ["organisations", "people"])
      expect((await foreign.call("GET", `/api/${list}.xlsx?territoryId=${one}`)).status).toBe(404);
  });

  it("carries every organisation of the filter, past the fiftieth", async () => {
    const rows = await sheetOf(officer, `/api/organisations.xlsx?territoryId=${one}`);
    expect(rows).toHaveLength(62);
    const found = rows.find((row) => row[0] === "Школа № 1")!;
    expect([found[2], String(found[3]), found[7]]).toEqual(["школа", "7707083893", "ШНОР"]);
    const schools = await sheetOf(officer, `/api/organisations.xlsx?territoryId=${one}&kind=school`);
    expect(schools.map((row) => row[0])).toEqual(["Полное название", "Школа № 1"]);
    const pages = await officer.call("GET", `/api/organisations?territoryId=${one}`);
    const whole = await officer.call("GET", `/api/organisations?territoryId=${one}&view=whole`);
    expect([pages.body.items.length, whole.body.items.length, whole.body.total]).toEqual([50, 61, 61]);
  });

  it("is loaded back unchanged", async () => {
    const { raw } = await officer.call("GET", `/api/organisations.xlsx?territoryId=${one}`);
    const read = await officer.upload(`/api/organisation-sheet/file?territoryId=${one}`, "list.xlsx", raw);
    expect(read.body.totals).toEqual({ added: 0, updated: 0, unchanged: 61, refused: 0 });
  });

  it("carries the people whom one sees, without phones and logins", async () => {
    const all = await sheetOf(officer, `/api/people.xlsx?territoryId=${one}`);
    expect(all.slice(1).map((row) => row[1])).toEqual(["Белова", "Громов", "Орлова"]);
    expect(all[1]!.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))).toEqual([
      "Школа № 1",
      "Белова",
      "Вера",
      "Ильинична",
      "учитель физики",
      "2020-09-01",
      null,
      "учитель",
    ]);
    expect(JSON.stringify(all)).not.toMatch(/8 900|example\.test/);
    const own = await sheetOf(head, `/api/people.xlsx?territoryId=${one}`);
    expect(own.slice(1).map((row) => row[1])).toEqual(["Белова", "Громов"]);
    const self = await sheetOf(teacher, `/api/people.xlsx?territoryId=${one}`);
    expect(self.slice(1).map((row) => row[1])).toEqual(["Белова"]);
  });
});
