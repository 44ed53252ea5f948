import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "#shared/local-date.ts";
import {
  againstOf,
  periodAfter,
  periodBefore,
  periodYearBefore,
  readBeside,
  readOn,
  restAfter,
} from "./neighbour-period.ts";
import { periodOf, periodsWithin, type PeriodKind } from "./period.ts";

const CALENDAR = { schoolYears: [] };
const named = (key: string) => periodOf(key, CALENDAR)!;

describe("a period to compare with", () => {
  it.each([
    ["2026-10", "2026-09", "2025-10"],
    ["2026-01", "2025-12", "2025-01"],
    ["2026-Q4", "2026-Q3", "2025-Q4"],
    ["2026-Q1", "2025-Q4", "2025-Q1"],
    ["2026/T2", "2026/T1", "2025/T2"],
    ["2026/T1", "2025/T4", "2025/T1"],
    ["2026", "2025", "2025"],
    ["2026/SY", "2025/SY", "2025/SY"],
    ["2026-10-10..2026-10-19", "2026-09-30..2026-10-09", "2025-10-10..2025-10-19"],
    ["2024-02-01..2024-02-29", "2024-01-03..2024-01-31", "2023-02-01..2023-02-28"],
  ])("%s: before it %s, a year before %s", (key, before, yearBefore) => {
    expect(periodBefore(named(key), CALENDAR)?.key).toBe(before);
    expect(periodYearBefore(named(key), CALENDAR)?.key).toBe(yearBefore);
  });

  it("may be named itself; what names none is none", () => {
    expect(againstOf("before", named("2026-10"), CALENDAR)?.key).toBe("2026-09");
    expect(againstOf("yearBefore", named("2026-10"), CALENDAR)?.key).toBe("2025-10");
    expect(againstOf("2026-03", named("2026-10"), CALENDAR)?.key).toBe("2026-03");
    expect(againstOf("вчера", named("2026-10"), CALENDAR)).toBeUndefined();
  });

  it("the one before ends before this one begins, and stands next to it in the list of its kind", () => {
    const kinds: PeriodKind[] = ["month", "quarter", "schoolTerm", "year", "schoolYear"];
    const span = { from: localDate("2020-01-01"), to: localDate("2029-12-31") };
    for (const kind of kinds) {
      const all = periodsWithin(kind, span, CALENDAR);
      for (const [at, period] of all.entries())
        if (at > 0) {
          expect(periodBefore(period, CALENDAR)?.key).toBe(all[at - 1]!.key);
          expect(periodAfter(all[at - 1]!, CALENDAR)?.key).toBe(period.key);
        }
    }
  });

  it("own dates go back by as many days", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(400), (start, length) => {
        const from = addDays(localDate("2020-01-01"), start);
        const period = named(`${from}..${addDays(from, length)}`);
        const before = periodBefore(period, CALENDAR)!;
        expect(periodAfter(before, CALENDAR)?.key).toBe(period.key);
        expect([addDays(before.to, 1), daysBetween(before.from, before.to)]).toEqual([from, length]);
      }),
    );
  });
});

describe("the day on which periods are read beside each other", () => {
  const TODAY = localDate("2026-10-22");
  it.each([
    ["2026-10", "2025-10", "2025-10-22"],
    ["2026-10", "2026-09", "2026-09-22"],
    ["2026/T1", "2025/T1", "2025-10-22"],
    // as many days as have passed are more than the other has
    ["2026", "2026-02", "2026-03-01"],
    // what is over, or not begun, stands beside the whole
    ["2026-09", "2025-09", "2025-10-01"],
    ["2026-11", "2025-11", "2025-12-01"],
  ])("%s beside %s: on %s", (key, other, day) => expect(readBeside(named(other), named(key), TODAY)).toBe(day));

  it("is never later than its own", () => {
    const day = fc.nat(1500).map((days) => addDays(localDate("2025-01-01"), days));
    const period = fc.tuple(day, fc.nat(200)).map(([from, days]) => named(`${from}..${addDays(from, days)}`));
    fc.assert(
      fc.property(period, period, day, (other, one, today) => {
        expect(readBeside(other, one, today) <= readOn(other, today)).toBe(true);
      }),
    );
  });

  it("days of rest stand between two terms, and after nothing else", () => {
    const rest = restAfter(named("2026/T2"), CALENDAR)!;
    expect(periodOf("2026/T2", CALENDAR)!.to).toBe(addDays(rest.from, -1));
    expect(periodOf("2026/T3", CALENDAR)!.from).toBe(addDays(rest.to, 1));
    expect(restAfter(named("2026-10"), CALENDAR)).toBeUndefined();
  });
});
