import type { Phase } from "#domain/phrases/term.ts";
import { localDate } from "#shared/local-date.ts";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import type { Span } from "./span.ts";

/** What tests of expansion share: days, phases and occurrences written in short. */
export function scopeOf(from: string, to: string): Span {
  return { from: localDate(from), to: localDate(to) };
}

export const CALENDAR: SchoolCalendar = { schoolYears: [] };
export const THREE_YEARS = scopeOf("2021-01-01", "2023-12-31");
export const SCHOOL_YEAR = scopeOf("2021-09-01", "2022-08-31");

export function phaseOf(
  kind: Phase["kind"],
  windows: readonly (readonly [string | null, string | null])[] = [],
  freq: Phase["freq"] = null,
): Phase {
  return { kind, windows: windows.map(([from, to]) => ({ from, to })), freq };
}

/** «key from..due», with ×n where more than one is required */
export function written(phases: readonly Phase[], within: Span = THREE_YEARS, options: ExpandOptions = {}): string[] {
  return expandTerm(phases, within, CALENDAR, options).map(
    ({ key, from, dueOn, required }) => `${key} ${from}..${dueOn}${required > 1 ? ` ×${required}` : ""}`,
  );
}
