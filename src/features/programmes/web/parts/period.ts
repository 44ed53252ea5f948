import { dateInDigits } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { schoolYear } from "../../model/occurrence-words.ts";

/** «2025–2027» for whole years, «2021/22–2022/23» for school years, otherwise the days themselves. */
export function periodInWords(programme: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly yearKind: "calendar" | "school";
}): string {
  const { startsOn, endsOn, yearKind } = programme;
  const [from, to] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))];
  const isWhole = startsOn.endsWith("-01-01") && endsOn.endsWith("-12-31");
  const isWholeSchool = startsOn.endsWith("-09-01") && endsOn.endsWith("-08-31") && to > from;
  if (isWhole) return from === to ? `${from}` : `${from}–${to}`;
  if (isWholeSchool && yearKind === "school")
    return to === from + 1 ? schoolYear(from) : `${schoolYear(from)}–${schoolYear(to - 1)}`;
  return `${dateInDigits(localDate(startsOn))} – ${dateInDigits(localDate(endsOn))}`;
}
