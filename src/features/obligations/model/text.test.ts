import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { closeReasonInWords, occurrenceInWords, plannedYearOf, plannedWords, plannedYearsOf } from "./text.ts";

const days = (occurrenceKey: string, dueOn = "2026-12-31", opensOn = "2026-01-01") => ({
  occurrenceKey,
  opensOn: localDate(opensOn),
  dueOn: localDate(dueOn),
});

describe("an occurrence in words", () => {
  it.each([
    ["2026", "2026 год"],
    ["2026/SY", "2026/27 учебный год"],
    ["2026/T2", "II четверть 2026/27"],
    ["2026-Q4", "IV квартал 2026"],
    ["2026-H1", "I полугодие 2026"],
    ["2026-10", "октябрь 2026"],
    ["once", "2026 год"],
    ["2026/2", "2026 год"],
  ])("%s is «%s»", (key, words) => {
    expect(occurrenceInWords(days(key)).replaceAll("\u00a0", " ")).toBe(words);
  });

  it("falls back to its days", () => {
    expect(occurrenceInWords(days("2026-W40", "2026-10-04", "2026-09-28")).replaceAll("\u00a0", " ")).toBe(
      "28 сентября — 4 октября 2026",
    );
  });
});

describe("the year whose plan an occurrence answers", () => {
  it.each([
    ["2026", "2026-12-31", "calendar", 2026],
    ["2026-10", "2026-10-31", "calendar", 2026],
    ["2026/2", "2026-06-30", "calendar", 2026],
    ["2026/T3", "2027-03-23", "calendar", 2027],
    ["2026/T3", "2027-03-23", "school", 2026],
    ["2026/SY", "2027-05-31", "school", 2026],
    ["once", "2027-05-31", "school", 2026],
    ["once", "2027-05-31", "calendar", 2027],
  ] as const)("%s due %s by the %s year: %i", (key, due, kind, year) => {
    expect(plannedYearOf(days(key, due), kind)).toBe(year);
  });

  it("stays last year's when the due day was moved by hand into January", () => {
    expect(plannedYearOf(days("2026", "2027-01-20"), "calendar")).toBe(2026);
  });
});

describe("the years whose plans an occurrence answers", () => {
  it.each([
    ["once", "2021-01-01", "2023-12-31", "calendar", [], [2021, 2022, 2023]],
    ["2021", "2021-01-01", "2023-12-31", "calendar", [], [2021, 2022, 2023]],
    ["2021", "2021-10-01", "2022-05-31", "calendar", [], [2021, 2022]],
    ["2021", "2021-10-01", "2022-05-31", "calendar", ["2022"], [2021]],
    ["once", "2021-10-01", "2022-05-31", "school", [], [2021]],
    ["once", "2021-09-01", "2023-08-31", "school", [], [2021, 2022]],
    ["2021", "2021-01-01", "2021-12-31", "calendar", ["2022"], [2021]],
    // moved by hand into the next year, which has an obligation of its own
    ["2021", "2022-01-10", "2022-01-20", "calendar", ["2022"], [2021]],
    ["2022-Q1", "2022-01-01", "2022-03-31", "calendar", ["2022-Q2"], [2022]],
  ] as const)("%s from %s to %s by the %s year beside %j: %j", (key, from, due, kind, beside, years) => {
    const others = beside.map((other) => days(other));
    expect(plannedYearsOf(days(key, due, from), kind, others)).toEqual(years);
  });
});

describe("what a programme asks of a bearer", () => {
  it.each([
    [12, 0, "за вами 12 отчётов"],
    [12, 3, "за вами 12 отчётов, у 3 срок уже прошёл"],
    [21, 1, "за вами 21 отчёт, у 1 срок уже прошёл"],
    [1, 1, "за вами 1 отчёт, его срок уже прошёл"],
    [2, 2, "за вами 2 отчёта, все сроки уже прошли"],
  ])("%i, late %i: %s", (all, late, words) => {
    expect(plannedWords(all, late).replaceAll("\u00a0", " ")).toBe(words);
  });
});

describe("why an obligation is owed no more", () => {
  it("says the plan's codes in words and a person's reason as written", () => {
    expect(closeReasonInWords("programme-finished")).toBe("программа завершена");
    expect(closeReasonInWords("Школа на капитальном ремонте")).toBe("Школа на капитальном ремонте");
    expect(closeReasonInWords(null)).toBe("");
  });
});
