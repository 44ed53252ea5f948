import type { CellAddress } from "#shared/document-grids.ts";
import type { TextSection } from "./text-section.ts";

/**
 * What the product understood of a document. Texts are as printed (white space folded, merged cells repeated in every row they cover,
 * rows continued on the next page joined with one space); faults of the source are marked in `doubts`, never corrected.
 * The review screen, the import and the command line share it.
 */
export interface Reading {
  readonly document: string;
  readonly tables: readonly ReadTable[];
  /** what stands outside tables, in order */
  readonly texts: readonly TextSection[];
  readonly doubts: readonly Doubt[];
}

/**
 * plan: rows are measures. matrix: rows are themes, columns are levels with instruments and a term each. indicators: rows are
 * indicators with values. results, participants, finance: what is expected, who takes part, what is paid. reference: a table with a header that is none of these. form: labels left, answers right.
 * nested: a plan inside a cell of another table. layout: a frame without meaning (stamps, signatures).
 * points: numbered points of an order. duties: a list of what somebody must do, under a heading that names who. Both stand in
 * paragraphs: their grids are made of them, and come after all tables of the file.
 */
export type TableKind =
  | "plan"
  | "matrix"
  | "indicators"
  | "results"
  | "participants"
  | "finance"
  | "reference"
  | "form"
  | "nested"
  | "layout"
  | "points"
  | "duties";

export type ColumnRole =
  | "number"
  | "title"
  | "term"
  | "responsible"
  | "coResponsible"
  | "participants"
  | "result"
  | "reportDocument"
  | "planTotal"
  | "planYear"
  | "section"
  | "instrument"
  | "instrumentTerm"
  | "other";

export interface ReadColumn {
  /** header levels joined: «Срок реализации, годы / 2021 г.»; empty for a column without a header */
  readonly label: string;
  readonly role: ColumnRole;
  /**
   * the year of a planYear column («2021», «2021-2022»), the level of an instrument column («ОО»); of columns that make one term, the
   * month, the year, «с» or «по»
   */
  readonly key?: string;
  /** a title by its place alone */
  readonly guessed?: true;
  /** why the column has its role: a Russian sentence for whoever asks */
  readonly rule?: string;
}

export interface ReadTable {
  readonly kind: TableKind;
  readonly caption: string | null;
  /** labels of `roles`, as printed */
  readonly columns: readonly string[];
  readonly roles: readonly ReadColumn[];
  /** years named by planYear columns, in order */
  readonly years: readonly string[];
  /** how many tables of the file make this one, and their indexes */
  readonly physicalTables: number;
  readonly tableIndexes: readonly number[];
  /** rows that are not read as sections or measures: header, its repeats, column numbers, banner */
  readonly headerRows: readonly RowAddress[];
  readonly repeatedHeaderRows: number;
  readonly columnNumberRow: boolean;
  /** a title over the header that belongs to all rows («Содержание работы») */
  readonly bannerRow: string | null;
  /** measures stand only in sections; those outside any section stand in one whose number and title are null */
  readonly sections: readonly Section[];
  /** texts of the body rows where rows are not measures (reference, indicators, form, layout) */
  readonly rows: readonly (readonly string[])[];
  /** 0…1: how sure the kind and the roles are; under 0.6 there is a doubt */
  readonly confidence: number;
}

export interface Section {
  /** «3», «2.1», «IV», without the final dot; null where none is printed */
  readonly number: string | null;
  /** «Шаг № 1.» where the number stands in words */
  readonly label: string | null;
  readonly title: string | null;
  readonly cells: readonly CellAddress[];
  /** block of the document where the section is a paragraph between tables */
  readonly block: number | null;
  readonly sections: readonly Section[];
  readonly measures: readonly ReadMeasure[];
}

export type MeasureField =
  | "number"
  | "title"
  | "term"
  | "responsible"
  | "coResponsible"
  | "participants"
  | "result"
  | "reportDocument";

