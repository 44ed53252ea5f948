import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate, type LocalDate } from "#shared/local-date.ts";
import { axisOf, placeOf, yearsOf } from "./schedule-axis.ts";

const days = fc.integer({ min: 0, max: 5000 }).map((at) => addDays(localDate("2015-01-01"), at));
const periods = fc
  .tuple(days, fc.integer({ min: 0, max: 1500 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const kinds = fc.constantFrom("calendar" as const, "school" as const);

describe("the line of days of a schedule", () => {
  it.each([
    ["2025-01-01", "2027-12-31", undefined, "2025-01-01", "2027-12-31", "2025–2027 годы", 3, 12],
    ["2020-11-15", "2021-02-03", undefined, "2020-10-01", "2021-03-31", "2020–2021 годы", 2, 2],
    ["2025-01-01", "2027-12-31", 2026, "2026-01-01", "2026-12-31", "2026 год", 1, 12],
  ])("from %s to %s, year %s, is drawn from %s to %s: %s", (from, to, year, first, last, words, years, parts) => {
    const axis = axisOf({ from: localDate(from), to: localDate(to) }, "calendar", year);
    expect([axis.from, axis.to, axis.words]).toEqual([first, last, words]);
    expect([axis.years.length, axis.parts.length]).toEqual([years, parts]);
  });

  it("of a school year runs from September to August, by months", () => {
    const axis = axisOf({ from: localDate("2024-09-01"), to: localDate("2027-08-31") }, "school", 2025);
    expect([axis.from, axis.to, axis.words]).toEqual(["2025-09-01", "2026-08-31", "2025/26 учебный год"]);
    expect(axis.parts.map(({ words }) => words)).toEqual("сен окт ноя дек янв фев мар апр май июн июл авг".split(" "));
    expect(axis.schoolYears.map(({ words, from, to }) => [words, from, to])).toEqual([["2025/26", 0, 100]]);
  });

  it("shades every other school year and calls quarters by their numbers", () => {
    const axis = axisOf({ from: localDate("2025-01-01"), to: localDate("2026-12-31") }, "calendar");
    expect(axis.parts.map(({ words }) => words)).toEqual(["I", "II", "III", "IV", "I", "II", "III", "IV"]);
    expect(axis.schoolYears.map(({ words, isShaded }) => [words, isShaded])).toEqual([
      ["2024/25", false],
      ["2025/26", true],
      ["2026/27", false],
    ]);
  });

  it("covers its period, and its parts, years and school years each fill it without a gap", () => {
    fc.assert(
      fc.property(periods, kinds, fc.boolean(), (period, kind, single) => {
        const [year] = yearsOf(period.from, period.to, kind);
        const axis = axisOf(period, kind, single ? year : undefined);
        if (!single) expect(axis.from <= period.from && axis.to >= period.to).toBe(true);
        for (const stretches of [axis.parts, axis.years, axis.schoolYears]) {
          expect(stretches[0]!.from).toBe(0);
          expect(stretches.at(-1)!.to).toBe(100);
          stretches.slice(1).forEach((each, at) => expect(each.from).toBeCloseTo(stretches[at]!.to, 9));
        }
      }),
    );
  });

  it("gives every day a place of its own, in order", () => {
    fc.assert(
      fc.property(periods, days, days, (period, one, other) => {
        const axis = axisOf(period, "calendar");
        const apart = placeOf(axis, other) - placeOf(axis, one);
        expect(Math.sign(apart)).toBe(Math.sign(daysBetween(one, other)));
        expect(placeOf(axis, axis.from)).toBe(0);
        expect(placeOf(axis, addDays(axis.to as LocalDate, 1))).toBe(100);
      }),
    );
  });
});
