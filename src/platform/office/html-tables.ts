import type { Block, CellAddress, GridCell, ParagraphBlock } from "#shared/document-grids.ts";
import { MOST_COLUMNS, MOST_SQUARES } from "./bounds.ts";

export interface HtmlTable {
  readonly kind: "table";
  readonly rows: HtmlCell[][];
  /** the page says that the table only lays it out */
  readonly layout: boolean;
}

export interface HtmlCell {
  readonly colSpan: number;
  /** 0: to the last row */
  readonly rowSpan: number;
  readonly content: (ParagraphBlock | HtmlTable)[];
}

/**
 * Blocks of what a page holds. A table that only lays the page out (one cell, or a few with a larger table inside) is left out and what
 * stands in it is taken; tables inside the cells of others follow them and know their cell.
 */
export function blocksOfPage(content: readonly (ParagraphBlock | HtmlTable)[]): readonly Block[] {
  const blocks: Block[] = [];
  let index = 0;
  const take = (items: readonly (ParagraphBlock | HtmlTable)[]): void => {
    for (const item of items) {
      if (item.kind === "paragraph") blocks.push(item);
      else if (item.rows.length === 0) continue;
      else if (isLayout(item)) take(item.rows.flat().flatMap((cell) => cell.content));
      else index = placeTable(item, index, blocks);
    }
  };
  take(content);
  return blocks;
}

const MOST_LAYOUT_ROWS = 4;

function isLayout({ rows, layout }: HtmlTable): boolean {
  const inner = rows.flat().flatMap(({ content }) => content.filter((one) => one.kind === "table"));
  if (inner.length === 0) return layout;
  if (layout || rows.flat().length === 1) return true;
  return rows.length <= MOST_LAYOUT_ROWS && inner.some((table) => isData(table, rows.length));
}

/** A table of data: taller than the one around it, or one that such a table stands in. */
function isData({ rows }: HtmlTable, around: number): boolean {
  const wide = Math.max(0, ...rows.map(({ length }) => length));
  if (rows.length >= 3 && rows.length > around && wide >= 2) return true;
  return rows
    .flat()
    .some(({ content }) => content.some((one) => one.kind === "table" && isData(one, Math.max(around, rows.length))));
}

/** Puts a table and those inside its cells among the blocks; returns the index for the next table. */
function placeTable({ rows }: HtmlTable, index: number, blocks: Block[], parent?: CellAddress): number {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  const inner: { readonly table: HtmlTable; readonly row: number; readonly col: number }[] = [];
  let columns = 0;
  rows.forEach((row, at) => {
    let col = 0;
    for (const { colSpan: across, rowSpan, content } of row) {
      while (taken.has(`${at},${col}`)) col += 1;
      const tall = Math.min(rowSpan || rows.length, rows.length - at);
      // Spans beyond any page are read as single cells, before anybody pays for their empty squares.
      const plain = taken.size + tall * across > MOST_SQUARES || col + across > MOST_COLUMNS;
      const [colSpan, down] = plain ? [1, 1] : [across, tall];
      for (let y = at; y < at + down; y += 1) for (let x = col; x < col + colSpan; x += 1) taken.add(`${y},${x}`);
      cells.push({ row: at, col, rowSpan: down, colSpan, ...linesOf(content) });
      for (const table of content)
        if (table.kind === "table" && table.rows.length > 0) inner.push({ table, row: at, col });
      col += colSpan;
      columns = Math.max(columns, col);
    }
  });
  blocks.push({ kind: "table", index, rows: rows.length, columns, cells, ...(parent && { parent }) });
  let next = index + 1;
  for (const { table, row, col } of inner) next = placeTable(table, next, blocks, { table: index, row, col });
  return next;
}

/** Paragraphs of a cell, a line each, with the marks of its lists. */
function linesOf(content: HtmlCell["content"]): Pick<GridCell, "paragraphs" | "marks"> {
  const lines = content.flatMap((one) => {
    if (one.kind === "table") return [];
    return one.text.split("\n").map((text, at) => ({ text, mark: at === 0 ? (one.list?.marker ?? null) : null }));
  });
  if (lines.length === 0) return { paragraphs: [""] };
  const listed = lines.some(({ mark }) => mark !== null);
  return { paragraphs: lines.map(({ text }) => text), ...(listed && { marks: lines.map(({ mark }) => mark) }) };
}
