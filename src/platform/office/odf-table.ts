import { MOST_COLUMNS, MOST_SQUARES } from "./bounds.ts";
import type { StyleOf } from "./odf-styles.ts";
import type { Span, TableShape } from "./page.ts";
import { OfficeRefusal } from "./problems.ts";
import { TEXT, wholeOf, type XmlNode } from "./xml.ts";

const MOST_ROWS = 20_000;
/** of all cells that repeated rows and columns write out */
const MOST_LETTERS = 20_000_000;
/** a sheet is filled up to its end with one repeated row; nobody writes so many equal rows by hand */
const FILLING = 1000;

/** The grid of an OpenDocument table: repeated rows and columns written out, covered places given to the cell over them. */
export function odfTable(table: XmlNode, styleOf: StyleOf): TableShape {
  const rows = rowsOf(table);
  const spans: Span[] = [];
  const taken = new Map<number, Set<number>>();
  let columns = 0;
  let letters = 0;
  let squares = 0;
  const weights = new Map<XmlNode, number>();
  const weigh = (cell: XmlNode): void => {
    const weight = weights.get(cell) ?? lettersOf(cell);
    weights.set(cell, weight);
    letters += weight;
    if (letters > MOST_LETTERS) throw new OfficeRefusal("office-bomb");
  };
  rows.forEach((node, row) => {
    let col = 0;
    const isTaken = (): boolean => taken.get(row)?.has(col) ?? false;
    for (const cell of cellsOf(node)) {
      const covered = cell.name === "table:covered-table-cell";
      for (let left = repeats(cell, "table:number-columns-repeated"); left > 0; left -= 1) {
        if (covered && isTaken()) {
          col += 1;
          continue;
        }
        while (isTaken()) col += 1;
        const colSpan = covered ? 1 : countOf(cell.attributes["table:number-columns-spanned"]);
        const rowSpan = covered
          ? 1
          : Math.min(countOf(cell.attributes["table:number-rows-spanned"]), rows.length - row);
        squares += rowSpan * colSpan;
        if (col + colSpan > MOST_COLUMNS || squares > MOST_SQUARES) throw new OfficeRefusal("office-boundless");
        weigh(cell);
        spans.push({ row, col, rowSpan, colSpan, node: cell });
        if (rowSpan > 1 || colSpan > 1) take(taken, row, col, rowSpan, colSpan);
        columns = Math.max(columns, col + colSpan);
        // places under the cell are elements of their own
        col += 1;
      }
    }
  });
  return { spans, rows: rows.length, columns, widths: widthsOf(table, styleOf, columns) };
}

function take(taken: Map<number, Set<number>>, row: number, col: number, rowSpan: number, colSpan: number): void {
  for (let down = row; down < row + rowSpan; down += 1) {
    const places = taken.get(down) ?? new Set();
    taken.set(down, places);
    for (let right = col; right < col + colSpan; right += 1) places.add(right);
  }
}

/** Rows through header rows and groups, repeated ones written out. */
function rowsOf(table: XmlNode): XmlNode[] {
  const rows: XmlNode[] = [];
  const walk = (node: XmlNode): void => {
    for (const part of node.children) {
      if (part.name === "table:table-row") {
        const times = repeats(part, "table:number-rows-repeated");
        const written = times > FILLING && isBlank(part) ? 1 : times;
        if (rows.length + written > MOST_ROWS) throw new OfficeRefusal("office-boundless");
        for (let left = written; left > 0; left -= 1) rows.push(part);
      } else if (/^table:table-(?:header-rows|rows|row-group)$/.test(part.name)) walk(part);
    }
  };
  walk(table);
  return rows;
}

/** Cells of a row, without those that only fill a row of a sheet up to its last column. */
function cellsOf(row: XmlNode): readonly XmlNode[] {
  const cells = row.children.filter(({ name }) => name === "table:table-cell" || name === "table:covered-table-cell");
  while (cells.length > 0 && isFilling(cells[cells.length - 1]!)) cells.pop();
  return cells;
}

const MEANT = ["table:number-columns-spanned", "table:number-rows-spanned", "office:value-type"];

/** A cell of a text holds a paragraph even where it is empty. */
function isFilling(cell: XmlNode): boolean {
  const { attributes, children } = cell;
  if (children.length > 0 || MEANT.some((name) => name in attributes)) return false;
  return cell.name === "table:table-cell" || repeats(cell, "table:number-columns-repeated") > 1;
}

function widthsOf(table: XmlNode, styleOf: StyleOf, columns: number): number[] {
  const widths: number[] = [];
  const walk = (node: XmlNode): void => {
    for (const part of node.children) {
      if (part.name === "table:table-column") {
        const { width = 0 } = styleOf("table-column", part.attributes["table:style-name"]);
        const left = Math.min(repeats(part, "table:number-columns-repeated"), columns - widths.length);
        for (let at = 0; at < left; at += 1) widths.push(width);
      } else if (/^table:table-(?:header-columns|columns|column-group)$/.test(part.name)) walk(part);
    }
  };
  walk(table);
  return widths;
}

/** Letters in it and below, and one for the element itself. */
function lettersOf(node: XmlNode): number {
  return node.children.reduce((sum, one) => sum + lettersOf(one), 1 + node.text.length);
}

/** No letter in it or below. */
function isBlank(node: XmlNode): boolean {
  return node.children.every((one) => (one.name === TEXT ? one.text.trim() === "" : isBlank(one)));
}

const repeats = (node: XmlNode, name: string): number => countOf(node.attributes[name]);

function countOf(text: string | undefined): number {
  return Math.max(1, wholeOf(text, 1));
}
