import { counted, plural } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { asTold, keptOf, slotOutcome, slotStanding } from "./cadence-kept.ts";
import type { CadenceRow, CadenceSlot, ProgrammeCadence } from "./cadence.ts";
import { OUTCOMES, owedOf, type Outcome } from "./outcome.ts";
import { OUTCOME_WORD } from "./outcome-words.ts";

/** «Без просрочки 3 из 7 мероприятий. С просрочкой 4, всего просрочено 12 сроков.» */
export function cadenceInWords({ rows }: Pick<ProgrammeCadence, "rows">): string {
  const judged = rows.map(({ slots }) => keptOf(slots)).filter((one) => one.judged > 0);
  if (judged.length === 0) return "Судить рано: первые сроки ещё не прошли.";
  const gaps = judged.filter((one) => one.missed > 0);
  const missed = gaps.reduce((sum, one) => sum + one.missed, 0);
  const first = `Без просрочки ${judged.length - gaps.length} из ${counted(judged.length, ["мероприятия", "мероприятий", "мероприятий"])}.`;
  if (gaps.length === 0) return first;
  return `${first} С просрочкой ${gaps.length}, всего ${plural(missed, ["просрочен", "просрочено", "просрочено"])} ${counted(missed, ["срок", "срока", "сроков"])}.`;
}

/** A period read aloud: «март 2021: выполнено в срок» of one, «март 2021: 6 отчётов, выполнено в срок 5, просрочено 1» of several. */
export function slotInWords({ words, counts }: CadenceSlot): string {
  const told = asTold(counts);
  const parts = OUTCOMES.filter((outcome) => told[outcome] > 0);
  const all = owedOf(counts) + counts.moved + counts.notApplicable;
  if (all === 1) return `${words}: ${OUTCOME_WORD[slotOutcome(counts)]}`;
  return `${words}: ${[reportsInWords(all), ...parts.map((outcome) => `${OUTCOME_WORD[outcome]} ${told[outcome]}`)].join(", ")}`;
}

/** Of a measure, the periods in which it was missing at somebody. */
export function gapsOf(row: CadenceRow): CadenceSlot[] {
  return row.slots.filter((slot) => slotStanding(slot) === "missed");
}

const NAMED = 3;

/** Who was late at a period: «СОШ № 3, СОШ № 7, Лицей и ещё 2». */
export function lateNamesInWords(names: readonly string[]): string {
  const first = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? `${first} и\u00A0ещё\u00A0${names.length - NAMED}` : first;
}

/** What stands in the key of shapes: only what the page shows. */
export function outcomesShown(rows: readonly CadenceRow[]): Outcome[] {
  const shown = new Set(rows.flatMap(({ slots }) => slots.map(({ counts }) => slotOutcome(counts))));
  return OUTCOMES.filter((outcome) => shown.has(outcome));
}