export interface ReadMeasure {
  /** stable across readings of the same file: table and first row, «t3r12» */
  readonly key: string;
  /** without the final dot; `numberRaw` as printed */
  readonly number: string | null;
  readonly numberRaw: string | null;
  readonly title: string | null;
  readonly term: string | null;
  /** month and year, or year, of the rows above that a bare day of the term stands in: «октябрь 2026», «2026» */
  readonly termContext?: string;
  readonly responsible: string | null;
  readonly coResponsible: string | null;
  readonly participants: string | null;
  readonly result: string | null;
  readonly reportDocument: string | null;
  /** planned values as printed: «total» and years */
  readonly plan?: Readonly<Record<string, string>>;
  /** matrix only: by level */
  readonly instruments?: Readonly<Record<string, Instrument>>;
  /** texts of columns without a role of their own, by label, so that nothing printed is lost */
  readonly extra?: Readonly<Record<string, string>>;
  /** a row that only names the unnumbered rows below it */
  readonly group?: true;
  /** number of the group row above */
  readonly parent?: string;
  /** points of an order: who controls that they are done, as printed */
  readonly control?: string;
  /** cells each text came from; keys are fields, «plan 2021», «ОО», «ОО term», «extra <label>» */
  readonly cells: Readonly<Record<string, readonly CellAddress[]>>;
  readonly rows: readonly RowAddress[];
}

export interface Instrument {
  readonly text: string;
  /** the words before the list, where the cell has both */
  readonly intro: string | null;
  readonly items: readonly string[];
  readonly term: string;
}

export interface RowAddress {
  readonly table: number;
  readonly row: number;
}

export type DoubtKind =
  | "no-tables"
  | "uncertain-kind"
  | "inferred-header"
  | "different-grid"
  | "flattened-table"
  | "flattened-row"
  | "continued-row"
  | "split-row"
  | "section-paragraph"
  | "group-row"
  | "empty-row"
  | "empty-cell"
  | "mark-only"
  | "number-duplicate"
  | "number-gap"
  | "result-repeats"
  | "cut-text"
  | "latin-letters"
  | "guessed-hyphen"
  | "several-values"
  | "plan-total"
  | "several-terms"
  | "unplaced-text"
  | "ditto"
  | "total-row"
  | "footnote"
  | "combined-cell"
  | "listed-measures"
  | "calendar-grid"
  | "weekday-grid"
  | "guessed-title"
  | "second-column"
  | "transposed"
  | "side-by-side"
  | "list-without-heading"
  | "point-left-out"
  | "page-clutter";

export interface Doubt {
  /** the same for the same place of the same file */
  readonly id: string;
  readonly kind: DoubtKind;
  /** question: an answer changes the reading. note: something to know, the text stays as printed */
  readonly weight: "question" | "note";
  readonly where: DoubtPlace;
  /** a Russian sentence put to the user */
  readonly text: string;
  readonly suggestion?: string;
  readonly options?: readonly DoubtOption[];
}

export interface DoubtPlace {
  readonly address: CellAddress | null;
  /** a key of `ReadMeasure.cells` */
  readonly field: string | null;
  readonly measure: string | null;
  /** block of the document, for doubts about text outside tables */
  readonly block: number | null;
}

export interface DoubtOption {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** the text the field would have, or null where the choice is about the row */
  readonly value: string | null;
}

/** Every measure of a table in printed order, with the sections it stands in, outermost first. */
export function measuresOf(table: ReadTable): { readonly path: readonly Section[]; readonly measure: ReadMeasure }[] {
  const found: { path: readonly Section[]; measure: ReadMeasure }[] = [];
  const walk = (sections: readonly Section[], path: readonly Section[]): void => {
    for (const section of sections) {
      const here = [...path, section];
      for (const measure of section.measures) found.push({ path: here, measure });
      walk(section.sections, here);
    }
  };
  walk(table.sections, []);
  return found;
}
