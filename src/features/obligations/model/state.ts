import { addDays, weekdayOf, type LocalDate } from "#shared/local-date.ts";

/** How an obligation stands, as people are told. */
export const OBLIGATION_STATES = [
  "late",
  "soon",
  "ahead",
  "submitted",
  "returned",
  "accepted",
  "paused",
  "notApplicable",
] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

export interface ObligationStanding {
  readonly dueOn: LocalDate;
  /** closed by a replan or with its programme, unanswered */
  readonly closed: boolean;
  /** its measure or its programme stands still today, and its due day is not before the first day of that */
  readonly paused: boolean;
  readonly reportState: "draft" | "submitted" | "returned" | "accepted" | null;
  readonly reportKind: "done" | "notApplicable" | null;
}

/** Days before the due day from which an obligation counts as near. */
export const SOON_DAYS = 14;

/**
 * The one reading of an obligation's state on a day. A draft is not an answer; a closed one without an answer is owed no more. While it
 * stands still nothing is asked: what is to be mended waits too, what was sent is decided as ever.
 */
export function obligationState(standing: ObligationStanding, today: LocalDate): ObligationState {
  const { dueOn, closed, paused, reportState, reportKind } = standing;
  if (reportState === "accepted") return reportKind === "notApplicable" ? "notApplicable" : "accepted";
  if (reportState === "submitted") return reportState;
  if (paused && !closed) return "paused";
  if (reportState === "returned") return reportState;
  if (closed) return "notApplicable";
  if (dueOn < today) return "late";
  return dueOn <= soonUntil(today) ? "soon" : "ahead";
}

let lastSoon: { readonly today: LocalDate; readonly until: LocalDate } | undefined;

/** The last day that is near; counted once for the rows of a list, which all ask of the same today. */
function soonUntil(today: LocalDate): LocalDate {
  if (lastSoon?.today !== today) lastSoon = { today, until: addDays(today, SOON_DAYS) };
  return lastSoon.until;
}

/** The Sunday that ends the week of a day. */
export function endOfWeek(today: LocalDate): LocalDate {
  return addDays(today, 7 - weekdayOf(today));
}
