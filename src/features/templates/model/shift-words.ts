import type { OwnYears } from "./period.ts";

/** «2026», «2026/27» */
const YEAR = /(?<!\d)(20\d\d)(\/\d\d)?(?!\d)/g;
/** «01.03.26» */
const SHORT_DATE = /(?<![\d.])(\d{1,2}\.\d{2}\.)(\d{2})(?![\d.])/g;
/** «2026–2028», «2026 - 2028 годы» */
const SPAN = /(?<!\d)(20\d\d)(\s?[-–—]\s?)(20\d\d)(?!\d)(\s+(?:годы|гг\.?)(?!\p{L}))?/gu;

type Own = Pick<OwnYears, "ownYear" | "years" | "yearKind">;

/**
 * Carries the years that stand in a template's words to other years. The span of all its years becomes the span of the programme's; years
 * far from its own stay: an act of 2012 is an act of 2012.
 */
export function wordsIn(own: Own, firstYear: number, years: number): (words: string) => string {
  const by = firstYear - own.ownYear;
  if (by === 0 && years === own.years) return (words) => words;
  const isNear = (year: number) => year >= own.ownYear - 1 && year <= own.ownYear + own.years;
  const year = (words: string) =>
    words.replace(YEAR, (found, first: string, next?: string) => {
      if (!isNear(Number(first))) return found;
      return `${Number(first) + by}${next ? `/${twoDigits(Number(next.slice(1)) + by)}` : ""}`;
    });
  const shortDate = (words: string) =>
    words.replace(SHORT_DATE, (found, day: string, short: string) =>
      isNear(2000 + Number(short)) ? day + twoDigits(Number(short) + by) : found,
    );
  // of three school years one says «2026–2029»
  const last = own.ownYear + own.years - (own.yearKind === "school" ? 0 : 1);
  return (words) => {
    let rest = 0;
    let made = "";
    for (const found of words.matchAll(SPAN)) {
      const [whole, from, dash, to, noun = ""] = found;
      if (Number(from) !== own.ownYear || Number(to) !== last || last === own.ownYear) continue;
      made +=
        shortDate(year(words.slice(rest, found.index))) + span(firstYear, last + by + years - own.years, dash!, noun);
      rest = found.index + whole.length;
    }
    return made + shortDate(year(words.slice(rest)));
  };
}

/** «2027 год» where a span has become one year. */
function span(from: number, to: number, dash: string, noun: string): string {
  if (from < to) return `${from}${dash}${to}${noun}`;
  return `${from}${noun.replace("годы", "год").replace("гг", "г")}`;
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}
