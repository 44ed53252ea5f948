import { termsOf, type SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import { addDays, addYears, daysBetween, localDate } from "#shared/local-date.ts";
import { periodOf, type NamedPeriod } from "./period.ts";

/** What a period is compared with: the one before it, the same a year earlier, or one named by its key. */
export const AGAINST = { before: "before", yearBefore: "yearBefore" } as const;

/** The period to compare with; undefined where there is none of that name. */
export function againstOf(against: string, period: NamedPeriod, calendar: SchoolCalendar): NamedPeriod | undefined {
  if (against === AGAINST.before) return periodBefore(period, calendar);
  if (against === AGAINST.yearBefore) return periodYearBefore(period, calendar);
  return periodOf(against, calendar);
}

/** The period of the same kind that ends before this one begins; of own dates, as many days. */
export function periodBefore({ key, from, to }: NamedPeriod, calendar: SchoolCalendar): NamedPeriod | undefined {
  const year = Number(key.slice(0, 4));
  const rest = key.slice(4);
  if (key.includes(".."))
    return periodOf(`${addDays(from, -1 - daysBetween(from, to))}..${addDays(from, -1)}`, calendar);
  if (rest === "" || rest === "/SY") return periodOf(`${year - 1}${rest}`, calendar);
  if (rest.startsWith("/T")) {
    const number = Number(rest.slice(2));
    return number > 1
      ? periodOf(`${year}/T${number - 1}`, calendar)
      : periodOf(`${year - 1}/T${termsOf(calendar, year - 1).length}`, calendar);
  }
  if (rest.startsWith("-Q")) {
    const number = Number(rest.slice(2));
    return periodOf(number > 1 ? `${year}-Q${number - 1}` : `${year - 1}-Q4`, calendar);
  }
  return periodOf(addDays(localDate(`${key}-01`), -1).slice(0, 7), calendar);
}

/** The period of the same kind that this one is before; of own dates, as many days. */
export function periodAfter({ key, from, to }: NamedPeriod, calendar: SchoolCalendar): NamedPeriod | undefined {
  const year = Number(key.slice(0, 4));
  const rest = key.slice(4);
  if (key.includes("..")) return periodOf(`${addDays(to, 1)}..${addDays(to, 1 + daysBetween(from, to))}`, calendar);
  if (rest === "" || rest === "/SY") return periodOf(`${year + 1}${rest}`, calendar);
  if (rest.startsWith("/T"))
    return periodOf(`${year}/T${Number(rest.slice(2)) + 1}`, calendar) ?? periodOf(`${year + 1}/T1`, calendar);
  if (rest.startsWith("-Q")) {
    const number = Number(rest.slice(2));
    return periodOf(number < 4 ? `${year}-Q${number + 1}` : `${year + 1}-Q1`, calendar);
  }
  return periodOf(addDays(to, 1).slice(0, 7), calendar);
}

/** The same period of the year before: October of last year, the same term of the last school year. */
export function periodYearBefore({ key, from, to }: NamedPeriod, calendar: SchoolCalendar): NamedPeriod | undefined {
  if (key.includes("..")) return periodOf(`${addYears(from, -1)}..${addYears(to, -1)}`, calendar);
  return periodOf(`${Number(key.slice(0, 4)) - 1}${key.slice(4)}`, calendar);
}
