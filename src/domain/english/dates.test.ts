import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import * as russian from "#domain/russian/dates.ts";
import * as english from "./dates.ts";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("days in English words", () => {
  it("are said by the same functions as in Russian", () =>
    expect(Object.keys(english).sort()).toEqual(Object.keys(russian).sort()));

  it.each([
    ["2026-10-22", "2026-10-22", "today"],
    ["2026-10-23", "2026-10-22", "tomorrow"],
    ["2026-10-25", "2026-10-22", "in 3 days"],
    ["2026-10-21", "2026-10-22", "1 day late"],
    ["2026-10-01", "2026-10-22", "21 days late"],
  ])("due %s seen from %s is %s", (due, today, said) =>
    expect(plain(english.dueInWords(localDate(due), localDate(today)))).toBe(said),
  );

  it.each([
    ["2026-01-01", "2026-12-31", "2026"],
    ["2025-01-01", "2026-12-31", "2025–2026"],
    ["2026-10-01", "2026-10-31", "October 2026"],
    ["2026-09-01", "2026-10-31", "September – October 2026"],
    ["2021-12-01", "2022-01-31", "December 2021 – January 2022"],
    ["2026-10-10", "2026-10-15", "10–15 October 2026"],
    ["2026-10-15", "2026-11-03", "15 October – 3 November 2026"],
    ["2026-10-15", "2026-10-15", "15 October 2026"],
  ])("%s to %s is %s", (from, to, said) =>
    expect(plain(english.spanInWords(localDate(from), localDate(to)))).toBe(said),
  );

  it("a month is known by its name and by its first letters", () => {
    expect(["october", "oct", "may", "октябрь", "oc"].map(english.monthOf)).toEqual([10, 10, 5, undefined, undefined]);
    expect(plain(english.weekdayDateInWords(localDate("2026-10-22")))).toBe("Thursday, 22 October 2026");
    expect([english.dateInDigits(localDate("2026-10-05")), english.monthWord(1)]).toEqual(["05.10.2026", "January"]);
  });
});
