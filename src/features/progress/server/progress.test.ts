import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Figure } from "../model/figure.ts";
import { searchOf } from "../model/rows-link.ts";
import {
  count,
  get,
  openProgressWorld,
  opens,
  SEEING,
  SEES_OWN,
  stateOf,
  TODAY,
  type ProgressWorld,
} from "../../../../test/support/progress-world.ts";

describe.each([11, 12])("progress in a generated world %i", (seed) => {
  let world: ProgressWorld["world"];
  let region: ProgressWorld["region"];
  let town: ProgressWorld["town"];
  let schools: ProgressWorld["schools"];
  let given: ProgressWorld["given"];
  let own: ProgressWorld["own"];
  let raw: ProgressWorld["raw"];
  let personas: ProgressWorld["personas"];
  let sees: ProgressWorld["sees"];
  beforeAll(async () => {
    ({ world, region, town, schools, given, own, raw, personas, sees } = await openProgressWorld(seed));
  });
  afterAll(() => world.close());

  it.each(SEEING)("%s: figures of programmes equal the rows they may see, and open into them", async (name) => {
    const persona = personas[name];
    const { items } = await get(persona, `/api/progress/programmes?territoryId=${town}`);
    const mine = raw.filter(sees[name]!);
    expect(mine.length > 0 && (name === "teacher" ? mine.length < raw.length : true)).toBe(true);
    expect(items.map((item: { id: Id }) => item.id)).toContain(given.programmeId);
    expect(items.some((item: { id: Id }) => item.id === own.programmeId)).toBe(SEES_OWN.has(name));
    for (const item of items) {
      const scope = { territoryId: town, programmeId: item.id };
      expect(item.seen).toEqual(count(mine.filter((row) => row.programme_id === item.id)));
      expect(item.total).toEqual(count(raw.filter((row) => row.programme_id === item.id)));
      expect(item.isWhole).toBe(
        ["officer", "head", "region"].includes(name) || (name === "owner" && item.id === own.programmeId),
      );
      await opens(persona, scope, item.seen);
    }
  });

  it.each(SEEING)("%s: sections, bearers and periods of a programme likewise", async (name) => {
    const persona = personas[name];
    const mine = raw.filter((row) => row.programme_id === given.programmeId && sees[name]!(row));
    for (const key of ["", "2026", "2026-Q4", "2026-10", "2026/T1", "2025/SY", "2026-03-05..2026-11-11"]) {
      const query = key ? `?period=${encodeURIComponent(key)}` : "";
      const page = await get(persona, `/api/progress/programmes/${town}/${given.programmeId}${query}`);
      const period = page.period ?? undefined;
      const within = mine.filter((row) => !period || (row.due_on >= period.from && row.due_on <= period.to));
      expect(page.seen).toEqual(count(within));
      const [roadmap] = page.roadmaps;
      expect(roadmap.figure).toEqual(count(within));
      const [one, inner, two] = given.sectionIds;
      for (const [sectionId, ids] of [
        [one, [one, inner]],
        [inner, [inner]],
        [two, [two]],
      ] as const) {
        const section = roadmap.sections.find(({ id }: { id: Id }) => id === sectionId);
        expect(section.figure).toEqual(count(within.filter((row) => ids.includes(row.section_id!))));
        if (key === "" || key === "2026-Q4")
          await opens(persona, { territoryId: town, sectionId, period }, section.figure, ["due", "late", "planned"]);
      }
      for (const bearer of page.bearers) {
        const ofBearer = within.filter((row) => row.bearer_organisation_id === bearer.organisationId);
        expect(bearer.figure).toEqual(count(ofBearer));
      }
      expect(page.bearers).toHaveLength(new Set(within.map((row) => row.bearer_organisation_id)).size);
    }
  });

  it.each(SEEING)("%s: each cell of the heat map opens into what it counts", async (name) => {
    const persona = personas[name];
    for (const [programmeId, first] of [
      [given.programmeId, "2026-01"],
      [own.programmeId, "2026-09"],
    ] as const) {
      if (programmeId === own.programmeId && !SEES_OWN.has(name)) continue;
      const map = await get(persona, `/api/progress/programmes/${town}/${programmeId}/execution`);
      expect([map.year, map.months[0].key, map.months.length]).toEqual([2026, first, 12]);
      const mine = raw.filter((row) => row.programme_id === programmeId && sees[name]!(row));
      const inYear = mine.filter((row) => row.due_on >= map.months[0].from && row.due_on <= map.months[11].to);
      expect(map.foot.total).toEqual(count(inYear));
      expect(map.lateInOtherYears).toBe(count(mine).late - count(inYear).late);
      for (const row of map.rows) {
        const ofRow = inYear.filter((each) => each.bearer_organisation_id === row.organisationId);
        expect(row.total).toEqual(count(ofRow));
        for (const [at, month] of map.months.entries()) {
          expect(row.cells[at]).toEqual(
            count(ofRow.filter((each) => each.due_on >= month.from && each.due_on <= month.to)),
          );
          if (row.cells[at].due > 0)
            await opens(persona, { territoryId: town, programmeId, bearer: row.key, period: month }, row.cells[at], [
              "due",
              "late",
            ]);
        }
      }
      const late = map.rows.map((row: { total: Figure }) => row.total.late);
      expect(late).toEqual([...late].sort((a: number, b: number) => b - a));
    }
  });

  it("a school has one row of the heat map, its own", async () => {
    const map = await get(personas.school, `/api/progress/programmes/${town}/${given.programmeId}/execution`);
    expect(map.rows.map((row: { organisationId: Id }) => row.organisationId)).toEqual([schools[0]]);
  });

  it.each(["officer", "school"] as const)("%s: a measure's table and its actual values by year", async (name) => {
    const persona = personas[name];
    for (const [at, measureId] of given.measureIds.entries()) {
      const page = await get(persona, `/api/progress/measures/${town}/${measureId}`);
      const mine = raw.filter((row) => row.measure_id === measureId && sees[name]!(row));
      expect(page.figure).toEqual(count(mine));
      expect(page.bearers.flatMap((bearer: { obligations: object[] }) => bearer.obligations)).toHaveLength(mine.length);
      const accepted = mine.filter((row) => stateOf(row) === "accepted");
      const values = await world.rows<{ year: number; value: number; of: number }>(
        `select extract(year from o.due_on)::int as year, v.value::float as value, v.denominator::float as of
         from report_value v join obligation o on o.id = v.obligation_id where o.id = any ($1)`,
        [accepted.map((row) => row.id)],
      );
      const expected = [...new Set(values.map(({ year }) => year))].sort().map((year) => {
        const ofYear = values.filter((value) => value.year === year);
        const sum = ofYear.reduce((total, { value }) => total + value, 0);
        return [year, at === 2 ? (100 * sum) / ofYear.reduce((total, value) => total + value.of, 0) : sum];
      });
      const facts = page.values[0].years.filter(({ fact }: { fact: number | null }) => fact !== null);
      expect(facts.map(({ year, fact }: { year: number; fact: number }) => [year, fact])).toEqual(expected);
      for (const [year] of expected) {
        const link = searchOf({ territoryId: town, measureId, state: "accepted", year: year! });
        const list = await get(persona, `/api/progress/rows?${link}`);
        expect(list.total).toBe(accepted.filter((row) => Number(row.due_on.slice(0, 4)) === year).length);
      }
    }
  });

  it("a report that answers several years gives each its own fact, which opens into it", async () => {
    const measureId = given.measureIds[0]!;
    const [value] = await world.rows<{ report_id: Id; obligation_id: Id; planned_value_id: Id; year: number }>(
      `select v.* from report_value v join obligation o on o.id = v.obligation_id join report r on r.id = v.report_id
       where o.measure_id = $1 and r.state = 'accepted' and r.kind = 'done' limit 1`,
      [measureId],
    );
    const early = 2019;
    await world.rows(
      "insert into report_value (territory_id, report_id, obligation_id, planned_value_id, year, value) values ($1, $2, $3, $4, $5, 7)",
      [town, value!.report_id, value!.obligation_id, value!.planned_value_id, early],
    );
    const page = await get(personas.officer, `/api/progress/measures/${town}/${measureId}`);
    expect(page.values[0].years[0]).toMatchObject({ year: early, fact: 7 });
    const link = searchOf({ territoryId: town, measureId, state: "accepted", year: early });
    const list = await get(personas.officer, `/api/progress/rows?${link}`);
    expect(list.rows.map((row: { id: Id }) => row.id)).toEqual([value!.obligation_id]);
    await world.rows("delete from report_value where year = $1", [early]);
  });

  it("the table of measures gets the same facts", async () => {
    const table = await get(personas.officer, `/api/programmes/${town}/${given.programmeId}/measures`);
    const [one, inner] = given.sectionIds;
    const figure = count(raw.filter((row) => row.section_id === one || row.section_id === inner));
    expect(table.facts.sections[one!]).toEqual({ planned: figure.due, fulfilled: figure.accepted });
    for (const measureId of given.measureIds) {
      const { late, soon } = count(raw.filter((row) => row.measure_id === measureId));
      const lateYears = raw
        .filter((row) => row.measure_id === measureId && stateOf(row) === "late")
        .map((row) => Number(row.due_on.slice(0, 4)));
      expect(table.facts.measures[measureId]).toMatchObject({ late, soon, lateYears: [...new Set(lateYears)].sort() });
      const page = await get(personas.officer, `/api/progress/measures/${town}/${measureId}`);
      for (const { year, fact } of page.values[0].years)
        expect(table.facts.values[measureId][year] ?? 0).toBeCloseTo(fact ?? 0, 2);
    }
  });

  it.each(["officer", "head", "region"] as const)("%s: the home says what the rows say", async (name) => {
    const persona = personas[name];
    const home = await get(persona, `/api/progress/home?territoryId=${town}`);
    const october = raw.filter((row) => row.due_on.startsWith("2026-10"));
    expect(home.monthFigure).toEqual(count(october));
    await opens(persona, { territoryId: town, period: home.month }, home.monthFigure);
    const late = raw.filter((row) => stateOf(row) === "late");
    expect([home.late.late, home.late.bearers.length]).toEqual([
      late.length,
      new Set(late.map((row) => row.bearer_organisation_id)).size,
    ]);
    for (const bearer of home.late.bearers) {
      const ofBearer = late.filter((row) => row.bearer_organisation_id === bearer.organisationId);
      expect(bearer.late).toBe(ofBearer.length);
      expect(bearer.oldest.dueOn).toBe(ofBearer.map((row) => row.due_on).sort()[0]);
      await opens(persona, { territoryId: town, bearer: bearer.key }, { late: bearer.late } as Figure, ["late"]);
    }
    const days = home.late.bearers.map(({ oldest }: { oldest: { days: number } }) => oldest.days);
    expect(days).toEqual([...days].sort((a: number, b: number) => b - a));
    const begun = await world.rows<{ obligation_id: Id }>("select obligation_id from report_obligation");
    const ids = new Set(begun.map((row) => row.obligation_id));
    const near = raw.filter(
      (row) => !row.closed && !ids.has(row.id) && row.due_on >= TODAY && row.due_on <= addDays(TODAY, 30),
    );
    expect(home.notBegun).toHaveLength(near.length);
    expect(home.can).toEqual({ review: name === "officer", call: name === "officer" });
  });

  it("the region sees its municipalities side by side", async () => {
    const { territories } = await get(personas.region, `/api/progress/region?territoryId=${region}`);
    expect(territories.map(({ name }: { name: string }) => name)).toEqual(["Заречный", "Приозёрный"]);
    expect(territories[1].figure).toEqual(count(raw));
    expect(territories[0].figure.due).toBe(0);
    const late = raw.filter((row) => stateOf(row) === "late");
    expect(territories[1].lateBearers).toBe(new Set(late.map((row) => row.bearer_organisation_id)).size);
  });

  it("pages and searches the rows", async () => {
    const first = await get(personas.officer, `/api/progress/rows?territoryId=${town}`);
    const second = await get(personas.officer, `/api/progress/rows?territoryId=${town}&page=2`);
    expect([first.rows.length, first.total]).toEqual([50, raw.length]);
    expect(second.rows.length).toBe(Math.min(50, raw.length - 50));
    const found = await get(personas.officer, `/api/progress/rows?territoryId=${town}&q=${encodeURIComponent("№ 2")}`);
    expect(found.total).toBe(raw.filter((row) => row.bearer_organisation_id === schools[1]).length);
  });
});
