import { describe, expect, it } from "vitest";
import type { NamedSpan, Phase } from "#domain/phrases/term.ts";
import { localDate } from "#shared/local-date.ts";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";

function scope(from: string, to: string) {
  return { from: localDate(from), to: localDate(to) };
}

const THREE_YEARS = scope("2021-01-01", "2023-12-31");
const SCHOOL_YEAR = scope("2021-09-01", "2022-08-31");

function written(phases: Phase[], within = THREE_YEARS, options: ExpandOptions = {}): string[] {
  const found = expandTerm(phases, within, { schoolYears: [] }, options);
  return found.map(({ key, from, dueOn }) => `${key} ${from}..${dueOn}`);
}

describe("spans that only the calendar dates", () => {
  const named = (name: NamedSpan, year?: [string, string]): Phase => ({
    kind: "window",
    windows: [{ from: year?.[0] ?? null, to: year?.[1] ?? null, named: name }],
    freq: null,
  });

  it.each<[NamedSpan, string[]]>([
    ["schoolTerm/2", ["2021/T2 2021-11-05..2021-12-28"]],
    ["schoolTerm/7", []],
    ["halfYear/1", ["2021/H1 2021-09-01..2021-12-31"]],
    ["schoolBreak/autumn", ["2021/autumn-break 2021-10-28..2021-11-04"]],
    ["schoolBreak/summer", ["2021/summer-break 2022-05-27..2022-08-31"]],
    ["schoolYear/start", ["2021/SY-start 2021-09-01..2021-09-30"]],
    ["schoolYear/end", ["2021/SY-end 2022-05-01..2022-05-26"]],
    ["year/end", ["2021-end 2021-12-01..2021-12-31"]],
  ])("%s", (name, expected) => {
    expect(written([named(name)], SCHOOL_YEAR, { yearKind: "school" })).toEqual(expected);
  });

  it("the breaks are all of them where none is named", () => {
    expect(written([named("schoolBreak")], SCHOOL_YEAR).map((line) => line.split(" ")[0])).toEqual([
      "2021/autumn-break",
      "2021/winter-break",
      "2021/spring-break",
      "2021/summer-break",
    ]);
  });

  it("inside the year that is named, and nowhere else", () => {
    expect(written([named("schoolTerm/3", ["2022-01-01", "2022-12-31"])])).toEqual(["2021/T3 2022-01-09..2022-03-23"]);
    expect(written([named("schoolTerm/3", ["2025-01-01", "2025-12-31"])])).toEqual([]);
  });

  it("hold a rhythm", () => {
    const monthly: Phase = { ...named("schoolTerm/3"), kind: "cadence", freq: "1/month" };
    expect(written([monthly], SCHOOL_YEAR)).toEqual([
      "2022-01 2022-01-09..2022-01-31",
      "2022-02 2022-02-01..2022-02-28",
      "2022-03 2022-03-01..2022-03-23",
    ]);
  });

  it("by a day of each month, or of the month after", () => {
    const by = (name: NamedSpan, freq: Phase["freq"]): Phase => ({ ...named(name), kind: "cadence", freq });
    expect(written([by("monthDay/30", "1/month")], scope("2022-01-01", "2022-02-28"))).toEqual([
      "2022-01 2022-01-01..2022-01-30",
      "2022-02 2022-02-01..2022-02-28",
    ]);
    expect(
      written([by("nextMonthDay/15", "1/quarter")], scope("2022-01-01", "2022-12-31")).map((line) => line.slice(-10)),
    ).toEqual(["2022-04-15", "2022-07-15", "2022-10-15", "2022-12-31"]);
  });
});
