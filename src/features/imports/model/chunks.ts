import type { PaperPart, PaperRow } from "./paper.ts";

/** Rows of a table that are drawn together; a cell merged over rows is never cut. */
export interface Chunk {
  readonly rows: readonly PaperRow[];
  /** about how high it will stand, px: kept free until it is drawn */
  readonly height: number;
}

const MOST_ROWS = 20;

/** A long table in pieces, so that only what is in sight needs to be laid out. */
export function chunksOf({ rows, widths }: Pick<PaperPart, "rows" | "widths">): Chunk[] {
  const found: PaperRow[][] = [];
  let mergedTo = 0;
  rows.forEach((row, at) => {
    const last = found.at(-1);
    if (last && (last.length < MOST_ROWS || mergedTo > at)) last.push(row);
    else found.push([row]);
    mergedTo = Math.max(mergedTo, ...row.cells.map(({ rowSpan }) => at + rowSpan));
  });
  return found.map((own) => ({ rows: own, height: own.reduce((sum, row) => sum + heightOf(row, widths), 0) }));
}

/** Of the sheet, px: its width, a letter, a line, the margins of a cell over and beside its text. */
const SHEET = 600;
const LETTER = 7;
const LINE = 18;
const OVER = 14;
const BESIDE = 16;
/** a line of the reading with its margins */
const LEAST = 44;

function heightOf({ cells, before }: PaperRow, widths: readonly number[]): number {
  const lines = cells
    .filter(({ rowSpan }) => rowSpan === 1)
    .map(({ col, colSpan, paragraphs }) => {
      const share = widths.slice(col, col + colSpan).reduce((sum, width) => sum + width, 0);
      const letters = Math.max(4, ((share / 100) * SHEET - BESIDE) / LETTER);
      return paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0);
    });
  return Math.max(LEAST, Math.max(1, ...lines) * LINE + OVER) + before.length * (LINE + 2 * OVER);
}
