import { suggestAggregation } from "#domain/phrases/suggest-aggregation.ts";
import type { Aggregation, PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import { drafts, plainParts, wordsOnly, type PlanCells } from "./plan-drafts.ts";
import { understoodPlanValue } from "./phrases.ts";
import { placeOf } from "./places.ts";
import type { Answered, Choice, Question, Questions } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";
import { yearOf } from "./year-of.ts";

const AGGREGATION_NAME: Readonly<Record<Aggregation, { label: string; hint: string }>> = {
  eachYear: { label: "Столько каждый год", hint: "итог не складывается" },
  sum: { label: "Столько за все годы вместе", hint: "годы складываются в итог" },
  atLeast: { label: "Не меньше этого", hint: "больше можно" },
  share: { label: "Доля", hint: "в процентах" },
};

/** What a row promises in numbers. Several numbers in a cell, numbers that add up in no plain way and words are asked about. */
export function plannedValuesOf(row: SourceRow, questions: Questions): PlannedValueDraft[] {
  const cells = cellsOf(row);
  const written = [cells.total, ...cells.years.map(({ text }) => text)].filter((text) => text !== "");
  if (written.length === 0) return [];
  const readings = written.map(understoodPlanValue);
  const label = row.measure.result ?? "";
  const inWords = [wordsOnly(label, cells)];
  const place = placeOf(
    row.measure,
    row.measure.plan?.["total"] ? "plan total" : `plan ${cells.years[0]?.label ?? ""}`,
  );
  if (readings.some(({ rest, parts }) => rest !== "" || parts.length === 0)) {
    const choices = [choice("words", "Оставить словами", "факт впишут текстом отчёта", inWords)];
    return values(
      questions.ask(
        { ...base(row, cells), question: "Плановое значение не понято. Как его считать?", choices, suggested: "words" },
        place,
      ),
      inWords,
    );
  }
  const aggregation = aggregationOf(row, cells, questions);
  const count = Math.max(...readings.map(({ parts }) => plainParts(parts).length));
  const [doubt] = readings.flatMap(({ doubts }) => doubts);
  if (count <= 1) {
    const read = drafts([label], cells, aggregation);
    if (!doubt) return read;
    const choices = [
      choice("read", `${doubt.quote} — ${label}`, "как прочитано", read),
      choice("words", "Оставить словами", "факт впишут текстом отчёта", inWords),
    ];
    const question = { ...base(row, cells), question: `${doubt.words} Как его считать?`, choices, suggested: "read" };
    return values(questions.ask(question, place), read);
  }
  const labels = label
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const split = drafts(
    labels.length === count ? labels : Array.from({ length: count }, (_, at) => `${label}, ${at + 1}`),
    cells,
    aggregation,
  );
  const choices = [
    choice(
      "split",
      split.map(({ label: name, totalText, years }) => `${totalText || (years[0]?.text ?? "")} — ${name}`).join("; "),
      "каждое число считается отдельно",
      split,
    ),
    choice("words", "Оставить словами", "факт впишут текстом отчёта", inWords),
  ];
  return values(
    questions.ask(
      {
        ...base(row, cells),
        question: "Здесь несколько чисел. К чему относится каждое?",
        choices,
        suggested: labels.length === count ? "split" : null,
      },
      place,
    ),
    inWords,
  );
}

function cellsOf(row: SourceRow): PlanCells {
  const plan = row.measure.plan ?? {};
  const years = Object.entries(plan).flatMap(([label, text]) => {
    const year = yearOf(label);
    return year === undefined ? [] : [{ year, label, text }];
  });
  return {
    total: plan["total"] ?? "",
    years: years.sort((a, b) => a.year - b.year),
  };
}

function base(row: SourceRow, cells: PlanCells): Pick<Question, "id" | "topic" | "quote" | "own"> {
  return {
    id: `plan:${row.key}`,
    topic: "plan",
    quote: cells.total || cells.years.map(({ text }) => text).join(", "),
    own: null,
  };
}

function choice(key: string, label: string, hint: string, planned: readonly PlannedValueDraft[]): Choice {
  return { key, label, hint, meaning: { kind: "planned", values: planned } };
}

function values(decided: Answered | undefined, otherwise: PlannedValueDraft[]): PlannedValueDraft[] {
  return decided?.meaning?.kind === "planned" ? [...decided.meaning.values] : otherwise;
}

/** How the row adds up. Rows with the same numbers share one question. */
function aggregationOf(row: SourceRow, cells: PlanCells, questions: Questions): Aggregation {
  const texts = cells.years.map(({ text }) => text);
  const advice = suggestAggregation(cells.total, texts);
  if (advice?.isSure) return advice.aggregation;
  // one year alone adds up to itself
  if (cells.total === "" && texts.length === 1) return advice?.aggregation ?? "eachYear";
  const quote = [cells.total, texts.join(", ")].filter(Boolean).join(" | ");
  const offered: Aggregation[] = ["eachYear", "sum", "atLeast"];
  const question: Question = {
    id: `aggregation:${quote}`,
    topic: "plan",
    question: "Как складывается это плановое значение?",
    quote,
    choices: offered.map((key) => ({ key, ...AGGREGATION_NAME[key], meaning: { kind: "text", text: null } })),
    suggested: advice && offered.includes(advice.aggregation) ? advice.aggregation : null,
    own: null,
  };
  const decided = questions.ask(
    question,
    placeOf(row.measure, cells.total ? "plan total" : `plan ${cells.years[0]?.label ?? ""}`),
  );
  return offered.find((key) => key === decided?.answer.option) ?? advice?.aggregation ?? "eachYear";
}
