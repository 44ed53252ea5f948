import type { OwnYears } from "./period.ts";

/** «2026», «2026/27» */
const YEAR = /(?<!\d)(20\d\d)(\/\d\d)?(?!\d)/g;
/** «01.03.26» */
const SHORT_DATE = /(?<![\d.])(\d{1,2}\.\d{2}\.)(\d{2})(?![\d.])/g;

/**
 * Carries the years that stand in a template's words to other years. Years far from its own stay: an act of 2012 is an act of 2012.
 */
export function wordsIn({ ownYear, years }: Pick<OwnYears, "ownYear" | "years">, firstYear: number) {
  const by = firstYear - ownYear;
  const isNear = (year: number) => year >= ownYear - 1 && year <= ownYear + years;
  return (words: string): string => {
    if (by === 0) return words;
    const whole = words.replace(YEAR, (found, year: string, next?: string) => {
      if (!isNear(Number(year))) return found;
      return `${Number(year) + by}${next ? `/${twoDigits(Number(next.slice(1)) + by)}` : ""}`;
    });
    return whole.replace(SHORT_DATE, (found, day: string, year: string) =>
      isNear(2000 + Number(year)) ? day + twoDigits(Number(year) + by) : found,
    );
  };
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}
