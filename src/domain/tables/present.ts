import type { ReadMeasure, ReadTable, Reading, Section } from "./reading.ts";

/** The reading as the command line prints it: `{document, tables, doubts}`, texts as printed, without addresses; what stands in points and lists of duties apart. */
export function presentReading(reading: Reading) {
  const isMade = ({ kind }: ReadTable): boolean => kind === "points" || kind === "duties";
  const points = reading.tables.filter(isMade);
  return {
    document: reading.document,
    tables: reading.tables.filter((table) => !isMade(table)).map(presentTable),
    ...(points.length > 0 && { points: points.map(presentTable) }),
    texts: reading.texts.map(({ kind, heading, paragraphs, items }) => ({
      kind,
      heading,
      paragraphs,
      items: items.map(({ text }) => text),
    })),
    doubts: reading.doubts.map(({ kind, where, text, suggestion }) => {
      const { address, field } = where;
      const place = address
        ? { table: address.table, row: address.row, col: address.col }
        : where.block === null
          ? {}
          : { block: where.block };
      return {
        where: { ...place, ...(field !== null && { field }) },
        kind,
        what: text,
        ...(suggestion !== undefined && { suggestion }),
      };
    }),
  };
}

export type PresentedReading = ReturnType<typeof presentReading>;

function presentTable(table: ReadTable) {
  return {
    kind: table.kind,
    caption: table.caption,
    physicalTables: table.physicalTables,
    columns: table.columns,
    ...(table.columnNumberRow && { columnNumberRow: true }),
    ...(table.repeatedHeaderRows > 0 && { repeatedHeaderRows: table.repeatedHeaderRows }),
    ...(table.bannerRow !== null && { bannerRow: table.bannerRow }),
    ...(table.rows.length > 0 ? { rows: table.rows } : { sections: table.sections.map(presentSection) }),
  };
}

interface PresentedSection {
  readonly number: string | null;
  readonly label?: string;
  readonly title: string | null;
  readonly sections?: readonly PresentedSection[];
  readonly measures: readonly ReturnType<typeof presentMeasure>[];
}

function presentSection({ number, label, title, sections, measures }: Section): PresentedSection {
  return {
    number,
    ...(label !== null && { label }),
    title,
    measures: measures.map(presentMeasure),
    ...(sections.length > 0 && { sections: sections.map(presentSection) }),
  };
}

function presentMeasure(measure: ReadMeasure) {
  const { key: _key, cells: _cells, rows: _rows, numberRaw, coResponsible, ...shown } = measure;
  return {
    ...shown,
    ...(numberRaw !== null && numberRaw !== measure.number && { numberRaw }),
    ...(coResponsible !== null && { coResponsible }),
  };
}
