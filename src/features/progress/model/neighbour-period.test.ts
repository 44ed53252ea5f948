import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "#shared/local-date.ts";
import { againstOf, periodAfter, periodBefore, periodYearBefore } from "./neighbour-period.ts";
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
