import type { Phase } from "#domain/phrases/term.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { periodIn, type OwnYears } from "./period.ts";

/** The longest programme made of a template, years. */
export const LONGEST_YEARS = 10;

/** How many years a programme must last for a row to be due at least once; null where its days lie before the first of them. */
export function yearsNeeded(own: OwnYears, phases: readonly Phase[]): number | null {
  for (let years = 1; years <= LONGEST_YEARS; years += 1) {
    const { startsOn, endsOn } = periodIn(own, own.ownYear, years);
    if (!isNeverDue(phases, startsOn, endsOn)) return years;
  }
  return null;
}

/** Whether every day that a term names lies outside the period. A term without days of named years may always be due. */
function isNeverDue(phases: readonly Phase[], startsOn: LocalDate, endsOn: LocalDate): boolean {
  return (
    phases.length > 0 &&
    phases.every(({ windows }) => windows.length > 0) &&
    phases
      .flatMap(({ windows }) => windows)
      .every(({ from, to }) => {
        const isOver = isWhole(to) && to < startsOn;
        const isAhead = isWhole(from ?? to) && (from ?? to)! > endsOn;
        return isOver || isAhead;
      })
  );
}

/** A day of a named year: «2026-10-15», not «10-15» of every year. */
function isWhole(end: string | null): end is string {
  return end?.length === 10;
}
