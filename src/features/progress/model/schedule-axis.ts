import { monthWord } from "#domain/russian/month-words.ts";
import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  localDateOf,
  partsOf,
  schoolYearOf,
  type LocalDate,
} from "#shared/local-date.ts";
import { schoolYear, yearInWords } from "#features/programmes/model/occurrence-words.ts";
import type { YearKind } from "#features/programmes/model/words.ts";

/** A stretch of the axis with its name; places are per cent of its length. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The line of days that a schedule is drawn along. */
export interface ScheduleAxis {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** «2026 год», «2025–2027 годы»: what is shown, in words */
  readonly words: string;
  /** calendar years, each from the day it begins on the axis */
  readonly years: readonly Stretch[];
  /** quarters of the whole period, months of a single year */
  readonly parts: readonly Stretch[];
  /** school years; every other one is shaded */
  readonly schoolYears: readonly (Stretch & { readonly isShaded: boolean })[];
}

const ROMAN = ["I", "II", "III", "IV"];

/** Per cent of the axis before a day begins; below 0 and above 100 outside of it. */
export function placeOf(axis: Pick<ScheduleAxis, "from" | "to">, day: LocalDate): number {
  return (daysBetween(axis.from, day) / (daysBetween(axis.from, axis.to) + 1)) * 100;
}

/** The years of a period: of the calendar, or school years by their September. */
export function yearsOf(from: LocalDate, to: LocalDate, kind: YearKind): number[] {
  const yearOf = (day: LocalDate) => (kind === "school" ? schoolYearOf(day) : partsOf(day).year);
  const [first, last] = [yearOf(from), yearOf(to)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The axis of one year by months, or of all the quarters that a period touches. */
export function axisOf(period: { from: LocalDate; to: LocalDate }, kind: YearKind, year?: number): ScheduleAxis {
  const [from, to] = year === undefined ? wholeQuarters(period) : spanOfYear(year, kind);
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  const axis = { from, to };
  const within = (starts: LocalDate, ends: LocalDate, words: string): Stretch => ({
    from: Math.max(0, placeOf(axis, starts)),
    to: Math.min(100, placeOf(axis, addDays(ends, 1))),
    words,
  });
  const years = yearsOf(from, to, "calendar");
  const months = year === undefined ? 3 : 1;
  return {
    ...axis,
    words: year === undefined ? (first === last ? `${first} год` : `${first}–${last} годы`) : yearInWords(year, kind),
    years: years.map((each) => within(firstOf(each, 1), lastDayOfMonth(each, 12), String(each))),
    parts: years.flatMap((each) =>
      Array.from({ length: 12 / months }, (_, at) => at * months + 1)
        .filter((month) => firstOf(each, month) <= to && lastDayOfMonth(each, month + months - 1) >= from)
        .map((month) =>
          within(
            firstOf(each, month),
            lastDayOfMonth(each, month + months - 1),
            months === 3 ? ROMAN[(month - 1) / 3]! : monthWord(month).slice(0, 3),
          ),
        ),
    ),
    schoolYears: yearsOf(from, to, "school").map((each) => ({
      ...within(firstOf(each, 9), lastDayOfMonth(each + 1, 8), schoolYear(each)),
      isShaded: each % 2 === 1,
    })),
  };
}

function firstOf(year: number, month: number): LocalDate {
  return localDateOf(year, month, 1)!;
}

function wholeQuarters({ from, to }: { from: LocalDate; to: LocalDate }): [LocalDate, LocalDate] {
  const [first, last] = [partsOf(from), partsOf(to)];
  const quarterOf = (month: number) => Math.ceil(month / 3);
  return [firstOf(first.year, quarterOf(first.month) * 3 - 2), lastDayOfMonth(last.year, quarterOf(last.month) * 3)];
}

function spanOfYear(year: number, kind: YearKind): [LocalDate, LocalDate] {
  return kind === "school"
    ? [firstOf(year, 9), lastDayOfMonth(year + 1, 8)]
    : [firstOf(year, 1), lastDayOfMonth(year, 12)];
}
