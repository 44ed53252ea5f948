import { isStretched, type Line } from "./pdf-lines.ts";

/** White from top to bottom between two columns of text. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Lines next to each other between which white runs from the first to the last. */
export interface Region {
  readonly lines: readonly Line[];
  readonly gutters: readonly Gutter[];
}

/** white so wide, in parts of the type's size, begins a column; narrower than the second it is a gap between words */
const OPENS = 1.2;
const STAYS = 0.7;
/** an empty stretch down the page, in parts of the size, that ends a region */
const APART = 3.5;

/** Cuts lines into regions: those with gutters, and plain text between them, whose gutters are none. */
export function regionsOf(lines: readonly Line[]): readonly Region[] {
  const found: { lines: Line[]; gutters: readonly Gutter[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const above = last?.lines.at(-1);
    const near = above !== undefined && line.base - above.base < APART * Math.max(line.size, above.size);
    const common = last && near ? narrowed(last.gutters, line) : [];
    if (last && common.length > 0) {
      last.lines.push(line);
      last.gutters = common;
      continue;
    }
    const own = whiteOf(line).filter(({ from, to }) => to - from >= OPENS * line.size && Number.isFinite(to - from));
    if (last && own.length === 0 && last.gutters.length === 0) last.lines.push(line);
    else found.push({ lines: [line], gutters: own });
  }
  return found;
}

function narrowed(gutters: readonly Gutter[], line: Line): readonly Gutter[] {
  const white = whiteOf(line);
  return gutters.flatMap((gutter) => {
    const parts = white.flatMap(({ from, to }): readonly Gutter[] => {
      const part = { from: Math.max(from, gutter.from), to: Math.min(to, gutter.to) };
      return part.to - part.from >= STAYS * line.size ? [part] : [];
    });
    // Of several parts the widest goes on: a word may stand alone in the middle of the white.
    return parts.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1);
  });
}

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
