import { measuresOf, type Doubt, type Reading, type ReadTable, type Section } from "#domain/tables/reading.ts";
import type { MeasureDraft, RoadmapDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { Decision, ImportSettings, ReviewDoubt, ReviewNote, ReviewPlace } from "./contract.ts";
import { partiesOf, type District } from "./parties.ts";
import { plannedValuesOf } from "./planned-values.ts";
import { collectQuestions, type Question, type Questions } from "./question.ts";
import { reportingOf } from "./reporting.ts";
import { roadmapTables, sourceRows, type SourceRow } from "./source-rows.ts";
import { dueOf } from "./terms.ts";

export interface DraftedRow {
  readonly key: string;
  readonly table: number;
  readonly rows: readonly { readonly table: number; readonly row: number }[];
  readonly measure: MeasureDraft;
}

export interface Drafted {
  readonly roadmaps: readonly RoadmapDraft[];
  readonly rows: readonly DraftedRow[];
  readonly doubts: readonly ReviewDoubt[];
  readonly notes: readonly ReviewNote[];
}

/**
 * From a reading and the answers so far to the roadmaps that would be written. Pure: the same reading, settings, answers and district
 * give the same draft, so that nothing needs to be stored between the questions.
 */
export function draftOf(
  reading: Reading,
  settings: ImportSettings,
  decisions: readonly Decision[],
  district: District,
): Drafted {
  const questions = collectQuestions(decisions);
  const notes: ReviewNote[] = [];
  const corrections = answerReadingDoubts(reading, settings, questions, notes);
  const rows = sourceRows(reading, settings.tables).map((row): DraftedRow & { source: SourceRow } => ({
    key: row.key,
    table: row.table.tableIndexes[0]!,
    rows: row.measure.rows,
    measure: measureOf(corrected(row, corrections), settings, district, questions, notes),
    source: row,
  }));
  const tables = roadmapTables(reading).filter((table) => settings.tables.includes(table.tableIndexes[0]!));
  return {
    roadmaps: tables.map((table) => roadmapOf(table, reading, rows)),
    rows: rows.map(({ source: _source, ...row }) => row),
    doubts: questions.doubts(),
    notes,
  };
}

function measureOf(
  row: SourceRow,
  settings: ImportSettings,
  district: District,
  questions: Questions,
  notes: ReviewNote[],
): MeasureDraft {
  const cadence = dueOf(row, settings, questions);
  const parties = partiesOf(row, district, questions, notes);
  const plannedValues = plannedValuesOf(row, questions);
  return {
    number: row.measure.number ?? "",
    title: row.title || row.measure.result || "Без названия",
    level: row.level,
    dueText: row.term,
    cadence: cadence.map((phase) => ({ ...phase, windows: [...phase.windows] })),
    result: row.level === "" ? (row.measure.result ?? "") : "",
    reportDocument: row.measure.reportDocument ?? "",
    responsibleText: row.responsible,
    participantsText: row.participants,
    reporting: reportingOf(row, parties, plannedValues, district, questions),
    accountMoments: null,
    parties,
    plannedValues,
    source: { rows: row.measure.rows, cells: row.measure.cells },
  };
}

function roadmapOf(
  table: ReadTable,
  reading: Reading,
  rows: readonly (DraftedRow & { source: SourceRow })[],
): RoadmapDraft {
  const own = rows.filter(({ source }) => source.table === table);
  const matrix = table.kind === "matrix";
  const inSection = (section: Section): MeasureDraft[] =>
    own.filter(({ source }) => source.path.at(-1) === section).map(({ measure }) => measure);
  const sectionOf = (section: Section): SectionDraft => ({
    number: section.number ?? "",
    title: [section.label, section.title].filter(Boolean).join(" ") || "Без раздела",
    source: { cells: section.cells, block: section.block },
    sections: [...section.sections.map(sectionOf), ...(matrix ? themesOf(section, own) : [])],
    measures: matrix ? [] : inSection(section),
  });
  const nameless = (section: Section) => section.number === null && section.title === null && section.label === null;
  return {
    title: table.caption ?? reading.document,
    columns: table.columns,
    importId: null,
    sections: table.sections.filter((section) => !nameless(section)).map(sectionOf),
    measures: matrix ? [] : table.sections.filter(nameless).flatMap(inSection),
  };
}

/** A theme of a matrix is a section of its own: its measures are the instruments of each level. */
function themesOf(section: Section, own: readonly { source: SourceRow; measure: MeasureDraft }[]): SectionDraft[] {
  return section.measures.map((theme): SectionDraft => ({
    number: theme.number ?? "",
    title: theme.title ?? "Без названия",
    source: { rows: theme.rows },
    sections: [],
    measures: own.filter(({ source }) => source.measure === theme).map(({ measure }) => measure),
  }));
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

/** Doubts of the reading itself: notes are shown, questions are asked; an answer may change the text of a field. */
function answerReadingDoubts(
  reading: Reading,
  settings: ImportSettings,
  questions: Questions,
  notes: ReviewNote[],
): ReadonlyMap<string, string> {
  const corrections = new Map<string, string>();
  const chosen = new Set(
    roadmapTables(reading)
      .filter((table) => settings.tables.includes(table.tableIndexes[0]!))
      .flatMap((table) => table.tableIndexes),
  );
  for (const doubt of reading.doubts) {
    const place = placeOfDoubt(doubt);
    if (doubt.where.address && !chosen.has(doubt.where.address.table)) continue;
    if (doubt.weight === "note" || !doubt.options || doubt.options.length === 0) {
      notes.push({ id: doubt.id, place, text: doubt.text });
      continue;
    }
    const question: Question = {
      id: doubt.id,
      topic: "reading",
      question: doubt.text,
      quote: "",
      choices: doubt.options.map(({ key, label, hint, value }) => ({
        key,
        label,
        hint: hint ?? "",
        meaning: { kind: "text", text: value },
      })),
      suggested:
        doubt.options.find(({ key, label }) => key === doubt.suggestion || label === doubt.suggestion)?.key ??
        doubt.options[0]!.key,
      own: doubt.where.field ? "text" : null,
    };
    const decided = questions.meaningOf(question, place);
    const text =
      decided?.answer.own?.kind === "text"
        ? decided.answer.own.text
        : decided?.meaning?.kind === "text"
          ? decided.meaning.text
          : null;
    if (text !== null && doubt.where.measure && doubt.where.field)
      corrections.set(`${doubt.where.measure} ${doubt.where.field}`, text);
  }
  return corrections;
}

function corrected(row: SourceRow, corrections: ReadonlyMap<string, string>): SourceRow {
  const of = (field: string, text: string) => corrections.get(`${row.measure.key} ${field}`) ?? text;
  return {
    ...row,
    title: of(row.level || "title", row.title),
    term: of(row.termField, row.term),
    responsible: row.level ? row.responsible : of("responsible", row.responsible),
  };
}

/** Proposed settings: every table that can be a roadmap, the years of its plan or terms, the document's name as the title. */
export function proposeSettings(reading: Reading, today: string): ImportSettings {
  const tables = roadmapTables(reading);
  const found = tables.flatMap((table) => [
    ...table.years.flatMap((label) => label.match(/\d{4}/g) ?? []),
    ...measuresOf(table).flatMap(({ measure }) => (measure.term ?? "").match(/(?<!\d)20\d{2}(?!\d)/g) ?? []),
    ...((table.caption ?? "").match(/(?<!\d)20\d{2}(?!\d)/g) ?? []),
  ]);
  const years = found.map(Number).filter((year) => year >= 2000 && year <= 2100);
  const first = years.length > 0 ? Math.min(...years) : Number(today.slice(0, 4));
  const last = years.length > 0 ? Math.max(...years) : first + 2;
  const title = tables[0]?.caption ?? reading.document.replaceAll(/[-_]+/g, " ");
  return {
    title,
    shortTitle: title.length <= 60 ? title : `${title.slice(0, 57).replace(/\s+\S*$/, "")}…`,
    startsOn: `${first}-01-01` as ImportSettings["startsOn"],
    endsOn: `${last}-12-31` as ImportSettings["endsOn"],
    yearKind: "calendar",
    accountMoments: { kind: "schoolTermEnd" },
    tables: tables.map((table) => table.tableIndexes[0]!),
  };
}
