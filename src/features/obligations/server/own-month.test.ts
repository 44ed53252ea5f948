import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import {
  get,
  openProgressWorld,
  stateOf,
  TODAY,
  type ProgressWorld,
  type Raw,
} from "../../../../test/support/progress-world.ts";
import type { OwnMonth } from "../model/contract.ts";
import { monthOf } from "../model/month.ts";

describe("the month of one place", () => {
  let world: ProgressWorld["world"];
  let town: ProgressWorld["town"];
  let schools: ProgressWorld["schools"];
  let raw: ProgressWorld["raw"];
  let personas: ProgressWorld["personas"];
  beforeAll(async () => {
    ({ world, town, schools, raw, personas } = await openProgressWorld(15));
  });
  afterAll(() => world.close());

  const pathOf = (organisationId: Id | undefined, month = "") =>
    `/api/obligations/month?territoryId=${town}${organisationId ? `&organisationId=${organisationId}` : ""}&month=${month}`;
  const within = (rows: readonly Raw[], key: string) => {
    const { first, last } = monthOf(key, localDate(TODAY));
    return rows
      .filter((row) => row.due_on >= first && row.due_on <= last && stateOf(row) !== "notApplicable")
      .map((row) => `${row.due_on} ${row.id}`)
      .sort();
  };
  const told = (page: OwnMonth) => page.rows.map((row) => `${row.dueOn} ${row.id}`).sort();

  it("is nobody's of another territory", async () => {
    for (const persona of [personas.foreign, personas.nobody])
      expect((await persona.call("GET", pathOf(schools[0]))).status).toBe(404);
    expect((await world.public.call("GET", pathOf(schools[0]))).status).toBe(401);
  });

  it("holds what the school owes and has done, whatever month is asked for; today's where none is named", async () => {
    const mine = raw.filter((row) => row.bearer_organisation_id === schools[0]);
    let seen = 0;
    for (const key of ["", "2026-10", "2026-09", "2026-05", "2027-02", "2035-01", "нет"]) {
      const page: OwnMonth = await get(personas.school, pathOf(schools[0], encodeURIComponent(key)));
      expect(page.month).toBe(/\d/.test(key) ? key : "2026-10");
      expect(told(page)).toEqual(within(mine, page.month));
      expect(page.rows.map((row) => row.dueOn)).toEqual(page.rows.map((row) => row.dueOn).sort());
      const days = mine.filter((row) => stateOf(row) !== "notApplicable").map((row) => row.due_on);
      const { first, last } = monthOf(page.month, localDate(TODAY));
      const after = days.filter((day) => day > last).sort()[0];
      const before = days
        .filter((day) => day < first)
        .sort()
        .at(-1);
      expect(page.nearest).toBe(page.rows.length > 0 ? null : (after ?? before ?? null));
      seen += page.rows.length;
    }
    expect(seen).toBeGreaterThan(10);
  });

  it("tells of school holidays only where the municipality has set its terms", async () => {
    const holidays = async (month: string) =>
      ((await get(personas.school, pathOf(schools[0], month))) as OwnMonth).schoolHolidays;
    expect(await holidays("2026-11")).toEqual([]);
    const terms = [
      { number: 1, from: "2026-09-01", to: "2026-10-25" },
      { number: 2, from: "2026-11-03", to: "2027-05-28" },
    ];
    await world.rows("insert into school_calendar (territory_id, school_year, terms) values ($1, 2026, $2)", [
      town,
      JSON.stringify(terms),
    ]);
    expect(await holidays("2026-11")).toEqual([{ from: "2026-10-26", to: "2026-11-02" }]);
    expect([await holidays("2026-12"), await holidays("2025-11")]).toEqual([[], []]);
    expect(await holidays("2027-07")).toEqual([{ from: "2027-05-29", to: "2027-08-31" }]);
  });

  it("holds of another school's nothing, and for a teacher what was handed over", async () => {
    const months = (rows: readonly Raw[]) => [...new Set(rows.map((row) => row.due_on.slice(0, 7)))];
    const theirs = raw.filter((row) => row.bearer_organisation_id === schools[1] && stateOf(row) !== "notApplicable");
    expect(months(theirs).length).toBeGreaterThan(2);
    for (const key of months(theirs)) {
      const page: OwnMonth = await get(personas.school, pathOf(schools[1], key));
      expect(page.rows).toEqual([]);
    }
    const handed = raw.filter(
      (row) => row.delegated_to === personas.teacher.personId && stateOf(row) !== "notApplicable",
    );
    expect(months(handed).length).toBeGreaterThan(0);
    for (const key of months(handed)) {
      const page: OwnMonth = await get(personas.teacher, pathOf(schools[0], key));
      expect(page.rows.length).toBeGreaterThan(0);
      expect(told(page)).toEqual(within(handed, key));
    }
  });
});
