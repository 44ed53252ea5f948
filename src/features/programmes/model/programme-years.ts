import { partsOf } from "#shared/local-date.ts";

/** Years of the programme for its table: calendar years, or school years by the year of their September. */
export function programmeYears(programme: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly yearKind: "calendar" | "school";
}): number[] {
  const yearOf = (day: string) => {
    const { year, month } = partsOf(day as never);
    return programme.yearKind === "school" && month < 9 ? year - 1 : year;
  };
  const first = yearOf(programme.startsOn);
  const last = Math.max(first, yearOf(programme.endsOn));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
