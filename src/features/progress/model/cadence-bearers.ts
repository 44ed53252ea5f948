import { percentOf } from "#domain/formulas/share.ts";
import { counted } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import type { ProgrammeCadence } from "./cadence.ts";
import { amountOf, type Outcome, type OutcomeCounts } from "./outcome.ts";
import { OUTCOME_WORD } from "./outcome-words.ts";

type BearerKept = ProgrammeCadence["bearers"][number];

/** How the reports of one bearer on what recurs were kept: judged is what is done or late. */
export function keptBy(counts: OutcomeCounts): {
  readonly done: number;
  readonly judged: number;
  /** whole per cents; null where it is early to judge */
  readonly percent: number | null;
} {
  const done = amountOf(counts, "done");
  const judged = done + counts.late;
  return { done, judged, percent: percentOf({ part: done, whole: judged }) };
}

/** Those with most gaps first; the order of the list otherwise. */
export function byGaps(bearers: readonly BearerKept[]): BearerKept[] {
  return [...bearers].sort((a, b) => b.counts.late - a.counts.late);
}

/** «Сдано 20 из 26 отчётов, просрочено 6.»: the sums of the columns under it. */
export function bearersKeptInWords(bearers: readonly BearerKept[]): string {
  const [done, judged] = bearers
    .map(({ counts }) => keptBy(counts))
    .reduce(([all, whole], one) => [all + one.done, whole + one.judged], [0, 0]);
  if (judged === 0) return "Судить рано: первые сроки ещё не прошли.";
  const late = judged > done ? `, просрочено ${judged - done}` : "";
  return `Сдано ${done} из ${counted(judged, ["отчёта", "отчётов", "отчётов"])}${late}.`;
}

const WAITING = ["submitted", "returned"] as const satisfies readonly Outcome[];

/** What the sums above leave out: «Не посчитаны: на проверке 3 отчёта, вернули на доработку 1 отчёт. Судить рано о 2 исполнителях.»; empty where nothing is. */
export function notJudgedInWords(bearers: readonly BearerKept[]): string {
  const waiting = WAITING.map((outcome) => ({
    outcome,
    count: bearers.reduce((sum, { counts }) => sum + counts[outcome], 0),
  })).filter(({ count }) => count > 0);
  const early = bearers.filter(({ counts }) => keptBy(counts).judged === 0).length;
  const parts = [
    waiting.length > 0 &&
      `Не посчитаны: ${waiting.map(({ outcome, count }) => `${OUTCOME_WORD[outcome]} ${reportsInWords(count)}`).join(", ")}.`,
    early > 0 && `Судить рано о ${counted(early, ["исполнителе", "исполнителях", "исполнителях"])}.`,
  ];
  return parts.filter(Boolean).join(" ");
}
