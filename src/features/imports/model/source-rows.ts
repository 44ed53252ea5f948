import {
  measuresOf,
  type Instrument,
  type Reading,
  type ReadMeasure,
  type ReadTable,
  type Section,
} from "#domain/tables/reading.ts";

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
}

/** Tables that can become roadmaps. */
export function roadmapTables(reading: Reading): ReadTable[] {
  return reading.tables.filter(
    (table) => (table.kind === "plan" || table.kind === "matrix") && measuresOf(table).length > 0,
  );
}

/** The lines of the tables chosen, in printed order. A matrix cell merged over several themes gives one line, at its first theme. */
export function sourceRows(reading: Reading, tables: readonly number[]): SourceRow[] {
  return roadmapTables(reading)
    .filter((table) => tables.includes(table.tableIndexes[0]!))
    .flatMap((table) => (table.kind === "matrix" ? matrixRows(table) : planRows(table)));
}

function planRows(table: ReadTable): SourceRow[] {
  return measuresOf(table)
    .filter(({ measure }) => measure.group !== true)
    .map(({ path, measure }) => ({
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
    }));
}

function matrixRows(table: ReadTable): SourceRow[] {
  const taken = new Set<string>();
  return measuresOf(table).flatMap(({ path, measure }) =>
    Object.entries(measure.instruments ?? {}).flatMap(([level, instrument]: [string, Instrument]) => {
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
        },
      ];
    }),
  );
}
