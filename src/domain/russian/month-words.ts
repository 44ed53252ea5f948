import { monthForms, monthName, type MonthCase } from "./months.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The word for a month of the year, 1 to 12: «октябрь», «октября», «октябре». */
export function monthWord(month: number, as: MonthCase = "nominative"): string {
  return monthName(month, as);
}

/** The month that a word names in any of its forms, in lower case; undefined where it names none. */
export function monthOf(word: string): number | undefined {
  return MONTHS.find((month) => monthForms(month).includes(word));
}
