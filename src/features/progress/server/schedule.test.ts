import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import type { Id } from "#shared/ids.ts";
import type { ProgrammeSchedule, ScheduleMeasure } from "../model/schedule.ts";
import {
  count,
  get,
  openProgressWorld,
  opens,
  SEEING,
  type ProgressWorld,
} from "../../../../test/support/progress-world.ts";

describe("the schedule of a programme", () => {
  let world: ProgressWorld["world"];
  let town: ProgressWorld["town"];
  let given: ProgressWorld["given"];
  let own: ProgressWorld["own"];
  let raw: ProgressWorld["raw"];
  let personas: ProgressWorld["personas"];
  let sees: ProgressWorld["sees"];
  beforeAll(async () => {
    ({ world, town, given, own, raw, personas, sees } = await openProgressWorld(14));
  });
  afterAll(() => world.close());

  const pathOf = (programmeId: Id) => `/api/progress/programmes/${town}/${programmeId}/schedule`;
  const measuresOf = (schedule: ProgrammeSchedule): ScheduleMeasure[] =>
    schedule.roadmaps.flatMap(({ sections }) => sections.flatMap(({ measures }) => measures));

  it("is nobody's who does not see the programme", async () => {
    for (const suffix of ["", ".xlsx"]) {
      expect((await personas.foreign.call("GET", pathOf(given.programmeId) + suffix)).status).toBe(404);
      expect((await personas.curator.call("GET", pathOf(own.programmeId) + suffix)).status).toBe(404);
    }
  });

  it.each(SEEING)("%s: terms of each measure hold the rows they may see, each in its own", async (name) => {
    const schedule: ProgrammeSchedule = await get(personas[name], pathOf(given.programmeId));
    const mine = raw.filter((row) => row.programme_id === given.programmeId && sees[name]!(row));
    expect(schedule.isWhole).toBe(["officer", "head", "region"].includes(name));
    for (const { id, occurrences } of measuresOf(schedule)) {
      const ofMeasure = mine.filter((row) => row.measure_id === id);
      const parts = Object.keys(count([])) as (keyof ReturnType<typeof count>)[];
      const sum = Object.fromEntries(
        parts.map((part) => [part, occurrences.reduce((all, { figure }) => all + figure[part], 0)]),
      );
      expect([id, sum]).toEqual([id, count(ofMeasure)]);
    }
    const [first] = measuresOf(schedule).filter(({ occurrences }) => occurrences.length > 0);
    const { key, figure } = first!.occurrences[0]!;
    const scope = { territoryId: town, programmeId: given.programmeId, measureId: first!.id, occurrence: key };
    await opens(personas[name], scope, figure);
  });

  it("stands in the order of the document, sections inside sections", async () => {
    const schedule: ProgrammeSchedule = await get(personas.officer, pathOf(given.programmeId));
    const ordered = await world.rows<{ id: Id }>(
      "select id from measure where programme_id = $1 order by ordinal, id",
      [given.programmeId],
    );
    const shown = measuresOf(schedule).map(({ id }) => id);
    expect(new Set(shown)).toEqual(new Set(ordered.map(({ id }) => id)));
    const [roadmap] = schedule.roadmaps;
    expect(roadmap!.sections.map(({ id, depth }) => [id, depth])).toEqual([
      [null, 0],
      [given.sectionIds[0], 0],
      [given.sectionIds[1], 1],
      [given.sectionIds[2], 0],
    ]);
    for (const { measures } of roadmap!.sections) {
      const places = measures.map(({ id }) => ordered.findIndex((one) => one.id === id));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it("makes one of a term that several bear: from its first day to its last due day, of those it applies to", async () => {
    const [measureId] = given.measureIds;
    const bearers = await world.rows<{ id: Id; school: Id }>(
      `select distinct on (bearer_organisation_id) id, bearer_organisation_id as school from obligation
       where measure_id = $1 and bearer_organisation_id is not null order by bearer_organisation_id, id`,
      [measureId],
    );
    expect(bearers.length).toBeGreaterThanOrEqual(3);
    const days = ["2026-03-01..2026-05-20", "2026-02-10..2026-04-30", "2026-01-01..2026-12-31"];
    for (const [at, { id }] of bearers.slice(0, 3).entries()) {
      const [from, due] = days[at]!.split("..");
      await world.rows("delete from report_value where obligation_id = $1", [id]);
      await world.rows("delete from report_obligation where obligation_id = $1", [id]);
      await world.rows(
        `update obligation set occurrence_key = '2026-shared', opens_on = $2, due_on = $3,
           closed_at = case when $4 then now() end, close_reason = case when $4 then 'not-wanted' end where id = $1`,
        [id, from, due, at === 2],
      );
    }
    const schedule: ProgrammeSchedule = await get(personas.officer, pathOf(given.programmeId));
    const shared = measuresOf(schedule)
      .find(({ id }) => id === measureId)!
      .occurrences.filter(({ key }) => key === "2026-shared");
    expect(shared).toMatchObject([
      { opensOn: "2026-02-10", dueOn: "2026-05-20", figure: { due: 2, late: 2, notApplicable: 1 } },
    ]);
  });

  it("counts a moved due day as moved, and keeps what an order took out only where something was owed of it", async () => {
    const before: ProgrammeSchedule = await get(personas.officer, pathOf(given.programmeId));
    const measure = measuresOf(before).find(({ occurrences }) => occurrences.some(({ figure }) => figure.late > 0))!;
    const { key } = measure.occurrences.find(({ figure }) => figure.late > 0)!;
    const place = [given.programmeId, measure.id, key];
    await world.rows(
      `update obligation set due_on = '2027-11-30', due_moved = true
       where programme_id = $1 and measure_id = $2 and occurrence_key = $3 and closed_at is null`,
      place,
    );
    const after: ProgrammeSchedule = await get(personas.officer, pathOf(given.programmeId));
    const moved = measuresOf(after).find(({ id }) => id === measure.id)!;
    expect(moved.occurrences.find((one) => one.key === key)).toMatchObject({
      dueOn: "2027-11-30",
      figure: { late: 0 },
    });

    await world.rows("update measure set closed_at = now() where programme_id = $1", [given.programmeId]);
    await world.rows(
      "delete from report_value rv using obligation o where o.id = rv.obligation_id and o.measure_id = $1",
      [measure.id],
    );
    await world.rows(
      "delete from report_obligation ro using obligation o where o.id = ro.obligation_id and o.measure_id = $1",
      [measure.id],
    );
    await world.rows("delete from obligation where measure_id = $1", [measure.id]);
    const closed: ProgrammeSchedule = await get(personas.officer, pathOf(given.programmeId));
    expect(measuresOf(closed).map(({ id }) => id)).toEqual(
      measuresOf(after)
        .filter(({ id, occurrences }) => id !== measure.id && occurrences.some(({ figure }) => figure.due > 0))
        .map(({ id }) => id),
    );
    expect(measuresOf(closed).every((one) => one.closed)).toBe(true);
  });

  it("is a workbook with a line for each term", async () => {
    const schedule: ProgrammeSchedule = await get(personas.owner, pathOf(own.programmeId));
    const { raw: bytes } = await personas.owner.call("GET", `${pathOf(own.programmeId)}.xlsx`);
    const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
    const terms = measuresOf(schedule).flatMap(({ occurrences }) => occurrences.filter(({ figure }) => figure.due > 0));
    const lines = sheet!.rows.filter((row) => terms.some(({ words }) => row.includes(words)));
    expect(lines).toHaveLength(terms.length);
    const accepted = lines.reduce((sum, row) => sum + Number(row.at(-2)), 0);
    expect(accepted).toBe(terms.reduce((sum, { figure }) => sum + figure.accepted, 0));
  });
});
