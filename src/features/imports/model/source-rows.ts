import { measuresOf, type Instrument, type ReadMeasure, type ReadTable, type Section } from "#domain/tables/reading.ts";
import type { ImportSettings } from "./contract.ts";
import { withoutEmptyCells } from "./empty-cells.ts";
import { textKey, type Corrections } from "./reading-doubts.ts";
import { reshaped, type Line } from "./reshape.ts";
import { chosenTables, type Source } from "./source.ts";
import { TEXT_FIELDS } from "#domain/tables/measure-fields.ts";

/** One line that will be a measure: a row of a plan, or one level's cell of a matrix row. */
export interface SourceRow {
  /** `ReadMeasure.key`, with «/level» for a matrix */
  readonly key: string;
  readonly table: ReadTable;
  readonly measure: ReadMeasure;
  readonly path: readonly Section[];
  /** level of a matrix column, "" for a plan */
  readonly level: string;
  readonly title: string;
  readonly term: string;
  /** the field of `ReadMeasure.cells` the term came from */
  readonly termField: string;
  readonly responsible: string;
  readonly participants: string;
  /** the row only names the rows below it: it stays in the plan and owes nothing */
  readonly isGroup: boolean;
  /** no row of its table says when, as of a list of duties */
  readonly isOfUntimed: boolean;
  /** where it has no term, that of the row above; "" where there is none either */
  readonly termAbove: string;
}

/** The lines of the tables chosen, in printed order, after the answers about rows and texts. */
export function sourceRows(source: Source, settings: ImportSettings, corrections: Corrections): SourceRow[] {
  return chosenTables(source.reading, settings.tables).flatMap((table) => {
    const lines = reshaped(measuresOf(table), corrections.reshapings, source).map(({ path, measure }) => ({
      path,
      measure: withoutEmptyCells(corrected(measure, corrections.texts)),
    }));
    return table.kind === "matrix" ? matrixRows(table, lines) : planRows(table, lines, corrections);
  });
}

function planRows(table: ReadTable, lines: readonly Line[], { promoted, termsAbove }: Corrections): SourceRow[] {
  const isOfUntimed =
    lines.length > 1 && lines.every(({ measure: { term, plan } }) => (term ?? "").trim() === "" && plan === undefined);
  return lines.map(({ path, measure }) => ({
    key: measure.key,
    table,
    measure,
    path,
    level: "",
    title: measure.title ?? "",
    term: measure.term ?? "",
    termField: "term",
    responsible: measure.responsible ?? "",
    participants: [measure.coResponsible, measure.participants].filter(Boolean).join("; "),
    isGroup: measure.group === true && !promoted.has(measure.key),
    isOfUntimed,
    termAbove: termsAbove.get(measure.key) ?? "",
  }));
}

/** A matrix cell merged over several themes gives one line, at its first theme. */
function matrixRows(table: ReadTable, lines: readonly Line[]): SourceRow[] {
  const taken = new Set<string>();
  return lines.flatMap(({ path, measure }) =>
    levelsInOrder(measure).flatMap(([level, instrument]) => {
      const cell = measure.cells[level]?.[0];
      const address = cell ? `${cell.table}.${cell.row}.${cell.col}` : `${measure.key}/${level}`;
      if (instrument.text === "" || taken.has(address)) return [];
      taken.add(address);
      return [
        {
          key: `${measure.key}/${level}`,
          table,
          measure,
          path,
          level,
          title: instrument.text,
          term: instrument.term,
          termField: `${level} term`,
          responsible: level,
          participants: "",
          isGroup: false,
          isOfUntimed: false,
          termAbove: "",
        },
      ];
    }),
  );
}

/** Levels by their columns: a stored reading keeps no order of names. */
function levelsInOrder({ instruments = {}, cells }: ReadMeasure): [string, Instrument][] {
  const column = (level: string) => cells[level]?.[0]?.col ?? 0;
  return Object.entries(instruments).sort(([one], [other]) => column(one) - column(other));
}

/** The measure with the texts that answers have put in place of the printed ones. */
function corrected(measure: ReadMeasure, texts: ReadonlyMap<string, string>): ReadMeasure {
  const of = (field: string) => texts.get(textKey(measure.key, field));
  const changed = Object.fromEntries(
    [...TEXT_FIELDS, "number"].flatMap((field) => (of(field) === undefined ? [] : [[field, of(field)!] as const])),
  );
  const plan = Object.fromEntries(
    Object.entries(measure.plan ?? {}).map(([key, text]) => [key, of(`plan ${key}`) ?? text]),
  );
  const instruments = Object.fromEntries(
    Object.entries(measure.instruments ?? {}).map(([level, one]) => [
      level,
      { ...one, text: of(level) ?? one.text, term: of(`${level} term`) ?? one.term },
    ]),
  );
  return {
    ...measure,
    ...changed,
    ...(measure.plan && { plan }),
    ...(measure.instruments && { instruments }),
  };
}
