import type { Bit } from "./pdf-bits.ts";
import { isStretched, type Line } from "./pdf-lines.ts";

/** White from top to bottom between two columns of text. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Lines next to each other, and the white that most of them leave free; no gutters make plain text. */
export interface Region {
  readonly lines: readonly Line[];
  readonly gutters: readonly Gutter[];
}

/** white so wide, in parts of the type's size, begins a column */
const OPENS = 1.2;
/** narrower than this it is a gap between words */
const STAYS = 0.7;
/** an empty stretch down the page, in parts of the size, that ends a region */
const APART = 3.5;
/** so many lines without white may stand between two with it: a section over all columns, a long text in one */
const BRIDGED = 5;
/** share of the lines that may run over a gutter: titles over several columns */
const CROSSING = 0.12;

/** Cuts lines into regions: those with gutters, and plain text between them. */
export function regionsOf(lines: readonly Line[]): readonly Region[] {
  const split = lines.map((line) =>
    whiteOf(line)
      .slice(1, -1)
      .some(({ from, to }) => to - from >= OPENS * line.size),
  );
  const found: Region[] = [];
  let plain: Line[] = [];
  const flush = (): void => {
    if (plain.length > 0) found.push({ lines: plain, gutters: [] });
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const end = split[at] ? blockEnd(lines, split, at) : at + 1;
    const block = lines.slice(at, end);
    const gutters = split[at] ? guttersOf(block) : [];
    if (gutters.length === 0) plain.push(lines[at]!);
    else {
      flush();
      // Lines at the end that run over the gutters belong to the text below.
      let last = block.length;
      while (last > 1 && !split[at + last - 1] && crosses(block[last - 1]!, gutters)) last -= 1;
      found.push({ lines: block.slice(0, last), gutters });
      at += last;
      continue;
    }
    at += 1;
  }
  flush();
  return found;
}

function blockEnd(lines: readonly Line[], split: readonly boolean[], start: number): number {
  let end = start + 1;
  while (end < lines.length) {
    const [above, line] = [lines[end - 1]!, lines[end]!];
    if (line.base - above.base > APART * Math.max(line.size, above.size)) break;
    const ahead = split.slice(end, end + BRIDGED).some(Boolean);
    const hangs =
      line.from > lines[start]!.from + line.size ||
      line.to < Math.max(...lines.slice(start, end).map(({ to }) => to)) - line.size * 3;
    if (!split[end] && !ahead && !hangs) break;
    end += 1;
  }
  return end;
}

/** Stretches of the width that nearly no line runs over, with text of several lines on both sides. */
function guttersOf(lines: readonly Line[]): readonly Gutter[] {
  const spare = lines.length >= 6 ? Math.max(1, Math.floor(lines.length * CROSSING)) : 0;
  const size = lines[0]!.size;
  const [left, right] = [Math.min(...lines.map(({ from }) => from)), Math.max(...lines.map(({ to }) => to))];
  const covered = Array.from({ length: Math.max(0, Math.ceil(right - left)) }, () => 0);
  for (const line of lines) {
    for (const { from, to } of stretchesOf(line)) {
      for (let x = Math.floor(from - left); x < Math.ceil(to - left) && x < covered.length; x += 1) covered[x]! += 1;
    }
  }
  const found: Gutter[] = [];
  let begun = -1;
  covered.forEach((count, x) => {
    const free = count <= spare;
    if (free && begun < 0) begun = x;
    if (begun >= 0 && (!free || x === covered.length - 1)) {
      if (x - begun >= STAYS * size) found.push({ from: left + begun, to: left + x });
      begun = -1;
    }
  });
  const beside = ({ from, to }: Gutter): number =>
    lines.filter(({ bits }) => bits.some((bit) => bit.to <= from + 1) && bits.some((bit) => bit.from >= to - 1)).length;
  return found.filter((gutter) => gutter.from > left + 1 && beside(gutter) >= 2);
}

/** Text of a line between its white. */
function stretchesOf(line: Line): readonly Gutter[] {
  const white = whiteOf(line);
  return white.slice(1).map(({ from }, at) => ({ from: white[at]!.to, to: from }));
}

/** Pieces of a line, those between which no white stands together. */
export function stretchedBits(line: Line): readonly (readonly Bit[])[] {
  return stretchesOf(line).map(({ from, to }) =>
    line.bits.filter((bit) => bit.text !== " " && bit.from >= from - 0.01 && bit.to <= to + 0.01),
  );
}

export const middleOf = ({ from, to }: Gutter): number => (from + to) / 2;

/** Whether some word of the line stands over a gutter. */
export function crosses({ bits }: { readonly bits: readonly Bit[] }, gutters: readonly Gutter[]): boolean {
  return bits.some(
    ({ text, from, to }) => text !== " " && gutters.some((gutter) => from < middleOf(gutter) && to > middleOf(gutter)),
  );
}

/** The white of a line: before it, within it, after it. */
function whiteOf({ bits, size }: Line): readonly Gutter[] {
  const drawn = bits.filter(({ text }) => text !== " ").sort((a, b) => a.from - b.from);
  const spaces = bits.filter(({ text }) => text === " ");
  const white: Gutter[] = [{ from: -Infinity, to: drawn[0]!.from }];
  let last = drawn[0]!;
  for (const bit of drawn.slice(1)) {
    if (bit.from - last.to >= STAYS * size && !isStretched(last, bit, spaces))
      white.push({ from: last.to, to: bit.from });
    if (bit.to > last.to) last = bit;
  }
  return [...white, { from: last.to, to: Infinity }];
}
