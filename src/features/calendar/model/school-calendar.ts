import {
  schoolYearSpan,
  usualSchoolYear,
  type SchoolCalendar,
  type SchoolTerm,
} from "#domain/schedule/school-calendar.ts";
import { addDays } from "#shared/local-date.ts";
import { done, refused, type Result } from "#shared/result.ts";

/** A school year is cut in at least two terms and at most six (modular calendars). */
const FEWEST_TERMS = 2;
const MOST_TERMS = 6;

/** Where a municipality has not set its terms: the usual ones for each school year of September `first` … `last`. */
export function usualCalendar(first: number, last: number): SchoolCalendar {
  const schoolYears = [];
  for (let year = first; year <= last; year += 1) schoolYears.push(usualSchoolYear(year));
  return { schoolYears };
}

export interface CalendarFault {
  /** where in the calendar: "schoolYears.0.terms.2.from" */
  readonly path: string;
  /** a Russian sentence that says what is wrong and what to do */
  readonly text: string;
}

/** The calendar with its years in order, or every fault found: terms stand in order, inside their school year, without overlap. */
export function checkCalendar(calendar: SchoolCalendar): Result<SchoolCalendar, readonly CalendarFault[]> {
  const faults = calendar.schoolYears.flatMap(({ year, terms }, at) => {
    const repeated = calendar.schoolYears.findIndex((other) => other.year === year) < at;
    const path = `schoolYears.${at}`;
    if (repeated) return [{ path, text: `${named(year)} учебный год указан дважды. Оставьте одну запись.` }];
    return faultsOfYear(year, terms, path);
  });
  if (faults.length) return refused(faults);
  return done({ schoolYears: [...calendar.schoolYears].sort((a, b) => a.year - b.year) });
}

function faultsOfYear(year: number, terms: readonly SchoolTerm[], path: string): CalendarFault[] {
  if (terms.length < FEWEST_TERMS || terms.length > MOST_TERMS) {
    const text = `В ${named(year)} учебном году должно быть от двух до шести четвертей или триместров.`;
    return [{ path: `${path}.terms`, text }];
  }
  const bounds = schoolYearSpan(year);
  return terms.flatMap((term, at): CalendarFault[] => {
    const here = `${path}.terms.${at}`;
    const before = terms[at - 1];
    if (term.number !== at + 1) {
      return [{ path: `${here}.number`, text: `Нумеруйте четверти подряд: здесь ожидается № ${at + 1}.` }];
    }
    if (term.to < term.from) {
      return [
        { path: `${here}.to`, text: `Четверть ${term.number} кончается раньше, чем начинается. Поправьте даты.` },
      ];
    }
    if (term.from < bounds.from || term.to > bounds.to) {
      const text = `Четверть ${term.number} выходит за ${named(year)} учебный год (1 сентября – 31 августа). Поправьте даты.`;
      return [{ path: `${here}.from`, text }];
    }
    if (before && term.from <= before.to) {
      const text = `Четверть ${term.number} начинается, когда четверть ${before.number} ещё идёт. Начните её не раньше ${printed(addDays(before.to, 1))}.`;
      return [{ path: `${here}.from`, text }];
    }
    return [];
  });
}

function named(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

function printed(day: string): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
