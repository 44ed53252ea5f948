import { daysBetween, lastDayOfMonth, partsOf, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { counted, type PluralForms } from "./plural.ts";

/*
 * Days in English words: what `domain/russian/dates.ts` says in Russian, under the same names, which it stands in for in the English pages.
 */
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS: PluralForms = ["day", "days", "days"];
const NBSP = "\u00A0";

/** «October»; English has one form for what Russian declines. */
export function monthWord(month: number, _as?: string): string {
  return MONTHS[month - 1]!;
}

/** The month that a word names, whole or by its first three letters, in lower case; undefined where it names none. */
export function monthOf(word: string): number | undefined {
  const at = MONTHS.findIndex((month) => [month, month.slice(0, 3)].some((name) => name.toLowerCase() === word));
  return at < 0 ? undefined : at + 1;
}

/** «15 October» */
export function dayInWords(date: LocalDate): string {
  const { month, day } = partsOf(date);
  return `${day}${NBSP}${monthWord(month)}`;
}

/** «15 October 2026» */
export function dateInWords(date: LocalDate): string {
  return `${dayInWords(date)} ${partsOf(date).year}`;
}

/** «Thursday, 22 October 2026» */
export function weekdayDateInWords(date: LocalDate): string {
  return `${WEEKDAYS[weekdayOf(date) - 1]}, ${dateInWords(date)}`;
}

/** «October 2026» */
export function monthInWords(date: LocalDate): string {
  const { year, month } = partsOf(date);
  return `${monthWord(month)} ${year}`;
}

/** «15.10.2026», as the Russian papers print it: one day is written one way */
export function dateInDigits(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** A due day seen from today: «today», «tomorrow», «in 3 days», «2 days late». */
export function dueInWords(due: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return days > 0 ? `in ${counted(days, DAYS)}` : `${counted(-days, DAYS)} late`;
}

/** A span as short as it stays exact: «2026», «October 2026», «September – October 2026», «10–15 October 2026». */
export function spanInWords(from: LocalDate, to: LocalDate): string {
  const [a, b] = [partsOf(from), partsOf(to)];
  const sameYear = a.year === b.year;
  if (from === to) return dateInWords(from);
  if (a.day === 1 && to === lastDayOfMonth(b.year, b.month)) {
    if (a.month === 1 && b.month === 12) return sameYear ? `${a.year}` : `${a.year}–${b.year}`;
    if (!sameYear) return `${monthInWords(from)} – ${monthInWords(to)}`;
    return a.month === b.month ? monthInWords(from) : `${monthWord(a.month)} – ${monthInWords(to)}`;
  }
  if (!sameYear) return `${dateInWords(from)} – ${dateInWords(to)}`;
  return a.month === b.month ? `${a.day}–${dateInWords(to)}` : `${dayInWords(from)} – ${dateInWords(to)}`;
}
