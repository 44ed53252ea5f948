import type { CellAddress, MadeTable, TableBlock } from "#shared/document-grids.ts";
import type { ReadMeasure, ReadTable, Section, TableKind } from "./reading.ts";

/** A row of a table made of paragraphs: a number or mark, and the lines beside it. */
export interface MadeRow {
  readonly mark: string;
  readonly lines: readonly string[];
}

export function madeBlock(
  index: number,
  from: Exclude<MadeTable["from"], "flattened">,
  rows: readonly MadeRow[],
): TableBlock {
  const cells = rows.flatMap(({ mark, lines }, row) => [
    { row, col: 0, rowSpan: 1, colSpan: 1, paragraphs: [mark] },
    { row, col: 1, rowSpan: 1, colSpan: 1, paragraphs: lines },
  ]);
  return { kind: "table", index, rows: rows.length, columns: 2, cells, made: { from } };
}

export function madeTable(
  kind: Extract<TableKind, "points" | "duties">,
  { index, caption, sections }: { index: number; caption: string | null; sections: readonly Section[] },
): ReadTable {
  const columns = ["№", kind === "points" ? "Пункт" : "Обязанность"];
  return {
    kind,
    caption,
    columns,
    roles: [
      { label: columns[0]!, role: "number" },
      { label: columns[1]!, role: "title" },
    ],
    years: [],
    physicalTables: 1,
    tableIndexes: [index],
    headerRows: [],
    repeatedHeaderRows: 0,
    columnNumberRow: false,
    bannerRow: null,
    sections,
    rows: [],
    confidence: 0.7,
  };
}

/** What is known of a measure read from words: its place is the row, whoever bears it may stand in another one. */
export interface MadeMeasure {
  readonly table: number;
  readonly row: number;
  readonly number: string | null;
  readonly mark: string;
  readonly title: string;
  readonly term: string | null;
  readonly responsible: { readonly text: string; readonly row: number } | null;
  readonly control: { readonly text: string; readonly row: number } | null;
}

export function madeMeasure({ table, row, number, mark, title, term, responsible, control }: MadeMeasure): ReadMeasure {
  const words = (at: number): readonly CellAddress[] => [{ table, row: at, col: 1 }];
  return {
    key: `t${table}r${row}`,
    number,
    numberRaw: number === null ? null : mark,
    title,
    term,
    responsible: responsible?.text ?? null,
    coResponsible: null,
    participants: null,
    result: null,
    reportDocument: null,
    ...(control && { control: control.text }),
    cells: {
      title: words(row),
      ...(number !== null && { number: [{ table, row, col: 0 }] }),
      ...(term !== null && { term: words(row) }),
      ...(responsible && { responsible: words(responsible.row) }),
      ...(control && { control: words(control.row) }),
    },
    rows: [{ table, row }],
  };
}
