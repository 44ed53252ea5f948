import { z } from "zod";
import { counted, type PluralForms } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { GridCell, TableBlock } from "#shared/document-grids.ts";
import { fold } from "#domain/tables/fold.ts";
import { gridOf } from "#domain/tables/grid.ts";
import { measuresOf, type ReadTable, type Section } from "#domain/tables/reading.ts";
import { longestPiece } from "./hyphenate.ts";
import { roadmapTables, tableKey, type Source } from "./source.ts";
import { CHOSEN_ROLES } from "./table-edits.ts";

const PaperCell = z.object({
  col: z.number(),
  rowSpan: z.number(),
  colSpan: z.number(),
  paragraphs: z.array(z.string()).readonly(),
});
export type PaperCell = Readonly<z.infer<typeof PaperCell>>;

const PaperRow = z.object({
  row: z.number(),
  cells: z.array(PaperCell).readonly(),
  kind: z.enum(["head", "numbers", "body"]),
  /** a section that begins in this row, in words of the reading: «Раздел 2 «Опора», 4 мероприятия» */
  section: z.string().nullable(),
  /** paragraphs of the document that stand between the table's parts, over this row, and are read as sections */
  before: z.array(z.object({ text: z.string(), section: z.string() })).readonly(),
});
export type PaperRow = Readonly<z.infer<typeof PaperRow>>;

/** What a column of the table is read as; `from` and `span` are its columns of the grid. */
const PaperColumn = z.object({
  /** place among the roles of the table */
  column: z.number(),
  from: z.number(),
  span: z.number(),
  role: z.enum(CHOSEN_ROLES),
  key: z.string(),
  label: z.string(),
});
export type PaperColumn = Readonly<z.infer<typeof PaperColumn>>;

const PaperPart = z.object({
  table: z.number(),
  columns: z.number(),
  /** shares of the width of each column, of 100 together */
  widths: z.array(z.number()).readonly(),
  rows: z.array(PaperRow).readonly(),
});
export type PaperPart = Readonly<z.infer<typeof PaperPart>>;

/** A table of the document as it stands, in the parts the file has it in, with what is said about its rows. */
export const PaperTable = z.object({
  /** the name of the table in the settings */
  key: z.number(),
  caption: z.string().nullable(),
  measures: z.number(),
  sections: z.number(),
  /** rows are themes, measures stand in the cells */
  isMatrix: z.boolean(),
  columns: z.array(PaperColumn).readonly(),
  parts: z.array(PaperPart).readonly(),
});
export type PaperTable = Readonly<z.infer<typeof PaperTable>>;

const MEASURES = ["мероприятие", "мероприятия", "мероприятий"] as const;
const THEMES = ["тема", "темы", "тем"] as const;

/** The tables of a document that can become roadmaps, as printed. */
export function paperOf(source: Source): PaperTable[] {
  return roadmapTables(source.reading).map((table) => ({
    key: tableKey(table),
    caption: table.caption,
    measures: measuresOf(table).length,
    sections: sectionsIn(table).filter(({ title, label }) => title !== null || label !== null).length,
    isMatrix: table.kind === "matrix",
    columns: columnsOf(source, table),
    parts: partsOf(source, table),
  }));
}

function columnsOf({ grids }: Source, table: ReadTable): PaperColumn[] {
  const block = grids.blocks.find((one) => one.kind === "table" && one.index === tableKey(table));
  if (block?.kind !== "table") return [];
  const { starts } = gridOf(block);
  return table.roles.slice(0, starts.length).map(({ role, key, label }, column) => {
    const from = starts[column]!;
    return { column, from, span: (starts[column + 1] ?? block.columns) - from, role, key: key ?? "", label };
  });
}

