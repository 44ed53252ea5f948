import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate, weekdayOf } from "#shared/local-date.ts";
import { monthOf } from "./month.ts";

const TODAY = localDate("2026-10-22");

describe("a month of the calendar", () => {
  it.each([
    ["2026-10", "2026-10-01", "2026-10-31", "2026-09", "2026-11", 5],
    ["2026-02", "2026-02-01", "2026-02-28", "2026-01", "2026-03", 5],
    ["2027-02", "2027-02-01", "2027-02-28", "2027-01", "2027-03", 4],
    ["2026-08", "2026-08-01", "2026-08-31", "2026-07", "2026-09", 6],
    ["2026-12", "2026-12-01", "2026-12-31", "2026-11", "2027-01", 5],
  ])("%s runs from %s to %s, between %s and %s, in %i weeks", (key, first, last, before, after, weeks) => {
    const month = monthOf(key, TODAY);
    expect([month.key, month.first, month.last, month.before, month.after]).toEqual([key, first, last, before, after]);
    expect(month.weeks).toHaveLength(weeks);
  });

  it.each(["", "2026-13", "2026-00", "октябрь", "2026-1", "2026-10-22", "9999-12", "0001-01"])(
    "that «%s» does not name is today's",
    (key) => {
      expect(monthOf(key, TODAY).key).toBe("2026-10");
    },
  );

  it("stands in whole weeks from Monday, one day after another, all of its own days among them", () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((at) => addDays(localDate("2000-01-01"), at));
    fc.assert(
      fc.property(days, (day) => {
        const month = monthOf("", day);
        const shown = month.weeks.flat();
        expect(weekdayOf(shown[0]!)).toBe(1);
        expect(shown.length % 7).toBe(0);
        shown.slice(1).forEach((each, at) => expect(daysBetween(shown[at]!, each)).toBe(1));
        expect(shown).toEqual(expect.arrayContaining([month.first, day, month.last]));
        expect(daysBetween(shown[0]!, month.first)).toBeLessThan(7);
        expect(daysBetween(month.last, shown.at(-1)!)).toBeLessThan(7);
      }),
    );
  });
});
