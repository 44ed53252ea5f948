import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { actualOf, actualsOf, isReached, type ReportedValue, type ValueAggregation } from "./actual-values.ts";
import { measuresFulfilled, planByToday, type CountedOccurrence } from "./measures-fulfilled.ts";
import { percentOf, sumShares } from "./share.ts";

const day = localDate;
const START = day("2025-01-01");

describe("percentOf", () => {
  it.each([
    [0, 0, null],
    [0, 5, 0],
    [5, 5, 100],
    [199, 200, 99],
    [1, 1000, 1],
    [358, 617, 58],
    [1, 2, 50],
    [2, 3, 67],
  ])("%i of %i is %s", (part, whole, percent) => {
    expect(percentOf({ part, whole })).toBe(percent);
  });

  it("says 100 only when all is done and 0 only when nothing is", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (some, whole) => {
        const part = Math.min(some, whole);
        const percent = percentOf({ part, whole })!;
        expect(percent === 100).toBe(part === whole);
        expect(percent === 0).toBe(part === 0);
        expect(Math.abs(percent - (100 * part) / whole)).toBeLessThan(1);
      }),
    );
  });
});

const occurrence = fc.record({
  dueOn: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(START, days)),
  isAccepted: fc.boolean(),
  isNotApplicable: fc.boolean(),
  count: fc.integer({ min: 1, max: 9 }),
});
const world = fc.array(occurrence, { maxLength: 60 });
const anyDay = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(START, days));
const FOREVER = { from: day("2020-01-01"), to: day("2040-12-31") };

describe("share of planned measures fulfilled", () => {
  const at = (dueOn: string, isAccepted = false, isNotApplicable = false): CountedOccurrence => ({
    dueOn: day(dueOn),
    isAccepted,
    isNotApplicable,
    count: 1,
  });

  const october = { from: day("2026-10-01"), to: day("2026-10-31") };

  it("counts both ends of the period and leaves the neighbours out", () => {
    const days = ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"].map((dueOn) => at(dueOn, true));
    expect(measuresFulfilled(days, october)).toEqual({ part: 2, whole: 2 });
  });

  it("counts neither as owed nor as fulfilled what does not apply", () => {
    expect(measuresFulfilled([at("2026-10-05", true, true), at("2026-10-06")], october)).toEqual({ part: 0, whole: 1 });
  });

  it("parts of a period add up to the whole", () => {
    fc.assert(
      fc.property(world, anyDay, (occurrences, cut) => {
        const parts = [
          measuresFulfilled(occurrences, { from: FOREVER.from, to: cut }),
          measuresFulfilled(occurrences, { from: addDays(cut, 1), to: FOREVER.to }),
        ];
        expect(sumShares(parts)).toEqual(measuresFulfilled(occurrences, FOREVER));
      }),
    );
  });

  it("occurrences alike may come as one", () => {
    const many = Array.from({ length: 7 }, () => at("2026-10-05", true));
    expect(measuresFulfilled([{ ...at("2026-10-05", true), count: 7 }], october)).toEqual(
      measuresFulfilled(many, october),
    );
  });

  it("the plan grows with the day, from nothing to all", () => {
    fc.assert(
      fc.property(world, anyDay, anyDay, (occurrences, one, two) => {
        const [earlier, later] = [one, two].sort() as [typeof one, typeof two];
        const plan = planByToday(occurrences, FOREVER, earlier);
        expect(plan.part).toBeLessThanOrEqual(planByToday(occurrences, FOREVER, later).part);
        expect(planByToday(occurrences, FOREVER, day("2019-12-31")).part).toBe(0);
        expect(planByToday(occurrences, FOREVER, day("2041-01-01"))).toEqual({ part: plan.whole, whole: plan.whole });
      }),
    );
  });

  it("the plan of today holds what is due today", () => {
    expect(planByToday([at("2026-10-22"), at("2026-10-23")], october, day("2026-10-22"))).toEqual({
      part: 1,
      whole: 2,
    });
  });
});

describe("actual values", () => {
  const of = (value: number, denominator: number | null = null) => ({ value, denominator });

  it.each([
    ["counts add up", "count", [of(3), of(4)], 7],
    ["decimals stay as typed", "count", [of(0.1), of(0.2)], 0.3],
    ["shares are counted from both numbers, not averaged", "percent", [of(1, 1), of(0, 9)], 10],
    ["a share of zero says nothing", "percent", [of(0, 0), of(3, 4)], 75],
    ["percents without «out of» are averaged", "percent", [of(80), of(90)], 85],
    ["beside shares a bare percent says nothing", "percent", [of(90), of(1, 2)], 50],
  ] as const)("%s", (_what, unit, values, expected) => {
    expect(actualOf(values, unit)?.value).toBeCloseTo(expected, 12);
  });

  it.each([
    [[], "count"],
    [[of(0, 0)], "percent"],
  ] as const)("nothing to count is null, not zero", (values, unit) => {
    expect(actualOf(values, unit)).toBeNull();
  });

  it("says how many values it left out", () => {
    expect(actualOf([of(0, 0), of(90), of(3, 4)], "percent")?.skipped).toBe(2);
  });

  it.each<[ValueAggregation, number]>([
    ["sum", 12],
    ["eachYear", 3],
    ["atLeast", 5],
    ["share", 4],
  ])("the total of a plan that means %s", (aggregation, total) => {
    const values = [3, 5, 4].map((value, at) => ({ year: 2025 + at, value, denominator: null }));
    expect(actualsOf(values, "count", aggregation).total).toBe(total);
  });

  const reported: fc.Arbitrary<ReportedValue> = fc.record({
    year: fc.integer({ min: 2024, max: 2027 }),
    value: fc.nat(100),
    denominator: fc.option(fc.nat(100)),
  });

  it("does not depend on the order of reports", () => {
    fc.assert(
      fc.property(
        fc.array(reported, { maxLength: 20 }),
        fc.constantFrom<"count" | "percent">("count", "percent"),
        fc.constantFrom<ValueAggregation>("sum", "eachYear", "atLeast", "share"),
        (values, unit, aggregation) => {
          const turned = actualsOf(values.slice().reverse(), unit, aggregation);
          expect(turned.total ?? -1).toBeCloseTo(actualsOf(values, unit, aggregation).total ?? -1, 9);
        },
      ),
    );
  });

  it("a share lies between the worst and the best of its reports", () => {
    const share = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }))
      .map(([some, all]) => of(Math.min(some, all), all));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (values) => {
        const each = values.map(({ value, denominator }) => (100 * value) / denominator!);
        const { value } = actualOf(values, "percent")!;
        expect(value).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...each) + 1e-9);
      }),
    );
  });

  it.each([
    [10, 10, true],
    [10, 9, false],
    [10, 12, true],
    [null, 3, null],
    [10, null, null],
  ])("a plan of %s with %s", (planned, actual, reached) => {
    expect(isReached(planned, actual)).toBe(reached);
  });
});
