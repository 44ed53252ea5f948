import type { Bit, UprightPage } from "./pdf-bits.ts";
import { frameOf, type Frame, type FrameCell } from "./pdf-frames.ts";
import { linesOf, type Line } from "./pdf-lines.ts";
import { rulingsOf } from "./pdf-rules.ts";

/** A table of one page, with the lines of text in each of its cells. */
export interface SheetTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly SheetCell[];
  /** the cell of another table of the page that holds this one */
  readonly inside: { readonly table: SheetTable; readonly cell: SheetCell } | undefined;
}

export interface SheetCell extends FrameCell {
  readonly lines: readonly Line[];
}

/** A page taken apart: its tables, and the lines of text outside them. */
export interface SheetParts {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly tables: readonly SheetTable[];
  readonly lines: readonly Line[];
  /** text that the file itself marks as no part of the document, or a watermark */
  readonly apart: readonly Line[];
}

/** Finds the ruled tables of a page and puts every piece of text into the cell where its middle lies, the innermost if several. */
export function sheetParts({ number, width, height, bits, strokes }: UprightPage): SheetParts {
  const frames = rulingsOf(strokes)
    .flatMap((ruling) => frameOf(ruling) ?? [])
    .sort((a, b) => areaOf(a) - areaOf(b));
  const texts = frames.map((frame) => frame.cells.map((): Bit[] => []));
  const free: Bit[] = [];
  const apart: Bit[] = [];
  for (const bit of bits) {
    // Innermost means smallest: frames stand from the smallest to the largest.
    const at = frames.findIndex((frame) => holds(frame, bit.middle));
    if (at >= 0) texts[at]![cellAt(frames[at]!, bit.middle)]?.push(bit);
    else (bit.apart ? apart : free).push(bit);
  }
  const tables: SheetTable[] = [];
  for (let at = frames.length - 1; at >= 0; at -= 1) {
    const frame = frames[at]!;
    const cells = frame.cells.map((cell, one): SheetCell => ({ ...cell, lines: linesOf(texts[at]![one]!) }));
    const middle = [(frame.xs[0]! + frame.xs.at(-1)!) / 2, (frame.ys[0]! + frame.ys.at(-1)!) / 2] as const;
    const outer = [...tables].reverse().find((table) => holds(table, middle));
    const cell = outer?.cells[cellAt(outer, middle)];
    tables.push({ ...withoutHoles({ ...frame, cells }), inside: outer && cell && { table: outer, cell } });
  }
  return {
    number,
    width,
    height,
    tables: tables.filter((table) => table.inside || !isBlank(table, tables)),
    lines: linesOf(free),
    apart: linesOf(apart),
  };
}

/**
 * Rows that only a ragged edge makes: nothing begins in them but empty squares, beside a cell that comes from above. They hold no text,
 * and no eye sees them as rows.
 */
function withoutHoles<T extends Pick<SheetTable, "ys" | "cells">>(table: T): T {
  const { ys, cells } = table;
  const starts = ys.slice(1).map((): SheetCell[] => []);
  for (const cell of cells) starts[cell.row]!.push(cell);
  /** rows that stay, above each edge */
  const kept = [0];
  let over: readonly SheetCell[] = [];
  let carried: readonly SheetCell[] = [];
  starts.forEach((begun, row) => {
    const own = [...carried, ...begun];
    over = over.filter((cell) => cell.row + cell.rowSpan > row);
    const hole = over.length > 0 && own.every(({ lines }) => lines.length === 0);
    carried = hole ? own : [];
    if (!hole) over = [...over, ...own];
    kept.push(kept[row]! + (hole ? 0 : 1));
  });
  return {
    ...table,
    ys: ys.filter((_y, edge) => edge === 0 || kept[edge] !== kept[edge - 1]),
    cells: cells.flatMap((cell) => {
      const [from, to] = [kept[cell.row]!, kept[cell.row + cell.rowSpan]!];
      return to > from ? [{ ...cell, row: from, rowSpan: to - from }] : [];
    }),
  };
}

const areaOf = ({ xs, ys }: Frame): number => (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);

/** Boxes of a drawing, without a letter in them. */
function isBlank(table: SheetTable, all: readonly SheetTable[]): boolean {
  return table.cells.every(({ lines }) => lines.length === 0) && !all.some(({ inside }) => inside?.table === table);
}

function holds({ xs, ys }: Pick<Frame, "xs" | "ys">, [x, y]: readonly [number, number]): boolean {
  return x >= xs[0]! && x <= xs.at(-1)! && y >= ys[0]! && y <= ys.at(-1)!;
}

function cellAt({ xs, ys, cells }: Pick<Frame, "xs" | "ys" | "cells">, [x, y]: readonly [number, number]): number {
  const col = indexOf(xs, x);
  const row = indexOf(ys, y);
  return cells.findIndex(
    (cell) => col >= cell.col && col < cell.col + cell.colSpan && row >= cell.row && row < cell.row + cell.rowSpan,
  );
}

function indexOf(edges: readonly number[], value: number): number {
  const after = edges.findIndex((edge) => edge > value);
  return after < 0 ? edges.length - 2 : Math.max(0, after - 1);
}
