import { describe, expect, it } from "vitest";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";
import { CALENDAR, SCHOOL_YEAR, phaseOf, scopeOf, written } from "./written-terms.ts";

describe("rhythms", () => {
  it("«не реже 1 раза в четверть» follows the school terms", () => {
    expect(written([phaseOf("cadence", [], "1/schoolTerm")], SCHOOL_YEAR)).toEqual([
      "2021/T1 2021-09-01..2021-10-27",
      "2021/T2 2021-11-05..2021-12-28",
      "2021/T3 2022-01-09..2022-03-23",
      "2021/T4 2022-04-01..2022-05-26",
    ]);
  });

  it("a quarter is a calendar one and needs as many as are promised", () => {
    expect(written([phaseOf("cadence", [], "2/quarter")], scopeOf("2021-01-01", "2021-06-30"))).toEqual([
      "2021-Q1 2021-01-01..2021-03-31 ×2",
      "2021-Q2 2021-04-01..2021-06-30 ×2",
    ]);
  });

  it("summer months may rest", () => {
    const keys = expandTerm([phaseOf("cadence", [], "1/month")], SCHOOL_YEAR, CALENDAR, { skipMonths: [7, 8] }).map(
      (o) => o.key,
    );
    expect(keys).toEqual([
      "2021-09",
      "2021-10",
      "2021-11",
      "2021-12",
      "2022-01",
      "2022-02",
      "2022-03",
      "2022-04",
      "2022-05",
      "2022-06",
    ]);
  });

  it("monthly within a window", () => {
    expect(written([phaseOf("cadence", [["11-15", "01-31"]], "1/month")], SCHOOL_YEAR)).toEqual([
      "2021-11 2021-11-15..2021-11-30",
      "2021-12 2021-12-01..2021-12-31",
      "2022-01 2022-01-01..2022-01-31",
    ]);
  });

  it("weeks are ISO weeks: 3 January 2021 ends week 53 of 2020", () => {
    const keys = expandTerm([phaseOf("cadence", [], "1/week")], scopeOf("2021-01-01", "2021-12-31"), CALENDAR).map(
      (o) => o.key,
    );
    expect(keys[0]).toBe("2021-W01");
    expect(keys).toHaveLength(52);
    expect(expandTerm([phaseOf("cadence", [], "1/week")], scopeOf("2020-01-01", "2020-12-31"), CALENDAR)).toHaveLength(
      53,
    );
  });

  it.each<[ExpandOptions["yearKind"], string[]]>([
    ["calendar", ["2021-H2 2021-09-01..2021-12-31", "2022-H1 2022-01-01..2022-06-30"]],
    ["school", ["2021/H1 2021-09-01..2021-12-31", "2021/H2 2022-01-01..2022-08-31"]],
  ])("halves of a %s year", (yearKind, expected) => {
    expect(written([phaseOf("cadence", [], "1/halfYear")], SCHOOL_YEAR, { yearKind })).toEqual(expected);
  });

  it("«год» of a school-year programme is the school year", () => {
    expect(written([phaseOf("cadence", [], "3/year")], SCHOOL_YEAR, { yearKind: "school" })).toEqual([
      "2021/SY 2021-09-01..2022-08-31 ×3",
    ]);
  });

  it("a school year over calendar years counts where most of it lies", () => {
    expect(written([phaseOf("cadence", [], "1/schoolYear")])).toEqual([
      "2020/SY 2021-01-01..2021-08-31",
      "2021/SY 2021-09-01..2022-08-31",
      "2022/SY 2022-09-01..2023-08-31",
    ]);
  });

  it("daily work is accounted at the moments chosen, unless each day is asked for", () => {
    const daily = [phaseOf("cadence", [], "1/day")];
    expect(written(daily, SCHOOL_YEAR)).toHaveLength(4);
    expect(written(daily, SCHOOL_YEAR, { daily: "each" })).toHaveLength(365);
  });
});

describe("moments of account", () => {
  it.each<[string, ExpandOptions, string[]]>([
    ["by default the end of each school term", {}, ["2021/T1", "2021/T2", "2021/T3", "2021/T4"]],
    [
      "the quarters most of which lie inside",
      { accountMoments: { kind: "quarterEnd" } },
      ["2021-Q4", "2022-Q1", "2022-Q2", "2022-Q3"],
    ],
    ["school year", { accountMoments: { kind: "schoolYearEnd" } }, ["2021/SY"]],
    ["chosen days", { accountMoments: { kind: "days", days: ["12-15", "05-20"] } }, ["2021/M1", "2022/M2"]],
  ])("%s", (_, options, keys) => {
    expect(expandTerm([phaseOf("continuous")], SCHOOL_YEAR, CALENDAR, options).map((o) => o.key)).toEqual(keys);
  });

  it("a chosen day opens after the one before it", () => {
    const options: ExpandOptions = { accountMoments: { kind: "days", days: ["12-15", "05-20"] } };
    expect(written([phaseOf("continuous")], SCHOOL_YEAR, options)).toEqual([
      "2021/M1 2021-09-01..2021-12-15",
      "2022/M2 2021-12-16..2022-05-20",
    ]);
  });

  it("by schedule: the year's end, or what the officer chose", () => {
    expect(written([phaseOf("by-schedule")], SCHOOL_YEAR, { yearKind: "school" })).toEqual([
      "2021/SY 2021-09-01..2022-08-31",
    ]);
    expect(written([phaseOf("by-schedule")], scopeOf("2021-01-01", "2021-12-31"))).toEqual([
      "2021/Y 2021-01-01..2021-12-31",
    ]);
    expect(written([phaseOf("by-schedule")], SCHOOL_YEAR, { scheduleMoments: { kind: "schoolTermEnd" } })).toHaveLength(
      4,
    );
  });

  it("from a day on, until the end", () => {
    expect(written([phaseOf("window", [["2022-02-01", null]])], SCHOOL_YEAR)).toEqual([
      "2021/T3 2022-02-01..2022-03-23",
      "2021/T4 2022-04-01..2022-05-26",
    ]);
  });
});
