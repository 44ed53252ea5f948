import { dateInWords, dayInWords } from "#domain/russian/dates.ts";
import { localDate, partsOf } from "#shared/local-date.ts";

/** «15 октября», with the year where it is not this one. */
export function shortDay(day: string, today: string): string {
  const date = localDate(day);
  return partsOf(date).year === partsOf(localDate(today)).year ? dayInWords(date) : dateInWords(date);
}
