import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { Span } from "./span.ts";

/** One school term (учебная четверть or триместр): the days of teaching, both ends included. */
export interface SchoolTerm {
  /** 1…6 within its school year */
  readonly number: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface SchoolYear {
  /** the year of its September: 2021 is 2021/22 */
  readonly year: number;
  /** in order, not overlapping, inside the school year */
  readonly terms: readonly SchoolTerm[];
}

export interface SchoolCalendar {
  readonly schoolYears: readonly SchoolYear[];
}

/** 1 September to 31 August: the school year as obligations count it, although teaching ends in May or June. */
export function schoolYearSpan(year: number): Span {
  return { from: localDate(`${year}-09-01`), to: localDate(`${year + 1}-08-31`) };
}

/**
 * Four school quarters with the dates most schools use. No act sets them for the country: each municipality or school
 * sets its own in the yearly academic calendar (273-ФЗ, art. 28), so these only stand until it has done so.
 */
export function usualSchoolYear(year: number): SchoolYear {
  const next = year + 1;
  return {
    year,
    terms: [
      { number: 1, from: localDate(`${year}-09-01`), to: localDate(`${year}-10-27`) },
      { number: 2, from: localDate(`${year}-11-05`), to: localDate(`${year}-12-28`) },
      { number: 3, from: localDate(`${next}-01-09`), to: localDate(`${next}-03-23`) },
      { number: 4, from: localDate(`${next}-04-01`), to: localDate(`${next}-05-26`) },
    ],
  };
}

/** The terms of a school year: the calendar's own, else the usual ones, so that no year is left without moments of account. */
export function termsOf(calendar: SchoolCalendar, year: number): readonly SchoolTerm[] {
  return (calendar.schoolYears.find((entry) => entry.year === year) ?? usualSchoolYear(year)).terms;
}
