import type { PageMarks } from "./pdf-marks.ts";
import type { Piece } from "./pdf-pieces.ts";
import type { Stroke } from "./pdf-strokes.ts";

/** Quarter turns of a text: 0 reads to the right, 1 down the page, 3 up it. */
export type Turn = 0 | 1 | 2 | 3;

/** A piece of text measured along the direction in which it reads. */
export interface Bit {
  readonly text: string;
  readonly turn: Turn;
  readonly from: number;
  readonly to: number;
  /** its baseline, growing with each line below */
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
  readonly spread: number;
  /** pieces that one step of the page drew share it */
  readonly run: number;
  /** the middle of the piece on the page */
  readonly middle: readonly [number, number];
  /** no part of the text: marked so by the file, or drawn askew over the page as a watermark is */
  readonly apart: boolean;
}

/** A page whose text mostly reads to the right, whichever way the file drew it. */
export interface UprightPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly bits: readonly Bit[];
  readonly strokes: readonly Stroke[];
}

/** Turns the page so that most of its letters stand upright, measures every piece, leaves out what is drawn twice for boldness. */
export function uprightPage({ number, width, height, pieces: drawn, strokes: ruled }: PageMarks): UprightPage {
  const seen = ([x, y]: readonly [number, number]): boolean => isNear(x, width) && isNear(y, height);
  const pieces = drawn.filter(({ from, to, size }) => seen(from) && seen(to) && size > 0 && size < LARGEST);
  const strokes = ruled.filter(({ across, at, from, to }) => {
    const [along, beside] = across ? [width, height] : [height, width];
    return isNear(at, beside) && isNear(from, along) && isNear(to, along);
  });
  const letters = [0, 0, 0, 0];
  for (const piece of pieces) letters[turnOf(piece).turn]! += piece.text.length;
  const turn = letters.indexOf(Math.max(...letters)) as Turn;
  const turned = turn % 2 === 1;
  return {
    number,
    width: turned ? height : width,
    height: turned ? width : height,
    bits: once(pieces.map((piece) => bitOf(turnedPiece(piece, turn, width, height)))),
    strokes: turn === 0 ? strokes : strokes.map((stroke) => turnedStroke(stroke, turn, width, height)),
  };
}

/** type higher than this, and anything further off than a page's own breadth, nobody sees */
const LARGEST = 1000;
const FURTHEST = 20_000;

const isNear = (place: number, breadth: number): boolean =>
  place > -breadth && place < 2 * breadth && Math.abs(place) < FURTHEST;

function turnOf({ from, to }: Piece): { turn: Turn; askew: boolean } {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const turn = ((Math.round(Math.atan2(y, x) / (Math.PI / 2)) + 4) % 4) as Turn;
  const off = Math.abs(Math.atan2(y, x) / (Math.PI / 2) - Math.round(Math.atan2(y, x) / (Math.PI / 2)));
  return { turn, askew: off > 0.1 };
}

function turnedPoint([x, y]: readonly [number, number], turn: Turn, width: number, height: number): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  return turn === 3 ? [height - y, x] : [x, y];
}

function turnedPiece(piece: Piece, turn: Turn, width: number, height: number): Piece {
  if (turn === 0) return piece;
  const point = (one: readonly [number, number]): [number, number] => turnedPoint(one, turn, width, height);
  return { ...piece, from: point(piece.from), to: point(piece.to) };
}

function turnedStroke({ across, at, from, to }: Stroke, turn: Turn, width: number, height: number): Stroke {
  const [a, b] = across
    ? ([
        [from, at],
        [to, at],
      ] as const)
    : ([
        [at, from],
        [at, to],
      ] as const);
  const [[x0, y0], [x1, y1]] = [turnedPoint(a, turn, width, height), turnedPoint(b, turn, width, height)];
  const flat = turn === 2 ? across : !across;
  return flat
    ? { across: true, at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
    : { across: false, at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) };
}

function bitOf(piece: Piece): Bit {
  const { turn, askew } = turnOf(piece);
  const [[x0, y0], [x1, y1]] = [piece.from, piece.to];
  const along = (
    [
      [x0, x1],
      [y0, y1],
      [-x0, -x1],
      [-y0, -y1],
    ] as const
  )[turn];
  const base = [y0, -x0, -y0, x0][turn]!;
  // Letters stand over their baseline: their middle is a third of their height above it.
  const lift = piece.size * 0.3;
  const [dx, dy] = (
    [
      [0, -lift],
      [lift, 0],
      [0, lift],
      [-lift, 0],
    ] as const
  )[turn];
  return {
    text: cleaned(piece.text),
    turn,
    from: along[0],
    to: along[1],
    base,
    size: piece.size,
    bold: piece.bold,
    spread: piece.spread,
    run: piece.run,
    middle: [(x0 + x1) / 2 + dx, (y0 + y1) / 2 + dy],
    apart: piece.apart || askew,
  };
}

/** Ligatures as letters, drawn bullets as signs, nothing that cannot be seen. */
function cleaned(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/gu, (one) => one.normalize("NFKC"))
    .replace(/\uF0A7/gu, "▪")
    .replace(/[\uE000-\uF8FF]/gu, "•")
    .replace(/\u00AD/gu, "-")
    .replace(/[\p{Cc}\p{Cf}\uFFFE\uFFFF]/gu, "")
    .normalize("NFC");
}

/** Some programs draw a text twice, a hair apart, to make it bold. */
function once(bits: readonly Bit[]): readonly Bit[] {
  const seen = new Map<string, Bit[]>();
  return bits.filter((bit) => {
    if (bit.text === "") return false;
    const same = seen.get(bit.text) ?? [];
    const twin = same.some(
      ({ turn, from, base, size }) =>
        turn === bit.turn && Math.abs(from - bit.from) < size * 0.12 && Math.abs(base - bit.base) < size * 0.12,
    );
    if (!twin) seen.set(bit.text, [...same.slice(-50), bit]);
    return !twin;
  });
}
