import type { FrequencyUnit } from "#domain/phrases/term.ts";
import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  localDate,
  partsOf,
  schoolYearOf,
  weekdayOf,
  type LocalDate,
} from "#shared/local-date.ts";
import type { Slot } from "./occurrence.ts";
import { schoolYearSpan, termsOf, type SchoolCalendar } from "./school-calendar.ts";
import { overlap, type Span } from "./span.ts";

/** Whether «год» and «полугодие» are counted from January or from September. */
export type YearKind = "calendar" | "school";

/** Every whole unit (day, week, month …) that touches `scope`, in order, uncut. */
export function unitSlots(unit: FrequencyUnit, scope: Span, calendar: SchoolCalendar, yearKind: YearKind): Slot[] {
  if (unit === "day") return days(scope);
  if (unit === "week") return weeks(scope);
  const school =
    unit === "schoolTerm" || unit === "schoolYear" || (yearKind === "school" && unit !== "month" && unit !== "quarter");
  const [first, last] = school
    ? [schoolYearOf(scope.from), schoolYearOf(scope.to)]
    : [partsOf(scope.from).year, partsOf(scope.to).year];
  const slots: Slot[] = [];
  for (let year = first; year <= last; year += 1) slots.push(...ofYear(unit, year, calendar, school));
  return slots.filter((slot) => overlap(slot, scope));
}

function ofYear(unit: FrequencyUnit, year: number, calendar: SchoolCalendar, school: boolean): Slot[] {
  switch (unit) {
    case "schoolTerm":
      return termsOf(calendar, year).map((term) => ({
        key: `${year}/T${term.number}`,
        from: term.from,
        to: term.to,
        label: { kind: "schoolTerm", schoolYear: year, term: term.number },
      }));
    case "month":
      return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => monthSlot(year, month));
    case "quarter":
      return [1, 2, 3, 4].map((quarter) => ({
        key: `${year}-Q${quarter}`,
        from: day(year, quarter * 3 - 2, 1),
        to: lastDayOfMonth(year, quarter * 3),
        label: { kind: "quarter", year, quarter },
      }));
    case "halfYear":
      return school ? schoolHalves(year) : calendarHalves(year);
    default:
      return [school ? schoolYearSlot(year) : calendarYearSlot(year)];
  }
}

function calendarYearSlot(year: number): Slot {
  return { key: String(year), from: day(year, 1, 1), to: day(year, 12, 31), label: { kind: "year", year } };
}

function schoolYearSlot(year: number): Slot {
  return { key: `${year}/SY`, ...schoolYearSpan(year), label: { kind: "schoolYear", schoolYear: year } };
}

function calendarHalves(year: number): Slot[] {
  return [
    halfSlot(year, 1, day(year, 1, 1), day(year, 6, 30), false),
    halfSlot(year, 2, day(year, 7, 1), day(year, 12, 31), false),
  ];
}

function schoolHalves(year: number): Slot[] {
  return [
    halfSlot(year, 1, day(year, 9, 1), day(year, 12, 31), true),
    halfSlot(year, 2, day(year + 1, 1, 1), day(year + 1, 8, 31), true),
  ];
}

/** «2021-H1» is January to June of 2021, «2021/H1» the first half of the school year 2021/22. */
function halfSlot(year: number, half: 1 | 2, from: LocalDate, to: LocalDate, ofSchoolYear: boolean): Slot {
  const key = `${year}${ofSchoolYear ? "/" : "-"}H${half}`;
  return { key, from, to, label: { kind: "halfYear", year, half, ofSchoolYear } };
}

function monthSlot(year: number, month: number): Slot {
  const from = day(year, month, 1);
  return { key: from.slice(0, 7), from, to: lastDayOfMonth(year, month), label: { kind: "month", year, month } };
}

function days(scope: Span): Slot[] {
  const slots: Slot[] = [];
  for (let on = scope.from; on <= scope.to; on = addDays(on, 1)) {
    slots.push({ key: on, from: on, to: on, label: { kind: "day", on } });
  }
  return slots;
}

/** ISO 8601 weeks: Monday to Sunday, named by the year of their Thursday. */
function weeks(scope: Span): Slot[] {
  const slots: Slot[] = [];
  for (let from = addDays(scope.from, 1 - weekdayOf(scope.from)); from <= scope.to; from = addDays(from, 7)) {
    const year = partsOf(addDays(from, 3)).year;
    const week = Math.floor(daysBetween(day(year, 1, 1), addDays(from, 3)) / 7) + 1;
    const key = `${year}-W${String(week).padStart(2, "0")}`;
    slots.push({ key, from, to: addDays(from, 6), label: { kind: "week", year, week } });
  }
  return slots;
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  return localDate(`${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`);
}
