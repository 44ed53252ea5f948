import type { SheetCell, SheetWrite } from "#platform/office/workbook.ts";
import { alignOf } from "./cell-look.ts";
import { isContent, plain, writable } from "./cell-text.ts";
import type { Align, CellValue, Page, ParagraphBlock, TableBlock } from "./document-tree.ts";
import { divide, textWidth } from "./page.ts";
import { gridOf } from "./table-grid.ts";

/** Characters of the workbook's type in a millimetre of paper, nearly. */
const CHARACTERS_PER_MM = 0.52;
const NARROWEST = 5;
/** The most text one cell may hold; more makes Excel call the file damaged. */
const CELL_LIMIT = 32_767;
const CUT = " … (целиком: в документе Word)";

const HORIZONTAL = { left: "left", centre: "center", right: "right" } as const;
const PARAGRAPH_ALIGN: Readonly<Record<string, Align>> = {
  title: "centre",
  centred: "centre",
  right: "right",
  attribute: "right",
};

type Row = SheetCell[];

function sheetValue(value: CellValue): string | number | Date | null {
  if (value === null || typeof value === "number") return value;
  if (!isContent(value)) return new Date(value.date);
  const text = plain(value);
  return text.length > CELL_LIMIT ? text.slice(0, CELL_LIMIT - CUT.length) + CUT : text;
}

/**
 * A text across the whole sheet. Office programs fit the height of a row to its text except where cells are merged,
 * so a long text takes as many rows as it has lines.
 */
function across(cell: SheetCell, colSpan: number, characters: number): Row[] {
  const lines = String(cell.value ?? "")
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
  return [[{ ...cell, colSpan, rowSpan: lines }], ...Array.from({ length: lines - 1 }, (): Row => [])];
}

function paragraphRows(block: ParagraphBlock, colSpan: number, characters: number): Row[] {
  const bold = block.style === "title" || block.style === "heading";
  const align = HORIZONTAL[PARAGRAPH_ALIGN[block.style ?? "text"] ?? "left"];
  return across({ value: sheetValue(block.content), bold, align }, colSpan, characters);
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
  const top = above.flatMap((block) => paragraphRows(block, count, characters));
  const body = gridOf(table).flatMap((line) =>
    line[0]?.role === "section"
      ? across({ value: sheetValue(line[0].value), bold: true, shaded: true }, count, characters)
      : [
          line.map((cell): SheetCell => ({
            value: sheetValue(cell.value),
            align: HORIZONTAL[alignOf(cell, table)],
            bold: cell.bold ?? cell.role === "header",
            shaded: cell.role === "header",
            colSpan: cell.colSpan,
            rowSpan: cell.rowSpan,
          })),
        ],
  );
  return {
    name,
    widths: divide(characters, shares).map((width) => Math.max(NARROWEST, width)),
    rows: [...top, ...body, ...below.flatMap((block) => paragraphRows(block, count, characters))],
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
    const name = `${(base || "Лист").slice(0, 31 - tail.length).trim()}${tail}`;
    if (isFree(name)) return name;
  }
}
