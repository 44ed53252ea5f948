import { addYears, localDate, type LocalDate } from "#shared/local-date.ts";
import type { YearKind } from "#features/programmes/model/words.ts";

/** The years a template stands in before anybody names others. */
export interface OwnYears {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly yearKind: YearKind;
  /** the first of them; a school year is named by its September */
  readonly ownYear: number;
  /** how many they are */
  readonly years: number;
}

/** First and last day of a programme of so many years from the one named; days inside the year stay as the template has them. */
export function periodIn(own: OwnYears, firstYear: number, years: number): { startsOn: LocalDate; endsOn: LocalDate } {
  const startsOn = addYears(own.startsOn, firstYear - own.ownYear);
  const endsOn = addYears(own.endsOn, firstYear - own.ownYear + years - own.years);
  return { startsOn, endsOn: endsOn > startsOn ? endsOn : lastDayOf(firstYear, own.yearKind) };
}

/** A template that begins in autumn and ends in spring, made one year long, lasts to the end of that year. */
function lastDayOf(year: number, kind: YearKind): LocalDate {
  return localDate(kind === "school" ? `${year + 1}-08-31` : `${year}-12-31`);
}
