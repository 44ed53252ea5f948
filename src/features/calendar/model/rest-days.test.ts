import { describe, expect, it } from "vitest";
import { usualSchoolYear } from "#domain/schedule/school-calendar.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import { ARTICLE_112 } from "./holidays.ts";
import { namedRests, offDayWords, restName, schoolHolidays } from "./rest-days.ts";

describe("a day that is not as its weekday is", () => {
  it.each([
    ["2021-11-04", "День народного единства"],
    ["2021-11-05", "Выходной"],
    ["2021-02-20", "Рабочий день"],
    ["2021-11-06", null],
    ["2021-11-08", null],
    ["2022-01-07", "Рождество Христово"],
  ])("%s is told as %s", (day, name) => {
    expect(restName(localDate(day))).toBe(name);
  });

  it("has a name on every holiday of article 112", () => {
    for (const day of ARTICLE_112.holidays)
      expect([day, restName(localDate(`2026-${day}`))]).toEqual([day, expect.stringMatching(/^(?!Выходной)\p{Lu}/u)]);
  });

  it("stands with its neighbours of one name", () => {
    const january = Array.from({ length: 31 }, (_, at) => addDays(localDate("2026-01-01"), at));
    expect(namedRests(january)).toEqual([
      { from: "2026-01-01", to: "2026-01-06", name: "Новогодние каникулы" },
      { from: "2026-01-07", to: "2026-01-07", name: "Рождество Христово" },
      { from: "2026-01-08", to: "2026-01-08", name: "Новогодние каникулы" },
      { from: "2026-01-09", to: "2026-01-09", name: "Выходной" },
    ]);
  });
});

describe("a day chosen as a term", () => {
  it.each([
    ["2021-12-12", "Это воскресенье, нерабочий день."],
    ["2021-11-04", "Это День народного единства, нерабочий день."],
    ["2021-11-05", "Это пятница, нерабочий день."],
    ["2022-01-05", "Это Новогодние каникулы, нерабочий день."],
    ["2021-02-20", undefined],
    ["2021-12-10", undefined],
  ])("%s: %s", (day, words) => {
    expect(offDayWords(localDate(day))).toBe(words);
  });
});

describe("school holidays", () => {
  it("lie between terms and after the last", () => {
    expect(schoolHolidays([usualSchoolYear(2021)])).toEqual([
      { from: "2021-10-28", to: "2021-11-04" },
      { from: "2021-12-29", to: "2022-01-08" },
      { from: "2022-03-24", to: "2022-03-31" },
      { from: "2022-05-27", to: "2022-08-31" },
    ]);
  });

  it("are none where terms are parted by days off alone", () => {
    const [first, second] = [
      { number: 1, from: localDate("2021-09-01"), to: localDate("2021-11-03") },
      { number: 2, from: localDate("2021-11-08"), to: localDate("2022-08-31") },
    ];
    expect(schoolHolidays([{ year: 2021, terms: [first, second] }])).toEqual([]);
  });
});
