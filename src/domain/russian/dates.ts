import { daysBetween, lastDayOfMonth, partsOf, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { monthWord } from "./month-words.ts";
import { counted, type PluralForms } from "./plural.ts";

const WEEKDAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"] as const;
const DAYS: PluralForms = ["день", "дня", "дней"];
const NBSP = "\u00A0";

/** «15 октября» */
export function dayInWords(date: LocalDate): string {
  const { month, day } = partsOf(date);
  return `${day}${NBSP}${monthWord(month, "genitive")}`;
}

/** «15 октября 2026» */
export function dateInWords(date: LocalDate): string {
  return `${dayInWords(date)} ${partsOf(date).year}`;
}

/** «суббота» */
export function weekdayInWords(date: LocalDate): string {
  return WEEKDAYS[weekdayOf(date) - 1]!;
}

/** «четверг, 22 октября 2026» */
export function weekdayDateInWords(date: LocalDate): string {
  return `${weekdayInWords(date)}, ${dateInWords(date)}`;
}

/** «октябрь 2026» */
export function monthInWords(date: LocalDate): string {
  const { year, month } = partsOf(date);
  return `${monthWord(month)} ${year}`;
}

/** «15.10.2026», as papers and tables print it */
export function dateInDigits(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** A due day seen from today: «сегодня», «завтра», «через 3 дня», «просрочено на 2 дня». */
export function dueInWords(due: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return "сегодня";
  if (days === 1) return "завтра";
  return days > 0 ? `через ${counted(days, DAYS)}` : `просрочено на ${counted(-days, DAYS)}`;
}

function isWholeMonths(from: LocalDate, to: LocalDate): boolean {
  const end = partsOf(to);
  return partsOf(from).day === 1 && to === lastDayOfMonth(end.year, end.month);
}

/**
 * A span as a person would print it, as short as it stays exact: «2026 год», «октябрь 2026», «сентябрь — октябрь 2026»,
 * «декабрь 2021 — январь 2022», «10–15 октября 2026», «15 октября — 3 ноября 2026». One day prints as that day.
 */
export function spanInWords(from: LocalDate, to: LocalDate): string {
  const a = partsOf(from);
  const b = partsOf(to);
  const sameYear = a.year === b.year;
  if (from === to) return dateInWords(from);
  if (isWholeMonths(from, to)) {
    if (a.month === 1 && b.month === 12) return sameYear ? `${a.year} год` : `${a.year}–${b.year} годы`;
    if (!sameYear) return `${monthInWords(from)} — ${monthInWords(to)}`;
    return a.month === b.month ? monthInWords(from) : `${monthWord(a.month)} — ${monthInWords(to)}`;
  }
  if (!sameYear) return `${dateInWords(from)} — ${dateInWords(to)}`;
  return a.month === b.month ? `${a.day}–${dateInWords(to)}` : `${dayInWords(from)} — ${dateInWords(to)}`;
}
