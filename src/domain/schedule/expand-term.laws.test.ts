import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import type { FrequencyUnit, NamedSpan, Phase } from "#domain/phrases/term.ts";
import { addDays, localDate, partsOf, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";
import type { Occurrence } from "./occurrence.ts";
import { usualSchoolYear, type SchoolCalendar } from "./school-calendar.ts";

const USUAL: SchoolCalendar = { schoolYears: [] };
const UNITS: FrequencyUnit[] = ["day", "week", "month", "quarter", "halfYear", "year", "schoolTerm", "schoolYear"];
const NAMED: NamedSpan[] = [
  "schoolTerm/2",
  "halfYear/1",
  "schoolBreak",
  "schoolBreak/winter",
  "schoolYear/start",
  "schoolYear/end",
  "year/start",
  "year/end",
  "monthDay/25",
  "nextMonthDay/15",
  "weekday/2",
  "monthWeekday/2-3",
  "monthWeekday/last-5",
  "monthWeekday/5-1",
];

const day = fc.integer({ min: 0, max: 2500 }).map((offset) => addDays(localDate("2018-06-01"), offset));
const yearless = fc.integer({ min: 0, max: 364 }).map((offset) => addDays(localDate("2021-01-01"), offset).slice(5));
const dated = fc
  .tuple(day, fc.integer({ min: 0, max: 400 }))
  .map(([from, length]) => ({ from: from as string, to: addDays(from, length) as string }));
const window = fc.oneof(
  dated,
  fc.record({ from: yearless, to: yearless }),
  fc.record({ from: fc.constant(null), to: fc.oneof(yearless, day) }),
  fc.record({ from: fc.oneof(yearless, day), to: fc.constant(null) }),
  fc.record({ from: fc.constant(null), to: fc.constant(null), named: fc.constantFrom(...NAMED) }),
  fc.record({ from: fc.constant("2021-01-01"), to: fc.constant("2021-12-31"), named: fc.constantFrom(...NAMED) }),
);
const phase: fc.Arbitrary<Phase> = fc.record({
  kind: fc.constantFrom("once", "window", "yearly", "cadence", "continuous", "on-demand", "by-schedule", "unknown"),
  windows: fc.array(window, { maxLength: 3 }),
  freq: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("", "2", "3"), fc.constantFrom(...UNITS))
        .map(([n, every, unit]) => `${n}/${every}${unit}` as `${number}/${FrequencyUnit}`),
    },
  ),
});
const phases = fc.array(phase, { minLength: 1, maxLength: 3 });
const scope = fc
  .tuple(day, fc.integer({ min: 0, max: 1200 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const options: fc.Arbitrary<ExpandOptions> = fc.record(
  {
    yearKind: fc.constantFrom("calendar", "school"),
    accountMoments: fc.oneof(
      fc.constantFrom("schoolTermEnd", "quarterEnd", "monthEnd", "yearEnd", "schoolYearEnd").map((kind) => ({ kind })),
      fc.record({ kind: fc.constant("days" as const), days: fc.array(yearless, { maxLength: 3 }) }),
    ),
    skipMonths: fc.constantFrom([], [7, 8]),
    daily: fc.constantFrom("moments", "each"),
  },
  { requiredKeys: [] },
);

function sorted(list: readonly Occurrence[]): boolean {
  return list.every((item, at) => at === 0 || list[at - 1]!.dueOn <= item.dueOn);
}

describe("laws of expansion", () => {
  it("sorted, unique, inside the scope, deterministic", () => {
    fc.assert(
      fc.property(phases, scope, options, (term, within, chosen) => {
        const found = expandTerm(term, within, USUAL, chosen);
        expect(expandTerm(term, within, USUAL, chosen)).toEqual(found);
        expect(sorted(found)).toBe(true);
        expect(new Set(found.map((item) => item.key)).size).toBe(found.length);
        for (const item of found) {
          expect(within.from <= item.from && item.from <= item.dueOn && item.dueOn <= within.to).toBe(true);
          expect(item.required).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("a longer programme neither removes nor renames what lay wholly inside the shorter one", () => {
    fc.assert(
      fc.property(phases, scope, fc.nat(500), fc.nat(500), options, (term, within, before, after, chosen) => {
        const larger = { from: addDays(within.from, -before), to: addDays(within.to, after) };
        const there = new Map(expandTerm(term, larger, USUAL, chosen).map((item) => [item.key, item]));
        const inner = expandTerm(term, within, USUAL, chosen).filter(
          (item) => item.from !== within.from && item.dueOn !== within.to && (!bound(term) || item.key === "start"),
        );
        const kept = inner.map(({ key }) => there.get(key));
        expect(kept.map((item) => item?.key)).toEqual(inner.map((item) => item.key));
        expect(bound(term) || kept).toEqual(bound(term) || inner);
      }),
      {
        numRuns: runs(80),
        // half a programme's year: what is left of the school year by its second quarter lies wholly inside both
        examples: [
          [
            [{ kind: "cadence", windows: [{ from: null, to: null, named: "schoolTerm/2" }], freq: null }],
            { from: localDate("2018-06-01"), to: localDate("2018-12-29") },
            28,
            0,
            { accountMoments: { kind: "schoolYearEnd" } },
          ],
        ],
      },
    );
  });

  it("n windows without a year come n times in each year", () => {
    const wholeYears = fc.tuple(
      fc.integer({ min: 2015, max: 2030 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom("01-01", "09-01"),
    );
    const spans = fc.array(fc.record({ from: yearless, to: yearless }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(spans, wholeYears, (windows, [year, years, start]) => {
        const within = { from: localDate(`${year}-${start}`), to: addDays(localDate(`${year + years}-${start}`), -1) };
        const found = expandTerm([{ kind: "yearly", windows, freq: null }], within, USUAL);
        expect(found).toHaveLength(windows.length * years);
      }),
      { numRuns: runs(60) },
    );
  });

  it("a calendar that moves moves dates and never keys", () => {
    const moved = fc.tuple(
      fc.integer({ min: 2018, max: 2024 }),
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 8, maxLength: 8 }),
    );
    const rhythm = fc.constantFrom<Phase>(
      { kind: "continuous", windows: [], freq: null },
      { kind: "cadence", windows: [], freq: "2/schoolTerm" },
    );
    fc.assert(
      fc.property(rhythm, moved, (term, [year, shifts]) => {
        const within = { from: localDate(`${year}-09-01`), to: localDate(`${year + 1}-08-31`) };
        const terms = usualSchoolYear(year).terms.map((one, at) => ({
          ...one,
          from: at === 0 ? one.from : addDays(one.from, shifts[at * 2]!),
          to: addDays(one.to, shifts[at * 2 + 1]!),
        }));
        const found = expandTerm([term], within, { schoolYears: [{ year, terms }] });
        expect(found.map((item) => item.key)).toEqual(expandTerm([term], within, USUAL).map((item) => item.key));
        expect(found.map((item) => item.dueOn)).toEqual(terms.map((one) => one.to));
      }),
    );
  });

  it("units taken several at a time part the time, each with its own key", () => {
    const every = fc.constantFrom(2, 3);
    const units = fc.constantFrom<FrequencyUnit>("week", "month", "quarter", "halfYear", "year");
    fc.assert(
      fc.property(units, every, fc.integer({ min: 2018, max: 2026 }), (unit, many, year) => {
        const within = { from: localDate(`${year}-01-01`), to: localDate(`${year + 11}-12-31`) };
        const freq = `1/${many}${unit}` as const;
        const found = expandTerm([{ kind: "cadence", windows: [], freq }], within, USUAL);
        found.slice(1).forEach((item, at) => expect(item.from).toBe(addDays(found[at]!.dueOn, 1)));
        const plain = expandTerm([{ kind: "cadence", windows: [], freq: `1/${unit}` }], within, USUAL);
        expect(Math.abs(found.length - plain.length / many)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("a day of the week falls on that day, once in each whole week or month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2018, max: 2030 }), fc.integer({ min: 1, max: 7 }), (year, weekday) => {
        const within = { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
        const days = (named: NamedSpan, freq: `1/${"week" | "month"}`) =>
          expandTerm([{ kind: "cadence", windows: [{ from: null, to: null, named }], freq }], within, USUAL).map(
            (item) => item.dueOn,
          );
        const inner = days(`weekday/${weekday}`, "1/week").slice(1, -1);
        expect(inner.map(weekdayOf)).toEqual(inner.map(() => weekday));
        const second = days(`monthWeekday/2-${weekday}`, "1/month");
        expect(second).toHaveLength(12);
        for (const on of second) {
          expect(weekdayOf(on)).toBe(weekday);
          expect([8, 9, 10, 11, 12, 13, 14]).toContain(partsOf(on).day);
        }
        const last = days(`monthWeekday/last-${weekday}`, "1/month");
        for (const on of last) expect(partsOf(addDays(on, 7)).month).not.toBe(partsOf(on).month);
      }),
    );
  });

  it("every month of the scope is there once, leap years too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2019, max: 2030 }), (year) => {
        const within = { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
        const found = expandTerm([{ kind: "cadence", windows: [], freq: "1/month" }], within, USUAL);
        expect(found.map((item) => partsOf(item.dueOn).month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        for (const item of found) expect(addDays(item.dueOn as LocalDate, 1).slice(8)).toBe("01");
      }),
    );
  });
});

/**
 * Terms whose meaning hangs on where the programme begins: an open end without a year starts with the first such day in the scope,
 * and so does «октябрь, далее постоянно». Their beginning is named «start», so its name stays while its days move.
 */
function bound(term: readonly Phase[]): boolean {
  const windows = term.flatMap((one) => one.windows);
  const yearlessOnes = windows.filter(({ from, to }) => (from ?? to ?? "").length < 10);
  return (
    yearlessOnes.some(({ from, to }) => to === null && from !== null) || (term.length > 1 && yearlessOnes.length > 0)
  );
}
