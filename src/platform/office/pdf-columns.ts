import type { Bit } from "./pdf-bits.ts";
import { crosses, middleOf, regionsOf, stretchedBits, type Region } from "./pdf-gutters.ts";
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
  const starts = rowStarts(region, columns[0]!);
  const head = headCells(lines.slice(0, starts[1]), region);
  const tall = head.some(({ rowSpan }) => rowSpan > 1) ? 1 : 0;
  const body = starts
    .slice(1)
    .flatMap((start, at) => rowCells(lines.slice(start, starts[at + 2]), at + 1 + tall, region));
  const left = Math.min(...lines.map(({ from }) => from));
  const right = Math.max(...lines.map(({ to }) => to));
  const tops = starts.map((start) => lines[start]!.base - lines[start]!.size);
  return {
    // A column begins where its text does.
    xs: [left - 1, ...gutters.map(({ to }) => to - 1), right + 1],
    ys: [...tops.slice(0, 1), ...(tall ? [tops[0]! + 1] : []), ...tops.slice(1), lines.at(-1)!.base],
    cells: [...head, ...body],
    inside: undefined,
  };
}

/** Cells of the first row, a header as a rule: a title over several columns stands above their own, the others beside both. */
function headCells(lines: readonly Line[], region: Region): readonly SheetCell[] {
  const { gutters } = region;
  const edges = gutters.map(middleOf);
  const parts = lines.flatMap(stretchedBits);
  const titles = parts
    .filter(
      (bits) => crosses({ bits: [...bits] }, gutters) || columnAt(edges, bits[0]!) !== columnAt(edges, bits.at(-1)!),
    )
    .map((bits) => ({ bits, from: columnAt(edges, bits[0]!), to: columnAt(edges, bits.at(-1)!) }))
    .filter(({ from, to }) => to > from && to - from < edges.length - 1);
  const over = (col: number): (typeof titles)[number] | undefined =>
    titles.find(({ from, to }) => col >= from && col <= to);
  if (titles.length === 0) return rowCells(lines, 0, region);
  const own = parts.filter((bits) => !titles.some((title) => title.bits === bits)).flat();
  const upper = edges.concat(0).flatMap((_edge, col): readonly SheetCell[] => {
    const title = over(col);
    if (title && title.from !== col) return [];
    const texts = title
      ? titles.filter(({ from, to }) => from <= title.to && to >= title.from).flatMap(({ bits }) => bits)
      : own.filter((bit) => columnAt(edges, bit) === col);
    const colSpan = title ? title.to - title.from + 1 : 1;
    return [{ row: 0, col, rowSpan: title ? 1 : 2, colSpan, lines: linesOf(texts) }];
  });
  const lower = edges.concat(0).flatMap((_edge, col): readonly SheetCell[] => {
    const texts = own.filter((bit) => columnAt(edges, bit) === col);
    return over(col) ? [{ row: 1, col, rowSpan: 1, colSpan: 1, lines: linesOf(texts) }] : [];
  });
  return [...upper, ...lower];
}

/** Cells of a row: where words stand over the white between columns, its text is one cell from there to the last of them. */
function rowCells(lines: readonly Line[], row: number, region: Region): readonly SheetCell[] {
  const { gutters } = region;
  const edges = gutters.map(middleOf);
  if (lines.every((line) => isBanner(line, region)))
    return [{ row, col: 0, rowSpan: 1, colSpan: edges.length + 1, lines: linesOf(lines.flatMap(({ bits }) => bits)) }];
  const over = lines.length > 0 && lines.every((line) => crosses(line, gutters)) ? lines : lines.slice(0, 1);
  const spread = over.flatMap(({ bits }) => bits.filter((bit) => crosses({ bits: [bit] }, gutters)));
  const whole = spread.length > 0 && crosses(lines[0]!, gutters) && row > 0;
  const first = whole ? Math.min(...lines.map((line) => spanStart(line, edges))) : edges.length + 1;
  const bits = lines.flatMap((line) => line.bits);
  const cell = (col: number, colSpan: number): SheetCell => {
    const own = bits.filter((bit) => {
      const at = columnAt(edges, bit);
      return at >= col && at < col + colSpan;
    });
    return { row, col, rowSpan: 1, colSpan, lines: linesOf(own.some(({ text }) => text !== " ") ? own : []) };
  };
  const plain = Array.from({ length: Math.min(first, edges.length + 1) }, (_one, col) => cell(col, 1));
  return first <= edges.length ? [...plain, cell(first, edges.length + 1 - first)] : plain;
}

/** The column where a text over several columns begins: right after a number that stands before it, else where the line does. */
function spanStart({ bits }: Line, edges: readonly number[]): number {
  const drawn = bits.filter(({ text }) => text !== " ").sort((a, b) => a.from - b.from);
  const [first, second] = drawn;
  return first && second && KEY.test(first.text) && columnAt(edges, second) > columnAt(edges, first)
    ? columnAt(edges, second)
    : columnAt(edges, first!);
}

/**
 * The lines with which rows begin: where the first column has a number, if it is a column of numbers; where the step down is larger than
 * usual; else where the first column has a text beside others.
 */
function rowStarts(region: Region, first: readonly Bit[]): readonly number[] {
  const { lines, gutters } = region;
  const edges = gutters.map(middleOf);
  const inFirst = (line: Line): string =>
    line.bits.flatMap((bit) => (columnAt(edges, bit) === 0 && bit.text !== " " ? [bit.text] : [])).join(" ");
  const all = lines.map((_line, at) => at);
  const keys = linesOf(first).filter(({ text }) => KEY.test(text)).length;
  const over = lines.map((line) => crosses(line, gutters));
  const banner = lines.map((line) => isBanner(line, region));
  const apart = (at: number): boolean => banner[at] !== banner[at - 1];
  const pick = (begins: (at: number) => boolean): readonly number[] =>
    all.filter((at) => at === 0 || apart(at) || begins(at));
  if (keys >= 2 && keys >= linesOf(first).length * 0.5) {
    const begun = lines.findIndex((line) => KEY.test(inFirst(line)));
    return pick(
      (at) =>
        KEY.test(inFirst(lines[at]!)) ||
        (at > begun && over[at] === true && !over[at - 1] && inFirst(lines[at]!) !== ""),
    );
  }
  const steps = lines.slice(1).map((line, at) => line.base - lines[at]!.base);
  const usual = Math.min(...steps);
  const wide = steps.filter((step) => step > usual * 1.35).length;
  if (wide > 0 && wide < steps.length) return pick((at) => steps[at - 1]! > usual * 1.35);
  const beside = (line: Line): boolean => new Set(line.bits.map((bit) => columnAt(edges, bit))).size > 1;
  return pick((at) => inFirst(lines[at]!) !== "" && beside(lines[at]!));
}

/** A line alone in the middle of the table, over whatever columns: a section of it. */
function isBanner(line: Line, { lines, gutters }: Region): boolean {
  if (gutters.length < 2 || stretchedBits(line).length !== 1) return false;
  const left = Math.min(...lines.map(({ from }) => from));
  const right = Math.max(...lines.map(({ to }) => to));
  const aligned = gutters.some(({ to }) => Math.abs(line.from - to) < 2 * line.size);
  const centred = Math.abs(line.from - left - (right - line.to)) < 2.5 * line.size;
  return centred && !aligned && line.from - left > 3 * line.size;
}
