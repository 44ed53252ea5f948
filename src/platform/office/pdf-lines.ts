import type { Bit, Turn } from "./pdf-bits.ts";

/** A line of text as it is printed. */
export interface Line {
  readonly text: string;
  readonly turn: Turn;
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
  /** a space is drawn after its last word: the program wrapped the line there */
  readonly spaced: boolean;
  /** width of its first word: what would have had to fit into the line above */
  readonly first: number;
  readonly bits: readonly Bit[];
}

/** How far, in parts of the type's size, a baseline may stray within a line: signs over and under it do. */
const STRAY = 0.45;
/** a gap between pieces, in parts of the size, that is a space though none is drawn */
const SPACE = 0.17;
/** a gap too wide to be a space between words */
const WIDE = 2.2;

/** Pieces as lines from top to bottom; turned text makes lines of its own after those that read to the right. */
export function linesOf(bits: readonly Bit[]): readonly Line[] {
  const turns: readonly Turn[] = [0, 1, 3, 2];
  return turns.flatMap((turn) => {
    const own = bits.filter((bit) => bit.turn === turn);
    const rows: { base: number; size: number; bits: Bit[] }[] = [];
    const order = own.filter(({ text }) => text !== " ").sort((a, b) => a.base - b.base || a.from - b.from);
    for (const bit of order) {
      const near = rows.slice(-3).find((row) => Math.abs(row.base - bit.base) <= STRAY * Math.max(row.size, bit.size));
      if (near) {
        near.bits.push(bit);
        if (bit.size > near.size * 1.05) [near.base, near.size] = [bit.base, bit.size];
      } else rows.push({ base: bit.base, size: bit.size, bits: [bit] });
    }
    for (const space of own.filter(({ text }) => text === " ")) {
      rows.find((row) => Math.abs(row.base - space.base) <= STRAY * row.size)?.bits.push(space);
    }
    return rows.sort((a, b) => a.base - b.base).map((row) => lineOf(row.bits, turn));
  });
}

function lineOf(mixed: readonly Bit[], turn: Turn): Line {
  const bits = mixed.filter(({ text }) => text !== " ").sort((a, b) => a.from - b.from || a.to - b.to);
  const spaces = mixed.filter(({ text }) => text === " ").sort((a, b) => a.from - b.from);
  let text = "";
  let first = 0;
  bits.forEach((bit, at) => {
    const last = bits[at - 1];
    const glue = last ? between(last, bit, spaces) : "";
    if (glue !== "" && first === 0) first = last!.to - bits[0]!.from;
    text += glue + bit.text;
  });
  const [head, tail] = [bits[0]!, bits.at(-1)!];
  const to = Math.max(...bits.map((bit) => bit.to));
  const letters = bits.filter(({ text: own }) => /[\p{L}\d]/u.test(own));
  const size = sizeOf(bits);
  return {
    text,
    turn,
    from: head.from,
    to,
    base: bits.find((bit) => bit.size === size)?.base ?? tail.base,
    size,
    bold: letters.length > 0 && letters.every(({ bold }) => bold),
    spaced: spaces.some(({ from }) => from >= to - 0.3 * size && from <= to + 0.6 * size),
    first: first || to - head.from,
    bits: [...mixed],
  };
}

function between(last: Bit, next: Bit, spaces: readonly Bit[]): string {
  const gap = next.from - last.to;
  const size = Math.max(last.size, next.size);
  if (gap > WIDE * size && !isStretched(last, next, spaces)) return "\t";
  if (spacesBetween(last, next, spaces).length > 0 && gap > 0.02 * size) return " ";
  return gap > SPACE * size + Math.max(last.spread, next.spread) ? " " : "";
}

/** Whether the white between two pieces is one space of a justified line, however wide: both were drawn in one step. */
export function isStretched(last: Bit, next: Bit, spaces: readonly Bit[]): boolean {
  // The stretching itself may count as a second space; a person who sets columns by spaces types more.
  const drawn = spacesBetween(last, next, spaces).length;
  return last.run === next.run && drawn >= 1 && drawn <= 2;
}

function spacesBetween(last: Bit, next: Bit, spaces: readonly Bit[]): readonly Bit[] {
  return spaces.filter(({ from, to }) => to > last.to - 0.05 * last.size && from < next.from && from >= last.from);
}

/** The size most letters of a line have. */
function sizeOf(bits: readonly Bit[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of bits) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
