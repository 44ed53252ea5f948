import { daysBetween, localDate } from "#shared/local-date.ts";
import { isContent, plain, writable } from "./cell-text.ts";
import type { Align, CellValue, Page, ParagraphBlock, TableBlock } from "./document-tree.ts";
import { alignOf } from "./cell-look.ts";
import { divide, textWidth } from "./page.ts";
import { gridOf } from "./table-grid.ts";

/** One sheet of a workbook, laid out; rows and columns are counted from 0, spans are in cells. */
export interface Sheet {
  readonly name: string;
  readonly page: Page;
  /** widths in characters of the default type */
  readonly columnWidths: readonly number[];
  readonly cells: readonly SheetCell[];
  /** first and last row of the table's header: frozen on the screen, repeated on paper */
  readonly header: readonly [first: number, last: number];
  /** row → height in points, for rows that office programs do not fit by themselves (merged cells) */
  readonly heights: ReadonlyMap<number, number>;
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** a day is a number of days with `isDay` */
  readonly value: string | number | null;
  readonly isDay: boolean;
  readonly bold: boolean;
  readonly align: Align;
  /** framed cells belong to the table, the others are text above or below it */
  readonly framed: boolean;
  readonly role: "text" | "header" | "section" | "body";
}

/** Day 0 of a workbook's calendar. */
const DAY_ZERO = localDate("1899-12-30");
/** Characters of 10-point type in a centimetre of paper, nearly. */
const CHARACTERS_PER_MM = 0.52;
const LINE_POINTS = 14;
/** The most text one cell may hold; more makes Excel call the file damaged. */
const CELL_LIMIT = 32_767;
const CUT = " … (целиком: в документе Word)";

function sheetValue(value: CellValue): Pick<SheetCell, "value" | "isDay"> {
  if (value === null || typeof value === "number") return { value, isDay: false };
  if (!isContent(value)) return { value: daysBetween(DAY_ZERO, value.date), isDay: true };
  const text = plain(value);
  return { value: text.length > CELL_LIMIT ? text.slice(0, CELL_LIMIT - CUT.length) + CUT : text, isDay: false };
}

const PARAGRAPH_ALIGN: Readonly<Record<string, Align>> = {
  title: "centre",
  centred: "centre",
  right: "right",
  attribute: "right",
};

function paragraphCell(block: ParagraphBlock, row: number, colSpan: number): SheetCell {
  const bold = block.style === "title" || block.style === "heading";
  const align = PARAGRAPH_ALIGN[block.style ?? "text"] ?? "left";
  return {
    row,
    column: 0,
    colSpan,
    rowSpan: 1,
    ...sheetValue(block.content),
    bold,
    align,
    framed: false,
    role: "text",
  };
}

/** Height of a text across `characters`, points. */
function heightOf(value: SheetCell["value"], characters: number): number {
  const lines = String(value ?? "")
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
  return lines * LINE_POINTS;
}

/** Lays a table out on a sheet, with the paragraphs above and below it across all its columns. */
export function layOutSheet(
  name: string,
  page: Page,
  above: readonly ParagraphBlock[],
  table: TableBlock,
  below: readonly ParagraphBlock[],
): Sheet {
  const width = table.columns.length;
  const all = Math.round(textWidth(page) * CHARACTERS_PER_MM);
  const columnWidths = divide(
    all,
    table.columns.map((column) => column.width),
  ).map((characters) => Math.max(4, characters));
  const top = above.length;
  const grid = gridOf(table);
  const tableCells = grid.flat().map((cell): SheetCell => {
    const { row, column, colSpan, rowSpan, role } = cell;
    const bold = cell.bold ?? role !== "body";
    return {
      row: row + top,
      column,
      colSpan,
      rowSpan,
      ...sheetValue(cell.value),
      bold,
      align: alignOf(cell, table),
      framed: true,
      role,
    };
  });
  const under = top + grid.length;
  const cells = [
    ...above.map((block, at) => paragraphCell(block, at, width)),
    ...tableCells,
    ...below.map((block, at) => paragraphCell(block, under + at, width)),
  ];
  const spanning = cells.filter((cell) => cell.colSpan === width);
  return {
    name,
    page,
    columnWidths,
    cells,
    header: [top, top + table.header.length - 1],
    heights: new Map(spanning.map((cell) => [cell.row, heightOf(cell.value, all)])),
  };
}

/** A name Excel takes: at most 31 characters, none of []:*?/\, not empty, unlike the names taken. */
export function sheetName(wanted: string | undefined, taken: ReadonlySet<string>): string {
  const base = writable(wanted ?? "")
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  const isFree = (name: string) =>
    ![...taken].some((each) => each.toLocaleLowerCase("ru") === name.toLocaleLowerCase("ru"));
  for (let number = 1; ; number += 1) {
    const tail = number === 1 && base ? "" : ` ${number}`;
    const name = `${(base || "Лист").slice(0, 31 - tail.length).trim()}${tail}`;
    if (isFree(name)) return name;
  }
}
