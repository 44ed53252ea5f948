import {
  BorderStyle,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { alignOf } from "./cell-look.ts";
import { printed } from "./cell-text.ts";
import type { Content, TableBlock } from "./document-tree.ts";
import { cellParagraph, closingParagraph } from "./docx-paragraph.ts";
import { fittedWidths, lettersOf } from "./column-widths.ts";
import { divide, twips } from "./page.ts";
import { gridOf, type GridCell } from "./table-grid.ts";

const TABLE_TEXT_SIZE = 10;
const SMALLEST_TEXT = 7.5;
/** A letter of Times New Roman is so wide on the average for each point of its size; millimetres. */
const MM_PER_POINT_OF_LETTER = 0.175;
/** Of a cell, both sides, with the lines; millimetres. */
const SIDE_PADDING = 3.2;
const HELD_ROWS = 2;
/** Fills by the role of a cell, RRGGBB: pale enough for black-and-white print. */
const SHADES = { header: "F2F2F2", section: "F7F7F7", body: undefined } as const;

/** A table of fixed columns over the whole `width` (millimetres), its header rows repeated on each page. */
export function docxTable(table: TableBlock, width: number): Table {
  const shares = table.columns.map((column) => column.width);
  const grid = gridOf(table);
  const letters = lettersOf(table, grid);
  const needsAt = (points: number) => letters.map((each) => each * points * MM_PER_POINT_OF_LETTER + SIDE_PADDING);
  const size = fittingSize(table.textSize ?? TABLE_TEXT_SIZE, (points) => sumOf(needsAt(points)) <= width);
  const needs = needsAt(size);
  const columnWidths = divide(twips(width), fittedWidths(shares, needs, width));
  /** rows from this one on hold on to the next, and so to the closing */
  const held = table.closing ? table.header.length + table.rows.length - HELD_ROWS : Infinity;
  const docxCell = (cell: GridCell) => {
    const shade = SHADES[cell.role];
    const across = sumOf(columnWidths.slice(cell.column, cell.column + cell.colSpan));
    return new TableCell({
      children: [
        cellParagraph(
          printed(cell.value),
          alignOf(cell, table),
          { size, bold: cell.bold ?? cell.role !== "body" },
          cell.role === "section" || cell.row >= held,
        ),
      ],
      width: { size: across, type: WidthType.DXA },
      ...(cell.role === "header" && { verticalAlign: VerticalAlignTable.CENTER }),
      ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
      ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      ...(shade ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: shade } } : {}),
    });
  };
  const lines = grid.map((line, at) => {
    const isHeader = at < table.header.length;
    return new TableRow({ children: line.map(docxCell), cantSplit: true, ...(isHeader && { tableHeader: true }) });
  });
  return new Table({
    rows: table.closing ? [...lines, closingRow(table.closing, table.columns.length)] : lines,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
  });
}

/** The wanted type size, or the largest one below it at which heads are not broken; no smaller than can be read. */
function fittingSize(wanted: number, fits: (points: number) => boolean): number {
  let size = wanted;
  while (size > SMALLEST_TEXT && !fits(size)) size -= 0.5;
  return size;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** A row without a frame, so that it keeps with those above: not every office program keeps the paragraph after a table with its rows. */
function closingRow(content: Content, columnSpan: number): TableRow {
  const none = { style: BorderStyle.NIL, size: 0, color: "auto" } as const;
  const cell = new TableCell({
    children: [closingParagraph(content)],
    columnSpan,
    borders: { left: none, right: none, bottom: none },
  });
  return new TableRow({ children: [cell], cantSplit: true });
}
