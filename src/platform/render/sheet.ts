import { cutText } from "#shared/cut-text.ts";
import type { SheetCell, SheetWrite } from "#platform/office/workbook.ts";
import { alignOf } from "./cell-look.ts";
import { isContent, plain, writable } from "./cell-text.ts";
import type { Align, CellValue, Page, ParagraphBlock, ParagraphStyle, TableBlock } from "./document-tree.ts";
import { lettersOf } from "./column-widths.ts";
import { divide, textWidth } from "./page.ts";
import { gridOf } from "./table-grid.ts";

/** Characters of the workbook's type in a millimetre of paper, nearly. */
const CHARACTERS_PER_MM = 0.52;
const NARROWEST = 5;
/** Letters of a column that its margins take. */
const MARGIN = 1;
/** The most text one cell may hold; more makes Excel call the file damaged. */
const CELL_LIMIT = 32_767;
const CUT = " … (целиком: в документе Word)";

const HORIZONTAL = { left: "left", centre: "center", right: "right" } as const;
const PARAGRAPH_ALIGN: Readonly<Record<string, Align>> = {
  title: "centre",
  subtitle: "centre",
  centred: "centre",
  right: "right",
  attribute: "right",
};

const BOLD_STYLES: ReadonlySet<ParagraphStyle> = new Set(["title", "subtitle", "heading"]);

type Row = SheetCell[];

/** A value as a workbook holds it. */
export function sheetValue(value: CellValue): string | number | Date | null {
  if (value === null || typeof value === "number") return value;
  if (!isContent(value)) return new Date(value.date);
  const text = plain(value);
  return text.length > CELL_LIMIT ? cutText(text, CELL_LIMIT - CUT.length) + CUT : text;
}

/** A text across the whole sheet. */
function paragraphRow(block: ParagraphBlock, colSpan: number): Row {
  const bold = BOLD_STYLES.has(block.style ?? "text");
  const align = HORIZONTAL[PARAGRAPH_ALIGN[block.style ?? "text"] ?? "left"];
  return [{ value: sheetValue(block.content), bold, align, colSpan, borderless: true }];
}

/** Lays a table out on a sheet, with the paragraphs above and below it across all its columns. */
export function layOutSheet(
  name: string,
  page: Page,
  above: readonly ParagraphBlock[],
  table: TableBlock,
  below: readonly ParagraphBlock[],
): SheetWrite {
  const count = table.columns.length;
  const characters = Math.round(textWidth(page) * CHARACTERS_PER_MM);
  const shares = table.columns.map((column) => column.width);
  const grid = gridOf(table);
  const needs = lettersOf(table, grid).map((letters) => Math.max(NARROWEST, letters + MARGIN));
  const top = above.map((block) => paragraphRow(block, count));
  const body = grid.map((line) =>
    line.map((cell): SheetCell => ({
      value: sheetValue(cell.value),
      align: HORIZONTAL[alignOf(cell, table)],
      bold: cell.bold ?? cell.role !== "body",
      shaded: cell.role !== "body",
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
    })),
  );
  const closing = table.closing ? [[], paragraphRow({ kind: "paragraph", content: table.closing }, count)] : [];
  return {
    name,
    widths: divide(characters, shares).map((width, at) => Math.max(needs[at]!, width)),
    rows: [...top, ...body, ...closing, ...below.map((block) => paragraphRow(block, count))],
    header: { from: top.length, to: top.length + table.header.length },
    landscape: page.orientation === "landscape",
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
    const name = `${cutText(base || "Лист", 31 - tail.length).trim()}${tail}`;
    if (isFree(name)) return name;
  }
}
