import type { Unquoted } from "./doubt.ts";
import { folded } from "./folded.ts";

/** A stretch of a planned value that says one number. */
export interface PlanPiece {
  readonly text: string;
  /** it stands after «в том числе», «из них»: what names people or schools in it is a part of them */
  readonly isOfWhole?: boolean;
}

const AMONG = /^(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них)\s*:?\s*/iu;
const NUMBERED = /^\d{1,2}[.)]\s+(?=\p{L})/u;
/** «100 % (12 школ)» */
const NUMBER_BESIDE = /\((?!\s?(?:в\s+том|в\s+т\.|из\s+них))[^)\d]*\d[^)]*\)(?<=\d.*\(.*)/u;
const BARE = /^\d+(?:[.,]\d+)?$/;

const SPARE: Unquoted = { kind: "misprint", words: "Между знаками ничего нет." };
const UNFINISHED: Unquoted = { kind: "misprint", words: "После «в том числе» ничего нет." };
const LISTED: Unquoted = { kind: "ambiguous", words: "Номера похожи на список, а не на значения." };
const TWO_NUMBERS: Unquoted = { kind: "ambiguous", words: "Неясно, два это значения или одно." };
const BESIDE: Unquoted = { kind: "ambiguous", words: "Число в скобках может быть пояснением." };

/** Pieces between semicolons, line ends, commas and an «и» before a number; a comma between digits belongs to the number. */
export function cutPlan(text: string): { readonly pieces: PlanPiece[]; readonly doubts: Unquoted[] } {
  const doubts: Unquoted[] = [];
  const lines = text
    .normalize("NFC")
    .replace(/\s*\n\s*(?=\()/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .split(/[;\n]/u)
    .map(folded);
  if (lines.length > 2 && lines.slice(1, -1).some((line) => line === "")) doubts.push(SPARE);
  const pieces: PlanPiece[] = [];
  for (const line of lines) {
    if (NUMBERED.test(line)) doubts.push(LISTED);
    let isOfWhole = false;
    for (const part of cutLine(line.replace(NUMBERED, ""))) {
      const among = AMONG.exec(part);
      isOfWhole ||= among !== null;
      const bare = among ? part.slice(among[0].length) : part;
      if (bare) pieces.push({ text: bare, ...(isOfWhole && { isOfWhole }) });
      else if (among) doubts.push(UNFINISHED);
    }
  }
  if (NUMBER_BESIDE.test(text)) doubts.push(BESIDE);
  const bare = pieces.filter((piece) => BARE.test(piece.text));
  if (pieces.length === 2 && bare.length === 2 && /^\s*\d+,\s+\d+\s*$/.test(text)) doubts.push(TWO_NUMBERS);
  return { pieces, doubts };
}

const SEAM =
  /,(?!\d)(?!\s?чем\s)|\s+и\s+(?=\d+\s+\p{L})|[(](?=\s?(?:в\s+том|в\s+т\.|из\s+них))|[(](?=[^)\d]*\d[^)]*\))(?<=\d.*\()/iu;

function cutLine(line: string): string[] {
  // «1 план («дорожная карта»)» and «не менее 1 (одного)» keep their brackets; one with a number of its own is another value
  return line
    .split(SEAM)
    .map((piece) => folded(closed(piece)))
    .filter(Boolean);
}

/** The piece without a closing bracket whose opening one was a seam. */
function closed(piece: string): string {
  const opened = piece.split("(").length;
  return piece.split(")").length > opened ? piece.replace(/\)(?=[^)]*$)/u, " ") : piece;
}
