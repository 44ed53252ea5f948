import { dateInWords } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";

/** The day of an instant as the device counts it: «20 октября 2026». */
export function dayOfInstant(at: string): string {
  const moment = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return dateInWords(`${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}` as LocalDate);
}

export const dayInWords = (day: string): string => dateInWords(day as LocalDate);
