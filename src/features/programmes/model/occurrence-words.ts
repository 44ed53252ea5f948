import { dateInWords, monthInWords, spanInWords } from "#domain/russian/dates.ts";
import { ROMAN } from "#domain/russian/roman.ts";
import type { OccurrenceLabel } from "#domain/schedule/occurrence.ts";
import { localDateOf } from "#shared/local-date.ts";
import type { YearKind } from "./words.ts";

/** What an occurrence is called: «октябрь 2026», «II квартал 2026 года», «III четверть 2026/27», «2026 год». */
export function occurrenceInWords(label: OccurrenceLabel): string {
  switch (label.kind) {
    case "day":
    case "deadline":
      return dateInWords(label.on);
    case "week":
      return `${label.week}-я неделя ${label.year} года`;
    case "month":
      return monthInWords(localDateOf(label.year, label.month, 1)!);
    case "quarter":
      return `${ROMAN[label.quarter - 1]} квартал ${label.year} года`;
    case "halfYear":
      return label.ofSchoolYear
        ? `${ROMAN[label.half - 1]} полугодие ${schoolYear(label.year)} учебного года`
        : `${ROMAN[label.half - 1]} полугодие ${label.year} года`;
    case "year":
      return `${label.year} год`;
    case "schoolTerm":
      return `${ROMAN[label.term - 1]} четверть ${schoolYear(label.schoolYear)}`;
    case "schoolYear":
      return `${schoolYear(label.schoolYear)} учебный год`;
    case "span":
      return spanInWords(label.from, label.to);
  }
}

/** A year of a programme as it stands in a head or a choice: «2026», «2026/27». */
export function yearName(year: number, kind: YearKind): string {
  return kind === "school" ? schoolYear(year) : String(year);
}

/** A year of a programme in a sentence: «2026 год», «2026/27 учебный год». */
export function yearInWords(year: number, kind: YearKind): string {
  return `${yearName(year, kind)} ${kind === "school" ? "учебный год" : "год"}`;
}

/** «2026/27» */
export function schoolYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
