import type { Block, CellAddress, GridCell, ListMark, TableBlock } from "#shared/document-grids.ts";
import type { XmlNode } from "./xml.ts";

/** A paragraph as a reader of one format finds it. */
export interface ReadParagraph {
  readonly text: string;
  readonly bold: boolean;
  readonly level: number | undefined;
  readonly list: ListMark | undefined;
}

/** Whoever walks a part of a document tells what it meets, in the order of the page. */
export interface Found {
  readonly paragraph: (one: ReadParagraph) => void;
  readonly table: (node: XmlNode) => void;
}

/** A place of a table's grid. */
export interface Span {
  readonly row: number;
  readonly col: number;
  rowSpan: number;
  colSpan: number;
  /** undefined for a place the row leaves out */
  readonly node: XmlNode | undefined;
}

export interface TableShape {
  readonly spans: readonly Span[];
  readonly rows: number;
  readonly columns: number;
  /** of the grid's columns in any one unit, where the file has them */
  readonly widths: readonly number[];
}

/** How one format is walked: what stands in a node, and the grid of a table. */
export interface PageFormat {
  readonly walk: (node: XmlNode, found: Found) => void;
  readonly shapeOf: (table: XmlNode) => TableShape;
}

/** Blocks of a body in the order of the page: tables numbered as they begin, nested ones right after the table that holds them. */
export function pageBlocks(body: XmlNode, { walk, shapeOf }: PageFormat): Block[] {
  let tables = 0;

  const readTable = (node: XmlNode, parent?: CellAddress): TableBlock[] => {
    const index = tables;
    tables += 1;
    const nested: TableBlock[] = [];
    const { spans, rows, columns, widths } = shapeOf(node);
    const cells = spans.map(({ row, col, rowSpan, colSpan, node: cell }): GridCell => {
      const paragraphs: ReadParagraph[] = [];
      if (cell) {
        walk(cell, {
          paragraph: (one) => paragraphs.push(one),
          table: (inner) => nested.push(...readTable(inner, { table: index, row, col })),
        });
      }
      const marks = paragraphs.map(({ list }) => list?.marker ?? null);
      const texts = paragraphs.map(({ text }) => text);
      return { row, col, rowSpan, colSpan, paragraphs: texts, ...(marks.some((mark) => mark !== null) && { marks }) };
    });
    const known = widths.length === columns && widths.every((width) => width > 0);
    const table: TableBlock = {
      kind: "table",
      index,
      rows,
      columns,
      cells,
      ...(known && { widths }),
      ...(parent && { parent }),
    };
    return [table, ...nested];
  };

  const blocks: Block[] = [];
  walk(body, {
    paragraph: ({ text, bold, level, list }) =>
      blocks.push({ kind: "paragraph", text, ...(level && { level }), ...(bold && { bold }), ...(list && { list }) }),
    table: (node) => blocks.push(...readTable(node)),
  });
  return blocks;
}

/** What stands under the line at the foot of a page must not vanish: «Сноска 1: …», one paragraph a note. */
export function noteBlock(mark: string, text: string): Block {
  return { kind: "paragraph", text: `Сноска ${mark}: ${text}` };
}
