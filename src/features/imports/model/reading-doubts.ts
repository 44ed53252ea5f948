import { measuresOf, type Doubt, type ReadMeasure, type Reading, type RowAddress } from "#domain/tables/reading.ts";
import { counted, plural } from "#domain/russian/plural.ts";
import type { ImportSettings } from "./contract.ts";
import type { ReviewNote, ReviewPlace } from "./doubts.ts";
import { passportOf } from "./passport.ts";
import type { Answered, Choice, Question, Questions } from "./question.ts";
import type { Reshaping } from "./reshape.ts";
import { chosenTables, roadmapTables, type Source } from "./source.ts";
import { yearOf } from "./year-of.ts";
import { paragraphsOf, partedTitles, proposedCuts, titleLines } from "./title-lines.ts";

/** What the answers to the reader's own doubts change before anything else is understood. */
export interface Corrections {
  /** «measure key + field» → the text the field has now */
  readonly texts: ReadonlyMap<string, string>;
  readonly reshapings: readonly Reshaping[];
  /** rows that only name the rows below them and that the officer wants as measures of their own */
  readonly promoted: ReadonlySet<string>;
  /** measures without a term → the term of the row above, to propose where it is asked when they are due */
  readonly termsAbove: ReadonlyMap<string, string>;
}

/** Asks the doubts of the reading: those with a choice are questions, the others are notes beside their place. */
export function askReading(
  { reading, grids }: Source,
  settings: ImportSettings,
  questions: Questions,
  notes: ReviewNote[],
): Corrections {
  const texts = new Map<string, string>();
  const reshapings: Reshaping[] = [];
  const promoted = new Set<string>();
  const termsAbove = new Map<string, string>();
  const chosen = new Set(chosenTables(reading, settings.tables).flatMap(({ tableIndexes }) => tableIndexes));
  const measures = measuresIn(reading);
  const paragraphsAt = paragraphsOf(grids);
  askWithoutTables(reading, questions);
  for (const doubt of reading.doubts) {
    const { address, measure, field } = doubt.where;
    if (doubt.kind === "no-tables" || (address && !chosen.has(address.table))) continue;
    const place = placeOfDoubt(doubt);
    const of = measure === null ? undefined : measures.get(measure);
    if (of && isAskedOfTerm(doubt, of)) {
      termsAbove.set(of.key, doubt.options?.find(({ key }) => key === "above")?.value ?? "");
      continue;
    }
    if (doubt.kind === "latin-letters" && OF_PARTIES.has(field ?? "")) continue;
    const list = of && MAY_BE_SEVERAL.has(doubt.kind) ? titleLines(of, paragraphsAt) : [];
    const question = questionOf(doubt, list);
    if (!question) {
      notes.push({ id: doubt.id, place, text: doubt.text });
      continue;
    }
    const answered = questions.ask(question, place);
    const text = textOf(answered);
    if (text !== null && measure && field) texts.set(textKey(measure, field), text);
    if (answered?.answer.option === "separate" && question.suggested === "join" && address)
      reshapings.push({ kind: "separate", row: rowOf(address) });
    if (answered?.answer.option === "join" && question.suggested === "separate" && measure)
      reshapings.push({ kind: "join", measure });
    if (answered?.answer.option === "measure" && measure) promoted.add(measure);
    if (answered?.answer.option === PART && measure)
      reshapings.push({ kind: "part", measure, cuts: proposedCuts(list) });
  }
  return { texts, reshapings, promoted, termsAbove };
}

/** How a text of a measure is called among those that answers changed. */
export function textKey(measure: string, field: string): string {
  return `${measure} ${field}`;
}

function rowOf({ table, row }: RowAddress): RowAddress {
  return { table, row };
}

function textOf(answered: Answered | undefined): string | null {
  if (answered?.answer.own?.kind === "text") return answered.answer.own.text;
  return answered?.meaning?.kind === "text" ? answered.meaning.text : null;
}

/** Doubts whether a row is one measure or the list in its cell is several. */
const MAY_BE_SEVERAL: ReadonlySet<Doubt["kind"]> = new Set(["listed-measures", "several-terms"]);
const PART = "part";

/** Latin letters in names have a remark of their own, because names are read over them. */
const OF_PARTIES: ReadonlySet<string> = new Set(["responsible", "coResponsible", "participants"]);

function measuresIn({ tables }: Reading): ReadonlyMap<string, ReadMeasure> {
  return new Map(tables.flatMap((table) => measuresOf(table).map(({ measure }) => [measure.key, measure] as const)));
}

/** An empty term that is asked about as a date: one question is enough. Where a plan names the years, it has a term by them. */
function isAskedOfTerm({ kind, where }: Doubt, { plan = {}, group }: ReadMeasure): boolean {
  const isDated = Object.keys(plan).some((label) => yearOf(label) !== undefined);
  return kind === "empty-cell" && where.field === "term" && !isDated && !group;
}

function partChoice(lines: readonly string[]): Choice[] {
  const count = partedTitles(lines, proposedCuts(lines)).length;
  if (count < 2) return [];
  const hint = `получится ${counted(count, ["мероприятие", "мероприятия", "мероприятий"])}`;
  return [{ key: PART, label: "Несколько мероприятий", hint, meaning: { kind: "text", text: null } }];
}

function questionOf(
  { id, weight, text, options = [], suggestion, where }: Doubt,
  list: readonly string[],
): Question | undefined {
  if (weight === "note" || options.length === 0) return undefined;
  const parts = partChoice(list);
  const proposed = options.find(({ key, label }) => key === suggestion || label === suggestion) ?? options[0]!;
  return {
    id,
    topic: "reading",
    question: text,
    quote: "",
    choices: [
      ...options.map(({ key, label, hint, value }): Choice => ({
        key,
        label,
        // what the hint sends to is offered right below it
        hint: parts.length > 0 ? "" : (hint ?? ""),
        meaning: { kind: "text", text: value },
      })),
      ...parts,
    ],
    suggested: proposed.key,
    own: where.field && options.some(({ value }) => value !== null) ? "text" : null,
  };
}

/** A document without a plan becomes a programme of texts, after it has been said. */
function askWithoutTables(reading: Reading, questions: Questions): void {
  if (roadmapTables(reading).length > 0) return;
  const count = passportOf(reading).length;
  const parts = `${plural(count, ["войдёт", "войдут", "войдут"])} ${counted(count, ["раздел", "раздела", "разделов"])}`;
  questions.ask(
    {
      id: "no-tables",
      topic: "reading",
      question: "В документе нет таблицы с мероприятиями. Что с ним сделать?",
      quote: "",
      choices: [
        {
          key: "texts",
          label: "Сделать программу с текстом документа",
          hint: `в паспорт ${parts}, мероприятия добавите вручную`,
          meaning: { kind: "text", text: null },
        },
      ],
      suggested: "texts",
      own: null,
    },
    { measureKey: null, field: null, table: null, row: null, col: null },
  );
}

function placeOfDoubt({ where }: Doubt): ReviewPlace {
  return {
    measureKey: where.measure,
    field: where.field,
    table: where.address?.table ?? null,
    row: where.address?.row ?? null,
    col: where.address?.col ?? null,
  };
}
