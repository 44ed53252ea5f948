import type { Phase } from "#domain/phrases/term.ts";
import { schoolYearSpan } from "./school-calendar.ts";
import type { YearKind } from "./units.ts";

/** The term of a measure that names only years of planned values: one window a year. Years of school years are those of September. */
export function yearWindows(years: readonly number[], yearKind: YearKind = "calendar"): Phase[] {
  const windows = [...new Set(years)]
    .sort((a, b) => a - b)
    .map((year) => (yearKind === "school" ? schoolYearSpan(year) : { from: `${year}-01-01`, to: `${year}-12-31` }));
  return windows.length ? [{ kind: "window", windows, freq: null }] : [];
}
