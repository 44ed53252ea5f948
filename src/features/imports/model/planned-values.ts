import { readPlanValue, type PlanPart, type PlanValue } from "#domain/phrases/read-plan-value.ts";
import { suggestAggregation } from "#domain/phrases/suggest-aggregation.ts";
import type { Aggregation, PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import { placeOf } from "./places.ts";
import type { Answered, Choice, Question, Questions } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";
import { yearOf } from "./terms.ts";

interface PlanCells {
  readonly total: string;
  readonly years: readonly { readonly year: number; readonly label: string; readonly text: string }[];
}

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
  const readings = written.map(readPlanValue);
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
  if (count <= 1) return drafts([label], cells, aggregation);
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

function plainParts(parts: readonly PlanPart[]): PlanPart[] {
  return parts.filter(({ subGroup }) => subGroup === undefined);
}

function partAt(plan: PlanValue, at: number): PlanPart | undefined {
  return plainParts(plan.parts)[at];
}

function drafts(labels: readonly string[], cells: PlanCells, aggregation: Aggregation): PlannedValueDraft[] {
  const total = readPlanValue(cells.total);
  const years = cells.years.map(({ year, text }) => ({ year, text, plan: readPlanValue(text) }));
  const whole = labels.map((label, at): PlannedValueDraft => {
    const parts = [partAt(total, at), ...years.map(({ plan }) => partAt(plan, at))].filter(
      (part) => part !== undefined,
    );
    return {
      label,
      unit: parts.some(({ unit }) => unit === "percent") ? "percent" : "count",
      aggregation,
      subGroup: "",
      totalText: labels.length === 1 ? cells.total : told(partAt(total, at)),
      totalValue: partAt(total, at)?.value ?? null,
      years: years.map(({ year, text, plan }) => ({
        year,
        text: labels.length === 1 ? text : told(partAt(plan, at)),
        value: partAt(plan, at)?.value ?? null,
        atLeast: partAt(plan, at)?.atLeast ?? false,
      })),
    };
  });
  return [...whole, ...subGroups(labels[0] ?? "", total, years, aggregation)];
}

/** «не менее 50 %, в том числе ШНОР и ШНСУ – 100 %»: the share of a part of the schools is a value of its own. */
function subGroups(
  label: string,
  total: PlanValue,
  years: readonly { year: number; plan: PlanValue }[],
  aggregation: Aggregation,
): PlannedValueDraft[] {
  const names = new Set(
    [total, ...years.map(({ plan }) => plan)].flatMap(({ parts }) => parts.flatMap(({ subGroup }) => subGroup ?? [])),
  );
  return [...names].map((subGroup): PlannedValueDraft => {
    const find = (plan: PlanValue) => plan.parts.find((part) => part.subGroup === subGroup);
    const parts = [find(total), ...years.map(({ plan }) => find(plan))].filter((part) => part !== undefined);
    return {
      label,
      unit: parts.some(({ unit }) => unit === "percent") ? "percent" : "count",
      aggregation,
      subGroup,
      totalText: told(find(total)),
      totalValue: find(total)?.value ?? null,
      years: years.map(({ year, plan }) => ({
        year,
        text: told(find(plan)),
        value: find(plan)?.value ?? null,
        atLeast: find(plan)?.atLeast ?? false,
      })),
    };
  });
}

function told(part: PlanPart | undefined): string {
  return part
    ? `${part.atLeast ? "не менее " : ""}${String(part.value).replace(".", ",")}${part.unit === "percent" ? " %" : ""}`
    : "";
}

function wordsOnly(label: string, cells: PlanCells): PlannedValueDraft {
  return {
    label,
    unit: "count",
    aggregation: "eachYear",
    subGroup: "",
    totalText: cells.total,
    totalValue: null,
    years: cells.years.map(({ year, text }) => ({ year, text, value: null, atLeast: false })),
  };
}
