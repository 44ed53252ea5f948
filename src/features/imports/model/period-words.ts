import { dateInWords } from "#domain/russian/dates.ts";
import { partsOf } from "#shared/local-date.ts";
import type { ImportSettings } from "./contract.ts";

/** «2020–2022 годы», «2021/22–2022/23 учебные годы», else both days in full. */
export function printPeriod({
  startsOn,
  endsOn,
  yearKind,
}: Pick<ImportSettings, "startsOn" | "endsOn" | "yearKind">): string {
  const [first, last] = [partsOf(startsOn).year, partsOf(endsOn).year];
  const fills = (from: string, to: string) => startsOn.endsWith(from) && endsOn.endsWith(to);
  if (yearKind === "calendar" && fills("-01-01", "-12-31"))
    return first === last ? `${first} год` : `${first}–${last} годы`;
  const isSchool = yearKind === "school" && fills("-09-01", "-08-31");
  if (isSchool) return last === first + 1 ? `${first}/${last} учебный год` : `учебные годы с ${first} по ${last}`;
  return `с ${dateInWords(startsOn)} по ${dateInWords(endsOn)}`;
}
