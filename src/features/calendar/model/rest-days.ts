import { weekdayInWords } from "#domain/russian/dates.ts";
import { schoolYearSpan, type SchoolYear } from "#domain/schedule/school-calendar.ts";
import type { Span } from "#domain/schedule/span.ts";
import { addDays, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { isWorkingDay } from "./working-days.ts";

const NEW_YEAR = "Новогодние каникулы";

/** Names of the holidays of article 112, by MM-DD. */
const HOLIDAY_NAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["01", "02", "03", "04", "05", "06", "08"].map((day) => [`01-${day}`, NEW_YEAR])),
  "01-07": "Рождество Христово",
  "02-23": "День защитника Отечества",
  "03-08": "Международный женский день",
  "05-01": "Праздник Весны и Труда",
  "05-09": "День Победы",
  "06-12": "День России",
  "11-04": "День народного единства",
};

export interface NamedSpan extends Span {
  readonly name: string;
}

/** What sets a day apart from a usual one of its week: a holiday by its name, a weekday that is free, a weekend that is worked; else null. */
export function restName(day: LocalDate): string | null {
  const holiday = HOLIDAY_NAME[day.slice(5)];
  if (holiday) return holiday;
  const works = isWorkingDay(day);
  if (works === weekdayOf(day) < 6) return null;
  return works ? "Рабочий день" : "Выходной";
}

/** Said beside a day that one chooses as a term: «Это воскресенье, нерабочий день»; undefined of a working day. */
export function offDayWords(day: LocalDate): string | undefined {
  if (isWorkingDay(day)) return undefined;
  return `Это ${HOLIDAY_NAME[day.slice(5)] ?? weekdayInWords(day)}, нерабочий день.`;
}

/** The named days of these, neighbours of one name together. */
export function namedRests(days: readonly LocalDate[]): NamedSpan[] {
  const spans: NamedSpan[] = [];
  for (const day of days) {
    const name = restName(day);
    const last = spans.at(-1);
    if (name && last?.name === name && addDays(last.to, 1) === day) spans.splice(-1, 1, { ...last, to: day });
    else if (name) spans.push({ from: day, to: day, name });
  }
  return spans;
}

/** School holidays of the years whose terms are given: what lies between terms, and the summer. A pause of days off alone is none. */
export function schoolHolidays(years: readonly SchoolYear[]): Span[] {
  return years.flatMap(({ year, terms }) =>
    terms.flatMap((term, at) => {
      const after = terms[at + 1];
      const span = { from: addDays(term.to, 1), to: after ? addDays(after.from, -1) : schoolYearSpan(year).to };
      for (let day = span.from; day <= span.to; day = addDays(day, 1)) if (isWorkingDay(day)) return [span];
      return [];
    }),
  );
}
