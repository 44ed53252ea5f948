import type { Block, DocumentGrids, GridCell, TableBlock } from "#shared/document-grids.ts";

/** A cell for tests: its text (a line each paragraph), how many columns and rows it covers, and marks of a Word list. */
export interface CellSketch {
  readonly text: string;
  readonly cols?: number;
  readonly rows?: number;
  readonly marks?: readonly (string | null)[];
}

/** A table drawn as in HTML: a row lists only the cells that begin in it. */
export function table(rows: readonly (readonly (string | CellSketch)[])[], widths?: readonly number[]): TableBlock {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  let columns = 0;
  rows.forEach((row, at) => {
    let col = 0;
    for (const one of row) {
      const { text, cols = 1, rows: down = 1, marks } = typeof one === "string" ? { text: one } : one;
      while (taken.has(`${at}/${col}`)) col += 1;
      for (let y = at; y < at + down; y += 1) for (let x = col; x < col + cols; x += 1) taken.add(`${y}/${x}`);
      cells.push({ row: at, col, rowSpan: down, colSpan: cols, paragraphs: text.split("\n"), ...(marks && { marks }) });
      col += cols;
      columns = Math.max(columns, col);
    }
  });
  return { kind: "table", index: 0, rows: rows.length, columns, cells, ...(widths && { widths }) };
}

/** A document of paragraphs (strings, or objects with a level) and tables, numbered in order. */
export function document(...parts: readonly (string | Block)[]): DocumentGrids {
  let index = -1;
  const blocks = parts.map((part): Block => {
    if (typeof part === "string") return { kind: "paragraph", text: part };
    return part.kind === "table" ? { ...part, index: (index += 1) } : part;
  });
  return { document: "образец", blocks };
}

export const heading = (text: string, level = 1): Block => ({ kind: "paragraph", text, level });
