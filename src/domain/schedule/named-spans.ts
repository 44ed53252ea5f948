import type { DayWindow, NamedSpan } from "#domain/phrases/term.ts";
import { addDays, lastDayOfMonth, localDate, partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import type { Slot } from "./occurrence.ts";
import { termsOf, type SchoolCalendar } from "./school-calendar.ts";
import { belongs, holds, middleOf, overlap, type Span } from "./span.ts";
import { unitSlots, type YearKind } from "./units.ts";

type Season = "autumn" | "winter" | "spring" | "summer";

/**
 * The spans of a window that only the place's calendar can date, in order, uncut: «II четверть», «осенние каникулы», «конец учебного года».
 * Inside the year the window names, or for every year of `scope` where it names none. A half-year is of the school year where the year
 * named is one, or where the programme counts school years and none is named.
 */
export function namedSlots(window: DayWindow, scope: Span, calendar: SchoolCalendar, yearKind: YearKind): Slot[] {
  if (!window.named) return [];
  if (window.from === null || window.to === null) {
    return candidates(window.named, scope, calendar, yearKind).filter((slot) => belongs(slot, scope));
  }
  const year = { from: localDate(window.from), to: localDate(window.to) };
  const ofSchoolYear = schoolYearOf(year.from) === schoolYearOf(year.to);
  return candidates(window.named, year, calendar, ofSchoolYear ? "school" : "calendar").filter(
    (slot) => holds(year, middleOf(slot)) && overlap(slot, scope),
  );
}

function candidates(named: NamedSpan, within: Span, calendar: SchoolCalendar, yearKind: YearKind): Slot[] {
  const [what, which = ""] = named.split("/");
  switch (what) {
    case "schoolTerm":
      return unitSlots("schoolTerm", within, calendar, yearKind).filter(({ key }) => key.endsWith(`/T${which}`));
    case "halfYear":
      return unitSlots("halfYear", within, calendar, yearKind).filter(({ key }) => key.endsWith(`H${which}`));
    case "schoolBreak":
      return schoolYears(within).flatMap((year) => breaksOf(year, calendar, which));
    case "schoolYear":
      return schoolYears(within).map((year) => edgeOfSchoolYear(year, calendar, which === "start"));
    case "year":
      return calendarYears(within).map((year) => edgeOfYear(year, which === "start"));
    default:
      // days of a month and of a week belong to a rhythm: see `rhythm-days.ts`
      return [];
  }
}

/** Breaks lie between the terms, the summer one after the last; each is named by the season of its middle. */
function breaksOf(year: number, calendar: SchoolCalendar, which: string): Slot[] {
  const terms = termsOf(calendar, year);
  const breaks = terms.map((term, at): Slot => {
    const from = addDays(term.to, 1);
    const to = addDays(terms[at + 1]?.from ?? localDate(`${year + 1}-09-01`), -1);
    return { key: `${year}/${at === terms.length - 1 ? "summer" : seasonOf(from, to)}-break`, ...span(from, to) };
  });
  return breaks.filter(({ key, from, to }) => from <= to && (which === "" || key === `${year}/${which}-break`));
}

function seasonOf(from: LocalDate, to: LocalDate): Season {
  const { month } = partsOf(middleOf({ from, to }));
  if (month >= 9 && month <= 11) return "autumn";
  return month === 12 || month <= 2 ? "winter" : "spring";
}

/** The start is September, the end the month in which the last term ends, up to its last day of teaching. */
function edgeOfSchoolYear(year: number, calendar: SchoolCalendar, start: boolean): Slot {
  if (start) return { key: `${year}/SY-start`, ...span(localDate(`${year}-09-01`), lastDayOfMonth(year, 9)) };
  const last = termsOf(calendar, year).at(-1)?.to ?? lastDayOfMonth(year + 1, 5);
  return { key: `${year}/SY-end`, ...span(localDate(`${last.slice(0, 7)}-01`), last) };
}

function edgeOfYear(year: number, start: boolean): Slot {
  const month = start ? "01" : "12";
  return {
    key: `${year}-${start ? "start" : "end"}`,
    ...span(localDate(`${year}-${month}-01`), localDate(`${year}-${month}-31`)),
  };
}

function span(from: LocalDate, to: LocalDate): Omit<Slot, "key"> {
  return { from, to, label: { kind: "span", from, to } };
}

function schoolYears(within: Span): number[] {
  return range(schoolYearOf(within.from), schoolYearOf(within.to));
}

function calendarYears(within: Span): number[] {
  return range(partsOf(within.from).year, partsOf(within.to).year);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
