import type { Id } from "#shared/ids.ts";
import { partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import type { Cell, CellValue, Column, Row, TableBlock } from "#platform/render/document-tree.ts";
import type { OutlineSection } from "#features/programmes/model/outline.ts";
import { plannedInTotal, plannedInYear } from "#features/programmes/model/planned-text.ts";
import { yearName } from "#features/programmes/model/occurrence-words.ts";
import { yearAround } from "#features/progress/model/period.ts";
import type { ExecutionFacts, MeasureFacts } from "#features/progress/server/public.ts";
import { reportColumns, type ColumnSource, type ReportColumn } from "../model/columns.ts";
import { factColumns, type FactYears } from "../model/fact-columns.ts";
import { headRows } from "#platform/render/head-rows.ts";
import { dateCell, factCell, proofCell, remarkCell } from "../model/measure-words.ts";
import type { PrintedMeasure, PrintedRoadmap } from "./load-report.ts";

const DONE_COLUMNS = ["Дата выполнения", "Подтверждение", "Замечание"] as const;
/** From so many columns on the print is smaller. */
const MANY_COLUMNS = 14;
const WIDTH: Readonly<Record<string, number>> = {
  number: 4,
  level: 6,
  title: 21,
  dueText: 14,
  responsible: 13,
  coResponsible: 11,
  participants: 11,
  result: 14,
  reportDocument: 13.5,
  planTotal: 6,
  plan: 9,
};

/** The table of the report: the document's own columns, then what was done; a row for each section and each measure. `closing` is the sign line. */
export function reportTable(
  roadmap: PrintedRoadmap,
  facts: ExecutionFacts,
  proofs: ReadonlyMap<Id, readonly string[]>,
  days: ReadonlyMap<Id, readonly LocalDate[]>,
  closing?: string,
): TableBlock {
  const years = factYears(roadmap, facts);
  const { asked } = years;
  const isAsked = (year: number) => asked === null || (year >= asked.from && year <= asked.to);
  const columns = reportColumns(roadmap.columns, {
    levels: roadmap.measures.some((measure) => measure.level !== ""),
    participants: roadmap.measures.some((measure) => measure.participants !== ""),
    results: roadmap.measures.some((measure) => measure.result !== ""),
    reportDocuments: roadmap.measures.some((measure) => measure.reportDocument !== ""),
    planYears: years.plan,
  }).filter(({ source }) => typeof source !== "object" || isAsked(source.year));
  const factual = factColumns(columns, years, (year) => yearName(year, facts.programme.year_kind));
  const row = (measure: PrintedMeasure): Row => {
    const done = facts.ofMeasure.get(measure.id);
    const date = dateCell(days.get(measure.id) ?? []);
    return {
      cells: [
        ...columns.map((column) => ownCell(measure, column.source, done, isAsked)),
        ...factual.map(({ source }) => factCell(done?.values ?? [], source)),
        isDay(date) ? { date } : date,
        proofCell(proofs.get(measure.id) ?? []),
        remarkCell(done?.figure, done?.late ?? [], isPlanned(done) ? done.ofYear : null),
      ],
    };
  };
  const section = (node: OutlineSection<{ number: string; title: string }, PrintedMeasure>): Row[] => [
    { section: [dotted(node.section.number), node.section.title].filter(Boolean).join(" ") },
    ...node.measures.map(row),
    ...node.sections.flatMap(section),
  ];
  return {
    kind: "table",
    name: roadmap.title,
    textSize: columns.length + factual.length + DONE_COLUMNS.length < MANY_COLUMNS ? 9 : 8,
    ...(closing && { closing }),
    columns: [
      ...columns.map(widthOf),
      ...factual.map(() => ({ width: 7 })),
      { width: 10 },
      { width: 15 },
      { width: 13 },
    ],
    header: headRows([...columns, ...factual, ...DONE_COLUMNS.map((label) => ({ label }))]),
    rows: [...roadmap.outline.measures.map(row), ...roadmap.outline.sections.flatMap(section)],
  };
}

function isDay(date: LocalDate | string | null): date is LocalDate {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date);
}

function widthOf({ source }: ReportColumn): Column {
  return { width: typeof source === "object" ? 6 : WIDTH[source]! };
}

/** Years of the plan, of the facts and of the period, as the programme counts its years. */
function factYears(roadmap: PrintedRoadmap, facts: ExecutionFacts): FactYears {
  const { period, programme } = facts;
  const yearOf = (day: LocalDate) => (programme.year_kind === "school" ? schoolYearOf(day) : partsOf(day).year);
  const years = roadmap.measures.flatMap((measure) =>
    (facts.ofMeasure.get(measure.id)?.values ?? []).flatMap((value) =>
      value.years.filter(({ fact }) => fact !== null).map(({ year }) => year),
    ),
  );
  return {
    plan: planYears(roadmap, facts),
    facts: [...new Set(years)],
    asked: period && {
      from: yearOf(period.from),
      to: yearOf(period.to),
      part: yearAround(period, programme.year_kind) === null ? null : period.words,
    },
  };
}

/** Years that the plan of this roadmap names. */
function planYears(roadmap: PrintedRoadmap, facts: ExecutionFacts): number[] {
  const years = roadmap.measures.flatMap((measure) =>
    (facts.ofMeasure.get(measure.id)?.values ?? []).flatMap((value) =>
      value.years.filter((year) => year.planText !== "" || year.plan !== null).map((year) => year.year),
    ),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Whether the plan names numbers by years, which a shorter period is only a part of. */
function isPlanned(done: MeasureFacts | undefined): done is MeasureFacts {
  return (
    done?.values.some(({ years }) => years.some(({ planText, plan }) => planText !== "" || plan !== null)) ?? false
  );
}

function ownCell(
  measure: PrintedMeasure,
  source: ColumnSource,
  done: MeasureFacts | undefined,
  isAsked: (year: number) => boolean,
): Cell {
  const values = (done?.values ?? []).map((value) => ({
    unit: value.unit,
    aggregation: value.aggregation,
    totalText: value.total.text,
    totalValue: value.total.plan,
    years: value.years.map(({ year, planText, plan }) => ({ year, text: planText, value: plan, atLeast: false })),
  }));
  if (typeof source === "object") return numberWhereBare(plannedInYear(values, source.year));
  if (source === "planTotal") return numberWhereBare(values.map(plannedInTotal).filter(Boolean).join("; "));
  if (source !== "plan") return measure[source];
  const years = [...new Set(values.flatMap((value) => value.years.map(({ year }) => year)))].sort((a, b) => a - b);
  const lines = years
    .filter(isAsked)
    .map((year) => [year, plannedInYear(values, year)] as const)
    .filter(([, text]) => text !== "");
  return lines.map(([year, text]) => `${year}: ${text}`).join("\n");
}

/** A plan printed as a plain number stays a number in a workbook. */
function numberWhereBare(text: string): CellValue {
  if (text === "") return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** «1» is printed «1.», «Раздел I» as it stands. */
function dotted(number: string): string {
  return /\d$/.test(number) ? `${number}.` : number;
}
