import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate, partsOf, weekdayOf } from "#shared/local-date.ts";
import { HOLIDAY_EDITIONS } from "./holidays.ts";
import {
  addWorkingDays,
  holidayEdition,
  holidayWarning,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
} from "./working-days.ts";

function workingDaysOf(year: number): number {
  let count = 0;
  for (let day = localDate(`${year}-01-01`); partsOf(day).year === year; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

describe("years without data", () => {
  it("say so and keep to article 112", () => {
    expect(holidayEdition(2040)).toMatchObject({ source: null, verified: false, moved: [] });
    expect(holidayWarning(2027)).toContain("2027");
    expect(holidayWarning(2026)).toBeNull();
    expect(isWorkingDay(localDate("2027-01-08"))).toBe(false);
    // 12 June 2027 is a Saturday: art. 112 itself frees the Monday
    expect(isWorkingDay(localDate("2027-06-14"))).toBe(false);
  });
});

describe("the production calendar", () => {
  /** working days of a five-day week as the yearly production calendars print them */
  it.each([
    [2019, 247],
    [2020, 248],
    [2021, 247],
    [2022, 247],
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])("%i has %i working days", (year, days) => {
    expect(workingDaysOf(year)).toBe(days);
  });

  it.each([
    ["2019-05-10", false],
    ["2020-03-09", false],
    ["2021-02-20", true],
    ["2021-02-22", false],
    ["2021-12-31", false],
    ["2022-03-05", true],
    ["2022-05-02", false],
    ["2023-11-06", false],
    ["2024-04-27", true],
    ["2025-02-24", true],
    ["2025-06-13", false],
    ["2026-01-09", false],
    ["2026-05-11", false],
  ])("%s works: %s", (day, works) => {
    expect(isWorkingDay(localDate(day))).toBe(works);
  });

  it("every move takes a weekend day and gives a weekday", () => {
    for (const { year, moved } of HOLIDAY_EDITIONS) {
      for (const { from, to } of moved) {
        expect([year, from, weekdayOf(localDate(`${year}-${from}`)) >= 6]).toEqual([year, from, true]);
        expect([year, to, weekdayOf(localDate(`${year}-${to}`)) < 6]).toEqual([year, to, true]);
      }
    }
  });
});

describe("steps", () => {
  it("over the New Year", () => {
    expect(nextWorkingDay(localDate("2025-12-31"))).toBe("2026-01-12");
    expect(previousWorkingDay(localDate("2026-01-11"))).toBe("2025-12-30");
    expect(addWorkingDays(localDate("2025-12-30"), 1)).toBe("2026-01-12");
    expect(addWorkingDays(localDate("2026-01-12"), -2)).toBe("2025-12-29");
    expect(addWorkingDays(localDate("2026-01-01"), 0)).toBe("2026-01-01");
  });

  it("there and back is the same working day", () => {
    fc.assert(
      fc.property(fc.nat(2500), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const day = nextWorkingDay(addDays(localDate("2019-01-01"), offset));
        expect(addWorkingDays(addWorkingDays(day, count), -count)).toBe(day);
      }),
    );
  });
});
