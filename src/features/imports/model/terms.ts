import type { Phase, TermReading } from "#domain/phrases/term.ts";
import { termInContext } from "#domain/tables/time-context.ts";
import { yearWindows } from "#domain/schedule/year-windows.ts";
import type { ImportSettings } from "./contract.ts";
import { understoodTerm, wordsOfMeasure } from "./phrases.ts";
import { placeOf } from "./places.ts";
import type { Question, Questions } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";
import { yearOf } from "./year-of.ts";
import { isReadWhole, NEVER, termQuestion, undatedQuestion } from "./term-questions.ts";

/**
 * When a row is due: the phases of its term; where it has none, the years of its planned values; where it has neither, a question.
 * A term that is not understood whole, that goes on after a date, or that sends to another paper is asked about, never guessed.
 * A bare day is of the month that the rows above it name.
 */
export function dueOf(row: SourceRow, settings: ImportSettings, questions: Questions): readonly Phase[] {
  if (row.isGroup) return [NEVER];
  const years = plannedYears(row);
  const term = row.level === "" ? termInContext(row.term, row.measure.termContext) : row.term;
  if (term.trim() === "")
    return years.length > 0
      ? yearWindows(years, settings.yearKind)
      : answered(undatedQuestion(row, termSaid(row)), row, questions);
  const reading = understoodTerm(term);
  const question = termQuestion(reading);
  return question ? answered(question, row, questions) : reading.phases;
}

/** A term that stands in the words of the measure itself, understood whole: «вести встречи не реже 1 раза в месяц». */
function termSaid({ title }: SourceRow): TermReading | undefined {
  const { term } = wordsOfMeasure(title);
  const reading = term === null ? undefined : understoodTerm(term);
  return reading && isReadWhole(reading) ? reading : undefined;
}

function plannedYears(row: SourceRow): number[] {
  return Object.keys(row.measure.plan ?? {}).flatMap((label) => yearOf(label) ?? []);
}

function answered(question: Question, row: SourceRow, questions: Questions): readonly Phase[] {
  const decided = questions.ask(question, placeOf(row.measure, row.term.trim() === "" ? "title" : row.termField));
  if (decided?.answer.own?.kind === "term") return understoodTerm(decided.answer.own.text).phases;
  return decided?.meaning?.kind === "phases" ? decided.meaning.phases : [{ kind: "unknown", windows: [], freq: null }];
}
