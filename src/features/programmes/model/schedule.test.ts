import { describe, expect, it } from "vitest";
import { readTerm } from "#domain/phrases/read-term.ts";
import { localDate } from "#shared/local-date.ts";
import { Cadence } from "./cadence.ts";
import { isUnclear, nextDue, plannedYearsOf, scheduleOf, type ScheduleFrame } from "./schedule.ts";

const FRAME: ScheduleFrame = {
  startsOn: localDate("2025-01-01"),
  endsOn: localDate("2027-12-31"),
  yearKind: "calendar",
  accountMoments: { kind: "yearEnd" },
};
const calendar = { schoolYears: [] };
const term = (dueText: string, plannedYears: readonly number[] = []) => ({
  dueText,
  cadence: Cadence.parse(readTerm(dueText).phases),
  accountMoments: null,
  plannedYears,
});
const dueDays = (dueText: string, plannedYears?: readonly number[]) =>
  scheduleOf(term(dueText, plannedYears), FRAME, calendar).map((occurrence) => occurrence.dueOn);

describe("the schedule of a measure", () => {
  it.each([
    ["ежегодно, до 15 октября", ["2025-10-15", "2026-10-15", "2027-10-15"]],
    ["до 20.02.2025", ["2025-02-20"]],
    ["постоянно", ["2025-12-31", "2026-12-31", "2027-12-31"]],
  ])("of «%s»", (dueText, days) => {
    expect(dueDays(dueText)).toEqual(days);
  });

  it("is the planned years where the document names no term", () => {
    expect(dueDays("", [2026])).toEqual(["2026-12-31"]);
  });

  it("takes the measure's own moments before the programme's", () => {
    const own = { ...term("постоянно"), accountMoments: { kind: "days" as const, days: ["2026-05-20"] } };
    expect(scheduleOf(own, FRAME, calendar).map((each) => each.dueOn)).toEqual(["2026-05-20"]);
  });

  it("has a next day from today on, and none after the last", () => {
    const dates = scheduleOf(term("ежегодно, до 15 октября"), FRAME, calendar);
    expect(nextDue(dates, localDate("2026-10-15"))).toBe("2026-10-15");
    expect(nextDue(dates, localDate("2026-10-16"))).toBe("2027-10-15");
    expect(nextDue(dates, localDate("2027-10-16"))).toBeNull();
  });
});

describe("a term to be looked at", () => {
  it.each([
    ["в рабочем порядке совсем непонятно когда", [], true],
    ["", [], true],
    ["", [2026], false],
    ["по запросу", [], false],
    ["октябрь 2026", [], false],
  ])("«%s» with years %j: %s", (dueText, years, unclear) => {
    expect(isUnclear(term(dueText, years))).toBe(unclear);
  });

  it("is none once a person has decided it", () => {
    expect(isUnclear({ ...term("когда-нибудь"), cadence: [{ kind: "continuous", windows: [], freq: null }] })).toBe(
      false,
    );
  });
});

describe("planned years", () => {
  it("are those that say something, once each", () => {
    const year = (at: number, text: string, value: number | null) => ({ year: at, text, value });
    expect(
      plannedYearsOf([
        { years: [year(2026, "", 3), year(2025, "", null)] },
        { years: [year(2026, "10", 10), year(2027, "да", null)] },
      ]),
    ).toEqual([2026, 2027]);
  });
});
