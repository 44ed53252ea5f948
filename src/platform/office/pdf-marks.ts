import type { PdfSheet } from "./pdf-library.ts";
import { after, IDENTITY, matrixOf } from "./pdf-matrix.ts";
import { firstDrawing, textStep, type Piece } from "./pdf-pieces.ts";
import { strokesOf, type Stroke } from "./pdf-strokes.ts";
import { OfficeRefusal } from "./problems.ts";

/** What matters of a drawn page: its text and its straight lines, in points from the top left corner. */
export interface PageMarks {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly strokes: readonly Stroke[];
}

/** A page with more lines than this is a drawing or a map, not a table. */
const MOST_STROKES = 20_000;
/** letters drawn one by one, spaces too, fill the densest page with half as many */
const MOST_PIECES = 50_000;
const DEEPEST = 200;

/** Follows the steps of a page, keeping count of where it draws. Throws OfficeRefusal for a page that nobody could read. */
export function marksOf(sheet: PdfSheet): PageMarks {
  const { codes, steps, inputs } = sheet;
  const kinds = stepKinds(codes);
  const pieces: Piece[] = [];
  const strokes: Stroke[] = [];
  const place = { line: IDENTITY, x: 0 };
  let state = firstDrawing(sheet.view);
  const saved: (typeof state)[] = [];
  const apart: boolean[] = [];
  const save = (): void => void (saved.length < DEEPEST && saved.push({ ...state }));
  const restore = (): void => void (state = saved.pop() ?? state);
  let run = 0;
  const draw = (piece: Omit<Piece, "apart" | "run">): void => {
    if (pieces.push({ ...piece, run, apart: apart.includes(true) }) > MOST_PIECES)
      throw new OfficeRefusal("office-pdf-long");
  };

  steps.forEach((code, at) => {
    const input = inputs[at] ?? [];
    run = at;
    if (textStep(code, input, sheet, state, place, draw)) return;
    const kind = kinds.get(code);
    if (kind === "save") save();
    else if (kind === "restore") restore();
    else if (kind === "transform") state.matrix = after(state.matrix, matrixOf(input));
    else if (kind === "form") {
      save();
      state.matrix = after(state.matrix, matrixOf(input[0]));
    } else if (kind === "note") {
      save();
      state.matrix = after(after(state.matrix, matrixOf(input[2])), matrixOf(input[3]));
    } else if (kind === "strokeColour") state.strokeHidden = isWhite(input);
    else if (kind === "fillColour") state.fillHidden = isWhite(input);
    else if (kind === "mark") apart.push(tagOf(input) === "Artifact");
    else if (kind === "unmark") apart.pop();
    else if (kind === "path" && strokes.length < MOST_STROKES) {
      const painted = Number(input[0]);
      const data = Array.isArray(input[1]) ? (input[1] as readonly unknown[])[0] : undefined;
      if (STROKING.some((name) => codes[name] === painted) && !state.strokeHidden)
        for (const one of strokesOf(data, state.matrix, "stroke")) strokes.push(one);
      else if (FILLING.some((name) => codes[name] === painted) && !state.fillHidden)
        for (const one of strokesOf(data, state.matrix, "fill")) strokes.push(one);
    }
  });
  return {
    number: sheet.number,
    width: sheet.width,
    height: sheet.height,
    pieces,
    strokes: strokes.length < MOST_STROKES ? strokes : [],
  };
}

const STROKING = ["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];
const FILLING = ["fill", "eoFill"];

function stepKinds(codes: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  const names: Readonly<Record<string, readonly string[]>> = {
    save: ["save", "beginGroup"],
    restore: ["restore", "endGroup", "paintFormXObjectEnd", "endAnnotation"],
    transform: ["transform"],
    form: ["paintFormXObjectBegin"],
    note: ["beginAnnotation"],
    strokeColour: ["setStrokeRGBColor"],
    fillColour: ["setFillRGBColor"],
    mark: ["beginMarkedContent", "beginMarkedContentProps"],
    unmark: ["endMarkedContent"],
    path: ["constructPath"],
  };
  return new Map(Object.entries(names).flatMap(([kind, all]) => all.map((name) => [codes[name]!, kind] as const)));
}

const tagOf = ([tag]: readonly unknown[]): unknown =>
  typeof tag === "object" && tag !== null && "name" in tag ? tag.name : tag;

/** White on white is no line to anybody who reads. */
function isWhite([colour]: readonly unknown[]): boolean {
  return typeof colour === "string" && /^#f[ef]f[ef]f[ef]$/i.test(colour);
}
