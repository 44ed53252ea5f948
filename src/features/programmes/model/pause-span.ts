import { daysBetween, type LocalDate } from "#shared/local-date.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { isInForce } from "./lifecycle.ts";
import type { PauseSeen } from "./pause.ts";
import type { ProgrammeStatus } from "./words.ts";

/** A pause of the same thing, as the rules see it. */
export interface PauseSpan {
  readonly from: LocalDate;
  /** null: it stands */
  readonly resumedOn: LocalDate | null;
}

export interface PauseFacts {
  readonly status: ProgrammeStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** the measure to be paused is closed already */
  readonly isClosed: boolean;
  /** earlier pauses of the same programme or measure */
  readonly before: readonly PauseSpan[];
}

export type PauseRefusal = "nothing-to-pause" | "already-paused" | "pause-outside" | "pause-overlaps";

/** Begins a pause on a day, or says why not. What is paused is in force; its pauses follow one another and never overlap. */
export function beginPause(from: LocalDate, facts: PauseFacts): Result<PauseSpan, PauseRefusal> {
  if (facts.isClosed || !isInForce(facts.status)) return refused("nothing-to-pause");
  if (facts.before.some(({ resumedOn }) => resumedOn === null)) return refused("already-paused");
  if (from < facts.startsOn || from > facts.endsOn) return refused("pause-outside");
  if (facts.before.some((span) => coversDays(span) && span.resumedOn! > from)) return refused("pause-overlaps");
  return done({ from, resumedOn: null });
}

/** Whether a pause covers any day: one taken back before it began does not. */
export function coversDays({ from, resumedOn }: Pick<PauseSeen, "from" | "resumedOn">): boolean {
  return resumedOn === null || resumedOn > from;
}

/** Ends a pause today; one that has not begun yet is taken back whole and covers no day. */
export function endPause(pause: PauseSpan, today: LocalDate): Result<PauseSpan, "already-resumed"> {
  if (pause.resumedOn !== null) return refused("already-resumed");
  return done({ ...pause, resumedOn: pause.from > today ? pause.from : today });
}

/** Whether the day is within the pause: from its first day until the day of work again. */
export function isWithin({ from, resumedOn }: PauseSpan, day: LocalDate): boolean {
  return from <= day && (resumedOn === null || day < resumedOn);
}

/** Whether a pause was taken back before its first day; `resumedAtDay` is the day on which it was pressed. */
export function isTakenBack(from: LocalDate, resumedAtDay: LocalDate | null): boolean {
  return resumedAtDay !== null && resumedAtDay < from;
}

/** Days that a pause has covered by the day, that day included. */
export function daysOf({ from, resumedOn }: PauseSpan, today: LocalDate): number {
  const end = resumedOn ?? today;
  return end < from ? 0 : daysBetween(from, end) + (resumedOn === null ? 1 : 0);
}
