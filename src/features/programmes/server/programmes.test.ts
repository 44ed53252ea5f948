import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "#platform/office/workbook.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { PASSPORT, YEARLY, openProgrammeDesk, type ProgrammeDesk } from "../../../../test/support/programme-desk.ts";
import type { Persona } from "../../../../test/support/world.ts";

describe("programmes through the interface", () => {
  let desk: ProgrammeDesk;
  beforeAll(async () => {
    desk = await openProgrammeDesk();
  });
  afterAll(() => desk.world.close());

  it("refuses a stale write with both versions, and keeps the first", async () => {
    const { officer, withMeasure } = desk;
    const { at, measureId } = await withMeasure("", YEARLY);
    await officer.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Первая правка" });
    const stale = await officer.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Вторая правка" });
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    expect([stale.body.extra.current.title, stale.body.extra.yours.title]).toEqual(["Первая правка", "Вторая правка"]);
    const { body } = await officer.call("GET", `${at}/measures/${measureId}`);
    expect([body.measure.title, body.measure.version]).toEqual(["Первая правка", 2]);
  });

  it("makes one measure of two tries with one key", async () => {
    const { officer, withMeasure } = desk;
    const { at, roadmapId } = await withMeasure("", YEARLY);
    const body = { roadmapId, sectionId: null, title: "Совещание" };
    const key = { "idempotency-key": `key-${makeId()}` };
    const [one, two] = [
      await officer.call("POST", `${at}/measures`, body, key),
      await officer.call("POST", `${at}/measures`, body, key),
    ];
    expect(two.body).toEqual(one.body);
    const table = await officer.call("GET", `${at}/measures`);
    expect(table.body.roadmaps[0].measures.map((each: { title: string }) => each.title)).toEqual([
      "Отбор школ",
      "Совещание",
    ]);
    const other = await officer.call("POST", `${at}/measures`, { ...body, title: "Другое" }, key);
    expect([other.status, other.body.code]).toEqual([422, "key-reused"]);
  });

  it("is a school's own where its head makes it: the officer sees it and does not write", async () => {
    const { school, officer, head, make } = desk;
    const at = await make(head, { ownerOrganisationId: school, title: "Программа школы" });
    expect((await officer.call("GET", at)).body.can).toEqual({ edit: false, lead: false, pause: false, steps: [] });
    expect((await officer.call("PATCH", at, { version: 1, goal: "Чужая цель" })).status).toBe(403);
    expect((await head.call("PATCH", at, { version: 1, goal: "Своя цель" })).status).toBe(200);
  });

  it("is listed to its region among those of all municipalities, each named, a draft and a foreign region's apart", async () => {
    const { world, officer } = desk;
    const region = await world.territory({ kind: "region" });
    const towns = [
      await world.territory({ kind: "municipality", parentId: region, name: "Заречный округ" }),
      await world.territory({ kind: "municipality", parentId: region, name: "Нагорный район" }),
    ];
    for (const town of towns) await givenProgramme(world, town, [{ years: [2026], parties: [] }]);
    const own = await world.person([{ role: "officer", territoryId: towns[0]! }]);
    await own.call("POST", "/api/programmes", { territoryId: towns[0], ...PASSPORT });
    const namesFor = async (by: Persona) =>
      (await by.call("GET", `/api/programmes?territoryId=${region}`)).body.items.map(
        (row: { territoryName: string }) => row.territoryName,
      );
    const expert = await world.person([{ role: "region_expert", territoryId: region }]);
    expect((await namesFor(expert)).toSorted()).toEqual(["Заречный округ", "Нагорный район"]);
    expect(await namesFor(officer)).toEqual([]);
    await givenProgramme(world, region, [{ years: [2026], parties: [] }]);
    const { raw } = await expert.call("GET", `/api/programmes.xlsx?territoryId=${region}`);
    const [columns, ...rows] = (await readWorkbook(raw))[0]!.rows;
    expect(rows.map((row) => row[columns!.indexOf("Чья")]).sort()).toEqual([
      "муниципальная",
      "муниципальная",
      "региональная",
    ]);
  });

  it("keeps the identity of parties and planned values through an edit, and gives a planned value with a report no end", async () => {
    const { world, territoryId, school, officer, begunReport } = desk;
    const { programmeId, measureIds, plannedIds } = await givenProgramme(world, territoryId, [
      {
        years: [2026],
        parties: [{ audience: { kind: "organisation", id: school } }],
        plan: { year: 2026, text: "10", value: 10 },
      },
    ]);
    const at = `/api/programmes/${territoryId}/${programmeId}/measures/${measureIds[0]}`;
    const before = (await officer.call("GET", at)).body.measure;
    await officer.call("PATCH", at, {
      version: before.version,
      parties: [{ ...before.parties[0], name: "Школа" }],
      plannedValues: [
        { ...before.plannedValues[0], years: [{ year: 2026, text: "12", value: 12, atLeast: false }] },
        { ...before.plannedValues[0], id: undefined, label: "Второе" },
      ],
    });
    const after = (await officer.call("GET", at)).body.measure;
    expect(after.parties[0]).toEqual({ ...before.parties[0], name: "Школа" });
    expect(after.plannedValues.map((value: { id: Id }) => value.id)).toEqual([
      plannedIds[0],
      expect.not.stringMatching(plannedIds[0]!),
    ]);
    expect(after.plannedValues[0].years).toEqual([{ year: 2026, text: "12", value: 12, atLeast: false }]);

    await replan(world, territoryId, programmeId);
    const { reportId, obligationId } = await begunReport(programmeId);
    await world.rows("insert into report_value values ($1, $2, $3, $4, 9, null, 2026)", [
      territoryId,
      reportId,
      obligationId,
      plannedIds[0],
    ]);
    const removed = await officer.call("PATCH", at, { version: after.version, plannedValues: [] });
    expect([removed.status, removed.body.code]).toEqual([409, "value-reported"]);
    expect((await officer.call("GET", at)).body.measure.plannedValues).toEqual(after.plannedValues);
  });
});
