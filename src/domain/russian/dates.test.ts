import { expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import {
  dateInDigits,
  dateInWords,
  dayInWords,
  dueInWords,
  monthInWords,
  spanInWords,
  weekdayDateInWords,
} from "./dates.ts";
import { monthForms, monthName } from "./months.ts";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

it("refuses a month that the calendar does not have", () => {
  expect(() => monthName(0)).toThrow(RangeError);
  expect(() => monthName(13)).toThrow(RangeError);
});

it("names the months in their cases", () => {
  expect([5, 3, 8, 2].map((month) => monthName(month, "genitive"))).toEqual(["мая", "марта", "августа", "февраля"]);
  expect(monthName(5, "prepositional")).toBe("мае");
  expect(monthName(12)).toBe("декабрь");
  expect(monthForms(3)).toContain("мартом");
});

it("prints a day", () => {
  const date = localDate("2026-10-22");
  expect(plain(dateInWords(date))).toBe("22 октября 2026");
  expect(plain(dayInWords(date))).toBe("22 октября");
  expect(plain(weekdayDateInWords(date))).toBe("четверг, 22 октября 2026");
  expect(monthInWords(date)).toBe("октябрь 2026");
  expect(dateInDigits(date)).toBe("22.10.2026");
});

it.each([
  ["2026-10-22", "сегодня"],
  ["2026-10-23", "завтра"],
  ["2026-10-24", "через 2 дня"],
  ["2026-11-22", "через 31 день"],
  ["2026-10-21", "просрочено на 1 день"],
  ["2026-10-20", "просрочено на 2 дня"],
  ["2026-10-11", "просрочено на 11 дней"],
])("due on %s is «%s» on 22.10.2026", (due, words) => {
  expect(plain(dueInWords(localDate(due), localDate("2026-10-22")))).toBe(words);
});

it.each([
  ["2026-01-01", "2026-12-31", "2026 год"],
  ["2021-01-01", "2023-12-31", "2021–2023 годы"],
  ["2026-10-01", "2026-10-31", "октябрь 2026"],
  ["2026-09-01", "2026-10-31", "сентябрь — октябрь 2026"],
  ["2021-12-01", "2022-01-31", "декабрь 2021 — январь 2022"],
  ["2024-02-01", "2024-02-29", "февраль 2024"],
  ["2024-02-01", "2024-02-28", "1–28 февраля 2024"],
  ["2026-10-10", "2026-10-15", "10–15 октября 2026"],
  ["2026-10-15", "2026-11-03", "15 октября — 3 ноября 2026"],
  ["2021-09-10", "2022-05-20", "10 сентября 2021 — 20 мая 2022"],
  ["2026-10-15", "2026-10-15", "15 октября 2026"],
])("%s … %s prints as «%s»", (from, to, words) => {
  expect(plain(spanInWords(localDate(from), localDate(to)))).toBe(words);
});
