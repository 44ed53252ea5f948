import { termsOf, type SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import { addDays, addYears, daysBetween, localDate, type LocalDate } from "#shared/local-date.ts";
import { periodOf, type NamedPeriod } from "./period.ts";

/** What a period is compared with: the one before it, the same a year earlier, or one named by its key. */
export const AGAINST = { before: "before", yearBefore: "yearBefore" } as const;

/** The period to compare with; undefined where there is none of that name. */
export function againstOf(against: string, period: NamedPeriod, calendar: SchoolCalendar): NamedPeriod | undefined {
  if (against === AGAINST.before) return periodBefore(period, calendar);
  if (against === AGAINST.yearBefore) return periodYearBefore(period, calendar);
  return periodOf(against, calendar);
}

/** The day on which a period is read: the first after it, or today while it lasts or has not begun. */
export function readOn({ to }: Pick<NamedPeriod, "to">, today: LocalDate): LocalDate {
  return to < today ? addDays(to, 1) : today;
}

/**
 * The day on which a period is read beside another: of one that still lasts, as many days into the other as have passed of it, so that half
 * a term stands beside half a term. Never later than the other's own.
 */
export function readBeside(other: NamedPeriod, period: NamedPeriod, today: LocalDate): LocalDate {
  const own = readOn(other, today);
  if (period.to < today || period.from > today) return own;
  const same = addDays(other.from, daysBetween(period.from, today));
  return same < own ? same : own;
}

/** The days between a school term and the next, in which pupils rest and papers may be due; undefined after any other period. */
export function restAfter(period: NamedPeriod, calendar: SchoolCalendar): NamedPeriod | undefined {
  const next = period.key.includes("/T") ? periodAfter(period, calendar) : undefined;
  return next && periodOf(`${addDays(period.to, 1)}..${addDays(next.from, -1)}`, calendar);
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
