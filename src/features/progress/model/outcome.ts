import { z } from "zod";
import type { FormulaEdition } from "#domain/formulas/edition.ts";
import type { LocalDate } from "#shared/local-date.ts";

/**
 * What came of an obligation, as it stands on a day. Each obligation has exactly one: done in time, before its window, after its due
 * day; sent and not decided; standing still; returned; late; put off to a day beyond the period and not due yet; open; ahead; not applicable.
 */
export const OUTCOMES = [
  "inTime",
  "early",
  "doneLate",
  "submitted",
  "paused",
  "returned",
  "late",
  "moved",
  "running",
  "upcoming",
  "notApplicable",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What counts as done. */
export const DONE_OUTCOMES = ["inTime", "early", "doneLate"] as const satisfies readonly Outcome[];

/** What is sent and not accepted yet. */
export const WAITING_OUTCOMES = ["submitted", "returned"] as const satisfies readonly Outcome[];

/** An outcome, all that is done, or all that is sent and not accepted yet. */
export const OUTCOME_PARTS = [...OUTCOMES, "done", "waiting"] as const;
export type OutcomePart = (typeof OUTCOME_PARTS)[number];

/** How «in time» is told: shown to those who ask how it is counted. */
export const OUTCOMES_COUNTED: FormulaEdition = {
  id: "outcomes/2",
  title: "В срок, раньше, позже",
  rule: "Принятый отчёт считается по дню выполнения, который в нём указан: до начала срока – выполнен раньше, до последнего дня включительно – в срок, после него – позже. Перенесённый отчёт считается в том периоде, куда перенесён срок. Приостановленный отчёт просроченным не считается.",
  source: "дата выполнения в отчётах исполнителей и решения о переносе сроков",
  effectiveFrom: null,
};

export interface OutcomeStanding {
  readonly opensOn: LocalDate;
  /** where the due day stood: a move made later is not known yet */
  readonly dueOn: LocalDate;
  /** its due day had been moved by hand out of the period asked about */
  readonly isMoved: boolean;
  /** a draft is no answer: null */
  readonly state: "submitted" | "returned" | "accepted" | null;
  readonly kind: "done" | "notApplicable" | null;
  /** the day of which the report says that it was done then */
  readonly doneOn: LocalDate | null;
  readonly closed: boolean;
  /** its measure or its programme stands still, as on the last day before, since a day not after its due day */
  readonly paused: boolean;
}

/** The outcome of what stood so at the beginning of a day; the server asks the same of the database (`server/outcome-sql.ts`). */
export function outcomeOf(standing: OutcomeStanding, on: LocalDate): Outcome {
  const { opensOn, dueOn, state, doneOn } = standing;
  if (state === "accepted") {
    if (standing.kind === "notApplicable") return "notApplicable";
    if (doneOn !== null && doneOn < opensOn) return "early";
    return doneOn !== null && doneOn > dueOn ? "doneLate" : "inTime";
  }
  if (state === "submitted") return state;
  if (standing.paused && !standing.closed) return "paused";
  if (state !== null) return state;
  if (standing.closed) return "notApplicable";
  if (dueOn < on) return "late";
  if (standing.isMoved) return "moved";
  return opensOn <= on ? "running" : "upcoming";
}

const amount = z.int().min(0);

/** How many obligations have each outcome. */
export const OutcomeCounts = z.object({
  inTime: amount,
  early: amount,
  doneLate: amount,
  submitted: amount,
  paused: amount,
  returned: amount,
  late: amount,
  moved: amount,
  running: amount,
  upcoming: amount,
  notApplicable: amount,
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

/** Obligations alike in their outcome, with their number. */
export interface OutcomeAmount {
  readonly outcome: Outcome;
  readonly count: number;
}

export function outcomeCounts(amounts: readonly OutcomeAmount[]): OutcomeCounts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeCounts;
  for (const { outcome, count } of amounts) counts[outcome] += count;
  return counts;
}

/** The outcomes that a part takes together. */
export function outcomesOf(part: OutcomePart): readonly Outcome[] {
  if (part === "done") return DONE_OUTCOMES;
  return part === "waiting" ? WAITING_OUTCOMES : [part];
}

/** How many a part of the counts holds. */
export function amountOf(counts: OutcomeCounts, part: OutcomePart): number {
  return outcomesOf(part).reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** All of them, whatever came of it. */
export function allOf(counts: OutcomeCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** What shares are taken of: without what does not apply, what stands still and what was put off to a day not come yet. */
export function owedOf(counts: OutcomeCounts): number {
  return allOf(counts) - counts.notApplicable - counts.paused - counts.moved;
}