function partsOf({ grids }: Source, table: ReadTable): PaperPart[] {
  const forms = table.kind === "matrix" ? THEMES : MEASURES;
  const said = new Map(
    sectionsIn(table).flatMap((section) => {
      const cell = section.cells[0];
      return cell ? [[`${cell.table}/${cell.row}`, sectionWords(section, forms)] as const] : [];
    }),
  );
  const between = sectionsIn(table).filter(({ cells, block }) => cells.length === 0 && block !== null);
  const heads = new Set(table.headerRows.map(({ table: at, row }) => `${at}/${row}`));
  return table.tableIndexes.flatMap((index) => {
    const at = grids.blocks.findIndex((block) => block.kind === "table" && block.index === index);
    const block = grids.blocks[at];
    if (block?.kind !== "table") return [];
    const previous = grids.blocks.reduce((last, one, place) => (place < at && one.kind === "table" ? place : last), -1);
    const before = between
      .filter((section) => section.block! > previous && section.block! < at)
      .map((section) => {
        const paragraph = grids.blocks[section.block!];
        return {
          text: paragraph?.kind === "paragraph" ? fold(paragraph.text) : "",
          section: sectionWords(section, forms),
        };
      });
    const cellsOf = Array.from({ length: block.rows }, (): GridCell[] => []);
    for (const cell of block.cells) cellsOf[cell.row]?.push(cell);
    const rows = cellsOf.map((cells, row): PaperRow => {
      return {
        row,
        cells: cells.map(({ col, rowSpan, colSpan, paragraphs }) => ({ col, rowSpan, colSpan, paragraphs })),
        kind: heads.has(`${index}/${row}`) ? (areNumbers(cells) ? "numbers" : "head") : "body",
        section: said.get(`${index}/${row}`) ?? null,
        before: row === 0 ? before : [],
      };
    });
    return [{ table: index, columns: block.columns, widths: widthsOf(block), rows }];
  });
}

function sectionsIn({ sections }: ReadTable): Section[] {
  const walk = (one: Section): Section[] => [one, ...one.sections.flatMap(walk)];
  return sections.flatMap(walk);
}

function sectionWords(section: Section, forms: PluralForms): string {
  const count = (one: Section): number =>
    one.measures.length + one.sections.reduce((sum, inner) => sum + count(inner), 0);
  const name = section.number === null ? (section.label ?? "Раздел") : `Раздел ${section.number}`;
  const title = section.title ? ` ${quoted(section.title.replace(/[\s.:;,]+$/u, ""))}` : "";
  return `${name}${title}, ${counted(count(section), forms)}`;
}

function areNumbers(cells: readonly GridCell[]): boolean {
  const texts = cells.map(({ paragraphs }) => fold(paragraphs.join(" "))).filter((text) => text !== "");
  return texts.length > 1 && texts.every((text) => /^\d{1,2}$/.test(text));
}

/** In shares of a sheet: the margins of a cell, and a letter of the sheet's type. */
const MARGINS = 2.8;
const LETTER = 1.3;

/** Widths of the file where it has them, else by the length of the texts; no column is narrower than its longest piece of a word. */
function widthsOf({ widths, columns, cells }: TableBlock): number[] {
  const textsIn = Array.from({ length: columns }, (_, col) =>
    cells.filter((cell) => cell.col === col && cell.colSpan === 1).map((cell) => cell.paragraphs.join(" ")),
  );
  const raw =
    widths && widths.length === columns && widths.every((width) => width > 0)
      ? [...widths]
      : textsIn.map((texts) => Math.min(60, Math.max(6, ...texts.map((text) => Math.sqrt(text.length) * 4))));
  const needed = textsIn.map((texts) => MARGINS + LETTER * Math.max(2, ...texts.map(longestPiece)));
  return fitted(shared(raw), needed);
}

/** Shares of 100 as near to those wished as what each column needs allows. */
function fitted(wished: readonly number[], needed: readonly number[]): number[] {
  const least = sumOf(needed);
  if (least >= 100) return shared(needed);
  const spare = wished.map((share, at) => Math.max(0, share - needed[at]!));
  const scale = (100 - least) / (sumOf(spare) || 1);
  return shared(needed.map((share, at) => share + spare[at]! * scale));
}

function shared(widths: readonly number[]): number[] {
  const whole = sumOf(widths);
  return widths.map((width) => Math.round((width / whole) * 10_000) / 100);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
