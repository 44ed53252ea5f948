import { after, IDENTITY, matrixOf, placed, type Matrix } from "./pdf-matrix.ts";
import type { PdfFont, PdfSheet } from "./pdf-library.ts";

/** A stretch of text without a space inside, as one step of the page drew it. */
export interface Piece {
  /** " " alone stands for a drawn space */
  readonly text: string;
  /** where its baseline begins and ends */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** height of the type in points */
  readonly size: number;
  readonly bold: boolean;
  /** how much wider than usual the letters stand */
  readonly spread: number;
  /** pieces that one step of the page drew share it */
  readonly run: number;
  /** the file itself marks it as no part of the text: a running title, a page number */
  readonly apart: boolean;
}

/** The state of drawing that text and lines share. */
export interface Drawing {
  matrix: Matrix;
  strokeHidden: boolean;
  fillHidden: boolean;
  font: PdfFont;
  size: number;
  charSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  thick: boolean;
}

export interface TextPlace {
  line: Matrix;
  x: number;
}

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

export function firstDrawing(view: Matrix): Drawing {
  return {
    matrix: view,
    strokeHidden: false,
    fillHidden: false,
    font: { name: "", unit: 0.001 },
    size: 1,
    charSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    thick: false,
  };
}

/** One step of text: changes the state, or draws pieces. True where the step was one of text. */
export function textStep(
  code: number,
  input: readonly unknown[],
  { codes, fontOf }: PdfSheet,
  state: Drawing,
  place: TextPlace,
  draw: (piece: Omit<Piece, "apart" | "run">) => void,
): boolean {
  const number = (at: number): number => (typeof input[at] === "number" ? input[at] : 0);
  const move = (x: number, y: number): void => {
    place.line = after(place.line, [1, 0, 0, 1, x, y]);
    place.x = 0;
  };
  switch (code) {
    case codes["beginText"]:
      place.line = IDENTITY;
      place.x = 0;
      return true;
    case codes["setFont"]:
      state.font = fontOf(String(input[0]));
      state.size = number(1);
      return true;
    case codes["setCharSpacing"]:
      state.charSpace = number(0);
      return true;
    case codes["setWordSpacing"]:
      state.wordSpace = number(0);
      return true;
    case codes["setHScale"]:
      state.stretch = number(0) / 100;
      return true;
    case codes["setLeading"]:
      state.leading = -number(0);
      return true;
    case codes["setTextRise"]:
      state.rise = number(0);
      return true;
    case codes["setTextRenderingMode"]:
      state.thick = number(0) === 2;
      return true;
    case codes["setTextMatrix"]:
      place.line = matrixOf(input.length === 6 ? input : input[0]);
      place.x = 0;
      return true;
    case codes["moveText"]:
      move(number(0), number(1));
      return true;
    case codes["setLeadingMoveText"]:
      state.leading = number(1);
      move(number(0), number(1));
      return true;
    case codes["nextLine"]:
      move(0, state.leading);
      return true;
    case codes["showText"]:
      if (Array.isArray(input[0])) show(input[0] as readonly (Glyph | number | null)[], state, place, draw);
      return true;
    default:
      return false;
  }
}

/** A gap of the line itself, in parts of the type's size, that stands for a space where none is drawn. */
const GAP = 0.2;

function show(
  glyphs: readonly (Glyph | number | null)[],
  state: Drawing,
  place: TextPlace,
  draw: (piece: Omit<Piece, "apart" | "run">) => void,
): void {
  const { font, size, stretch, charSpace, wordSpace, rise } = state;
  const whole = after(state.matrix, place.line);
  const scale = Math.hypot(whole[2], whole[3]);
  const bold = state.thick || /bold|black|heavy|semibold|полужирн/i.test(font.name);
  let text = "";
  let begun = place.x;
  let ended = place.x;
  const close = (): void => {
    if (text !== "") {
      const [from, to] = [placed(whole, begun, rise), placed(whole, ended, rise)];
      const spread = (charSpace * stretch * Math.hypot(whole[0], whole[1])) / Math.max(scale, 0.001);
      draw({ text, from, to, size: Math.abs(size) * scale, bold, spread: Math.max(0, spread * scale) });
    }
    text = "";
  };
  const space = (from: number, to: number): void => {
    close();
    text = " ";
    [begun, ended] = [from, to];
    close();
  };
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      const shift = ((-glyph * size) / 1000) * stretch;
      if (shift > GAP * Math.abs(size) && text !== "") space(place.x, place.x + shift);
      else if (shift < -0.8 * Math.abs(size)) close();
      place.x += shift;
      continue;
    }
    if (!glyph) continue;
    const own = (glyph.width ?? 0) * font.unit * size;
    const step = (own + charSpace + (glyph.isSpace ? wordSpace : 0)) * stretch;
    const letter = glyph.unicode ?? "";
    if (letter === "" || /^[\s\u00a0]+$/u.test(letter)) space(place.x, place.x + step);
    else {
      if (text === "") begun = place.x;
      text += letter;
      ended = place.x + own * stretch;
    }
    place.x += step;
  }
  close();
}
