import type { Bit } from "./pdf-bits.ts";
import { regionsOf, type Gutter, type Region } from "./pdf-gutters.ts";
import { linesOf, type Line } from "./pdf-lines.ts";
import type { SheetCell, SheetTable } from "./pdf-sheet.ts";

/** Text outside ruled tables: plain lines, columns to be read one after another, tables without lines. */
export type Passage =
  | { readonly kind: "lines" | "column"; readonly lines: readonly Line[] }
  | { readonly kind: "table"; readonly table: SheetTable };

const KEY = /^\(?\d{1,3}(?:\.\d{1,3})*[.)]?$/u;
const MARK = /^(?:[-–—•▪·●○◦‣]|\(?\d{1,3}[.)]|\p{L}\))$/u;

/** Tells tables without lines and columns of text from plain text, by the white between columns shared over lines. */
export function passagesOf(lines: readonly Line[]): readonly Passage[] {
  const passages: Passage[] = [];
  const plain = (own: readonly Line[]): void => {
    const last = passages.at(-1);
    if (last?.kind === "lines") passages[passages.length - 1] = { kind: "lines", lines: [...last.lines, ...own] };
    else passages.push({ kind: "lines", lines: own });
  };
  for (const region of regionsOf(lines)) {
    const columns = columnsOf(region);
    if (isProse(region, columns)) {
      for (const column of columns) passages.push({ kind: "column", lines: linesOf(column) });
    } else if (isTable(region, columns)) passages.push({ kind: "table", table: tableOf(region, columns) });
    else plain(region.lines);
  }
  return passages;
}

function columnsOf({ lines, gutters }: Region): readonly (readonly Bit[])[] {
  const edges = gutters.map(middleOf);
  const columns = Array.from({ length: edges.length + 1 }, (): Bit[] => []);
  for (const bit of lines.flatMap(({ bits }) => bits)) columns[columnAt(edges, bit)]!.push(bit);
  return columns;
}

const middleOf = ({ from, to }: Gutter): number => (from + to) / 2;

const columnAt = (edges: readonly number[], bit: Bit): number => {
  const at = edges.findIndex((edge) => (bit.from + bit.to) / 2 < edge);
  return at < 0 ? edges.length : at;
};

/** Two columns of running text: long, and most lines of both reach across their column. */
function isProse({ lines, gutters }: Region, columns: readonly (readonly Bit[])[]): boolean {
  if (gutters.length !== 1 || lines.length < 8) return false;
  return columns.every((column) => {
    const own = linesOf(column);
    const width = Math.max(...own.map(({ to }) => to)) - Math.min(...own.map(({ from }) => from));
    const full = own.filter(({ from, to }) => to - from > width * 0.8).length;
    return own.length >= 6 && full >= own.length * 0.6 && width > 15 * own[0]!.size;
  });
}

function isTable({ lines, gutters }: Region, columns: readonly (readonly Bit[])[]): boolean {
  if (gutters.length === 0) return false;
  const filled = lines.filter(({ bits }) => new Set(bits.map((bit) => columnAt(gutters.map(middleOf), bit))).size > 1);
  if (gutters.length > 1) return lines.length >= 2 && filled.length >= 2;
  const marks = linesOf(columns[0]!).every(({ text }) => MARK.test(text));
  return filled.length >= 3 && !marks;
}

function tableOf(region: Region, columns: readonly (readonly Bit[])[]): SheetTable {
  const { lines, gutters } = region;
  const edges = gutters.map(middleOf);
  const starts = rowStarts(region, columns[0]!);
  const cells = starts.flatMap((start, row): readonly SheetCell[] => {
    const bits = lines.slice(start, starts[row + 1]).flatMap((line) => line.bits);
    return columns.map((_column, col): SheetCell => {
      const own = bits.filter((bit) => columnAt(edges, bit) === col);
      return {
        row,
        col,
        rowSpan: 1,
        colSpan: 1,
        lines: linesOf(own.filter(({ text }) => text !== " ").length > 0 ? own : []),
      };
    });
  });
  const left = Math.min(...lines.map(({ from }) => from));
  const right = Math.max(...lines.map(({ to }) => to));
  return {
    // A column begins where its text does.
    xs: [left - 1, ...gutters.map(({ to }) => to - 1), right + 1],
    ys: [...starts.map((start) => lines[start]!.base - lines[start]!.size), lines.at(-1)!.base],
    cells,
    openBelow: false,
    inside: undefined,
  };
}

/**
 * The lines with which rows begin: where the first column has a number, if it is a column of numbers; where the step down is larger than
 * usual; else where the first column has a text beside others.
 */
function rowStarts({ lines, gutters }: Region, first: readonly Bit[]): readonly number[] {
  const edges = gutters.map(middleOf);
  const inFirst = (line: Line): string =>
    line.bits.flatMap((bit) => (columnAt(edges, bit) === 0 && bit.text !== " " ? [bit.text] : [])).join(" ");
  const all = lines.map((_line, at) => at);
  const keys = linesOf(first).filter(({ text }) => KEY.test(text)).length;
  const pick = (begins: (at: number) => boolean): readonly number[] => all.filter((at) => at === 0 || begins(at));
  if (keys >= 2 && keys >= linesOf(first).length * 0.5) return pick((at) => KEY.test(inFirst(lines[at]!)));
  const steps = lines.slice(1).map((line, at) => line.base - lines[at]!.base);
  const usual = Math.min(...steps);
  const wide = steps.filter((step) => step > usual * 1.35).length;
  if (wide > 0 && wide < steps.length) return pick((at) => steps[at - 1]! > usual * 1.35);
  const beside = (line: Line): boolean => new Set(line.bits.map((bit) => columnAt(edges, bit))).size > 1;
  return pick((at) => inFirst(lines[at]!) !== "" && beside(lines[at]!));
}
