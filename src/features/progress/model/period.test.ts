import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { usualSchoolYear } from "#domain/schedule/school-calendar.ts";
import {
  askedPeriod,
  isOfKind,
  monthNow,
  monthsOf,
  PERIOD_KINDS,
  periodChoices,
  periodOf,
  periodsWithin,
  standingAmong,
  yearAround,
  type PeriodKind,
} from "./period.ts";

const calendar = { schoolYears: [2025, 2026].map(usualSchoolYear) };

describe("periodOf refuses", () => {
  it.each([
    "",
    "вчера",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026/T7",
    "2026/T5",
    "2026-10-31..2026-10-01",
    "2026-02-30..2026-03-01",
    "..",
    "2026-10..",
  ])("«%s»", (key) => {
    expect(periodOf(key, calendar)).toBeUndefined();
  });
});

describe("the year of a plan around a period", () => {
  it.each([
    ["2026-Q4", "calendar", "2026"],
    ["2026-10", "school", "2026/SY"],
    ["2026", "calendar", null],
    ["2026", "school", null],
    ["2026/SY", "school", null],
    ["2026/SY", "calendar", null],
    ["2026-12-20..2027-01-10", "calendar", null],
    ["2026-12-20..2027-01-10", "school", "2026/SY"],
  ] as const)("%s of %s years: %s", (key, kind, around) => {
    expect(yearAround(periodOf(key, calendar)!, kind)).toBe(around);
  });
});

describe("periodOf", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31", "2026 год"],
    ["2026-02", "2026-02-01", "2026-02-28", "февраль 2026"],
    ["2026-Q4", "2026-10-01", "2026-12-31", "IV квартал 2026"],
    ["2026/T1", "2026-09-01", "2026-10-27", "I четверть 2026/27"],
    ["2026/T3", "2027-01-09", "2027-03-23", "III четверть 2026/27"],
    ["2026/SY", "2026-09-01", "2027-08-31", "2026/27 учебный год"],
    ["2026-10-15..2026-11-03", "2026-10-15", "2026-11-03", "15 октября — 3 ноября 2026"],
  ])("%s is %s…%s, «%s»", (key, from, to, words) => {
    const period = periodOf(key, calendar)!;
    expect({ ...period, words: period.words.replaceAll("\u00A0", " ") }).toEqual({ key, from, to, words });
  });
});

describe("periodsWithin", () => {
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate("2025-01-01"), days));

  it("every period touches the span, reads back from its key, and stands in order", () => {
    fc.assert(
      fc.property(day, fc.nat(700), fc.constantFrom(...PERIOD_KINDS), (from, days, kind) => {
        const span = { from, to: addDays(from, days) };
        const found = periodsWithin(kind, span, calendar);
        for (const period of found) {
          expect(periodOf(period.key, calendar)).toEqual(period);
          expect(PERIOD_KINDS.filter((each) => isOfKind(period.key, each))).toEqual([kind]);
          expect(period.from <= span.to && period.to >= span.from).toBe(true);
        }
        expect(found.map((period) => period.from)).toEqual(found.map((period) => period.from).sort());
      }),
    );
  });

  it("months and quarters leave no day out", () => {
    fc.assert(
      fc.property(day, fc.nat(700), fc.constantFrom("month" as const, "quarter" as const), (from, days, kind) => {
        const span = { from, to: addDays(from, days) };
        const found = periodsWithin(kind, span, calendar);
        expect(found[0]!.from <= span.from && found.at(-1)!.to >= span.to).toBe(true);
        for (const [at, period] of found.slice(1).entries()) expect(period.from).toBe(addDays(found[at]!.to, 1));
      }),
    );
  });
});

describe("isOfKind", () => {
  it.each([
    ["2026-10-01..2026-10-31", "span", true],
    ["2026-10-01..", "span", false],
    ["2026-Q4", "month", false],
    ["2026", "all", false],
  ] as const)("%s as %s", (key, kind, is) => {
    expect(isOfKind(key, kind)).toBe(is);
  });
});

describe("months", () => {
  it("of a calendar year and of a school year", () => {
    expect(monthsOf(2026, "calendar").map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`),
    );
    const school = monthsOf(2026, "school");
    expect([school[0]!.key, school[3]!.key, school[4]!.key, school[11]!.key]).toEqual([
      "2026-09",
      "2026-12",
      "2027-01",
      "2027-08",
    ]);
  });

  it("of a day", () => {
    expect(monthNow(localDate("2024-02-10"))).toMatchObject({ from: "2024-02-01", to: "2024-02-29" });
  });
});

describe("standingAmong", () => {
  const quarters = ["2026-01-01", "2026-04-01", "2026-07-01"].map((from) => ({ from }));
  it.each([
    ["2026-05-09", "2026-04-01"],
    ["2026-04-01", "2026-04-01"],
    ["2027-01-01", "2026-07-01"],
    ["2025-12-31", "2026-01-01"],
  ])("on %s", (day, from) => {
    expect(standingAmong(quarters, day)?.from).toBe(from);
  });

  it("names none of none", () => {
    expect(standingAmong([], "2026-05-09")).toBeUndefined();
  });
});

describe("what an address asks for", () => {
  const KINDS: readonly [PeriodKind, ...PeriodKind[]] = ["month", "quarter", "span"];
  it.each([
    ["quarter", "2021-Q4", "quarter", "2021-Q4"],
    ["quarter", "2021-10", "quarter", ""],
    ["decade", "2021-10", "month", "2021-10"],
    ["year", "2021", "month", ""],
    ["span", "2021-10-01..2021-11-15", "span", "2021-10-01..2021-11-15"],
    ["span", "2021-11-15..2021-10-01", "span", ""],
  ])("%s, %s: %s «%s»", (kindText, key, kind, period) => {
    expect(askedPeriod(KINDS, kindText, key)).toEqual({ kind, period });
  });

  it("offers the chosen period even where it lies beside the years of the programme", () => {
    const seen = (key: string, from: string, to: string) => ({ key, from, to });
    const [october, november] = [
      seen("2021-10", "2021-10-01", "2021-10-31"),
      seen("2021-11", "2021-11-01", "2021-11-30"),
    ];
    expect(periodChoices([october], october)).toEqual([{ value: "2021-10", label: "октябрь 2021" }]);
    expect(periodChoices([october], november).map(({ label }) => label)).toEqual(["ноябрь 2021", "октябрь 2021"]);
  });
});
