import { MOST_COLUMNS, MOST_SQUARES } from "./bounds.ts";
import { isOn } from "./docx-styles.ts";
import type { Span } from "./page.ts";
import { OfficeRefusal } from "./problems.ts";
import { child, valueOf, wholeOf, type XmlNode } from "./xml.ts";

/** Rows of a table through content controls and accepted insertions; deleted, moved and hidden rows are gone. */
export function rowsOf(table: XmlNode): readonly XmlNode[] {
  return through(table, "w:tr").filter((row) => {
    const properties = child(row, "w:trPr");
    return !child(properties, "w:del") && !isOn(child(properties, "w:hidden")) && !isMovedAway(row);
  });
}

/** Word does not mark a moved row itself: the end of each of its paragraphs is marked. */
function isMovedAway(row: XmlNode): boolean {
  let found = false;
  for (const cell of through(row, "w:tc")) {
    for (const one of cell.children) {
      if (one.name !== "w:p") continue;
      found = child(child(child(one, "w:pPr"), "w:rPr"), "w:moveFrom") !== undefined;
      if (!found) return false;
    }
  }
  return found;
}

const WRAPPERS = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"]);

/** Children of a name, those in content controls and accepted insertions included. */
function through(node: XmlNode, name: string, found: XmlNode[] = []): XmlNode[] {
  for (const part of node.children) {
    if (part.name === name) found.push(part);
    else if (WRAPPERS.has(part.name)) through(part, name, found);
  }
  return found;
}

/** Places of all cells: horizontal spans by gridSpan or hMerge, vertical ones by vMerge of the same column and width. */
export function spansOf(rows: readonly XmlNode[]): { spans: readonly Span[]; rows: number; columns: number } {
  const spans: Span[] = [];
  let above = new Map<number, Span>();
  let columns = 0;
  rows.forEach((node, row) => {
    const properties = child(node, "w:trPr");
    const here = new Map<number, Span>();
    let col = 0;
    let last: Span | undefined;
    const put = (cell: XmlNode | undefined, colSpan: number): void => {
      last = { row, col, rowSpan: 1, colSpan, node: cell };
      spans.push(last);
      here.set(col, last);
      col += colSpan;
      if (col > MOST_COLUMNS || spans.length > MOST_SQUARES) throw new OfficeRefusal("office-boundless");
    };
    const before = countOf(valueOf(properties, "w:gridBefore"));
    if (before > 0) put(undefined, before);
    for (const cell of through(node, "w:tc")) {
      const cellProperties = child(cell, "w:tcPr");
      if (child(cellProperties, "w:cellDel")) continue;
      const colSpan = Math.max(1, countOf(valueOf(cellProperties, "w:gridSpan")));
      const upper = above.get(col);
      if (last && valueOf(cellProperties, "w:hMerge") !== "restart" && child(cellProperties, "w:hMerge")) {
        last.colSpan += colSpan;
        col += colSpan;
      } else if (continues(cellProperties) && upper?.colSpan === colSpan) {
        upper.rowSpan += 1;
        here.set(col, upper);
        last = undefined;
        col += colSpan;
      } else {
        put(cell, colSpan);
      }
      if (col > MOST_COLUMNS) throw new OfficeRefusal("office-boundless");
    }
    const after = countOf(valueOf(properties, "w:gridAfter"));
    if (after > 0) put(undefined, after);
    columns = Math.max(columns, col);
    above = here;
  });
  return { spans, rows: rows.length, columns };
}

function continues(properties: XmlNode | undefined): boolean {
  const merge = child(properties, "w:vMerge");
  if (merge) return merge.attributes["w:val"] !== "restart";
  // merged while changes were tracked
  return child(properties, "w:cellMerge")?.attributes["w:vMerge"] === "cont";
}

/** Columns that a cell or a gap takes; 0 where none are named. */
function countOf(text: string | undefined): number {
  return Math.min(Math.max(wholeOf(text, 0), 0), MOST_COLUMNS + 1);
}
