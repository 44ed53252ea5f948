import { counted } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { keptOf, slotOutcome, slotStanding } from "./cadence-kept.ts";
import type { CadenceRow, CadenceSlot, ProgrammeCadence } from "./cadence.ts";
import { OUTCOMES, owedOf, type Outcome } from "./outcome.ts";
import { OUTCOME_WORD } from "./outcome-words.ts";

/** «Без пропусков 3 из 7 мероприятий. С пропусками 4, всего 12 пропущенных сроков.» */
export function cadenceInWords({ rows }: Pick<ProgrammeCadence, "rows">): string {
  const judged = rows.map(({ slots }) => keptOf(slots)).filter((one) => one.judged > 0);
  if (judged.length === 0) return "Судить рано: первые сроки ещё не прошли.";
  const gaps = judged.filter((one) => one.missed > 0);
  const missed = gaps.reduce((sum, one) => sum + one.missed, 0);
  const first = `Без пропусков ${judged.length - gaps.length} из ${counted(judged.length, ["мероприятия", "мероприятий", "мероприятий"])}.`;
  if (gaps.length === 0) return first;
  return `${first} С пропусками ${gaps.length}, всего ${counted(missed, ["пропущенный срок", "пропущенных срока", "пропущенных сроков"])}.`;
}

/** A period read aloud: «март 2021: выполнено в срок» of one, «март 2021: 6 отчётов, выполнено в срок 5, просрочено 1» of several. */
export function slotInWords({ words, counts }: CadenceSlot): string {
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const all = owedOf(counts) + counts.moved + counts.notApplicable;
  if (all === 1) return `${words}: ${OUTCOME_WORD[slotOutcome(counts)]}`;
  return `${words}: ${[reportsInWords(all), ...parts.map((outcome) => `${OUTCOME_WORD[outcome]} ${counts[outcome]}`)].join(", ")}`;
}

/** Of a measure, the periods in which it was missing at somebody. */
export function gapsOf(row: CadenceRow): CadenceSlot[] {
  return row.slots.filter((slot) => slotStanding(slot) === "missed");
}

/** What stands in the key of shapes: only what the page shows. */
export function outcomesShown(rows: readonly CadenceRow[]): Outcome[] {
  const shown = new Set(rows.flatMap(({ slots }) => slots.map(({ counts }) => slotOutcome(counts))));
  return OUTCOMES.filter((outcome) => shown.has(outcome));
}
