import { letters } from "#domain/russian/letters.ts";
import type { GridCell } from "#shared/document-grids.ts";
import { remembered } from "./remembered.ts";

const NO_WORD = letters(/[^\p{L}\d№]+/gu);

/** White space of any kind as one space; the text is otherwise as printed. */
export function fold(text: string): string {
  if (isFolded(text)) return text;
  return text
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Most texts are folded already, and every text is asked many times: one look at its letters is cheaper than writing it anew. */
function isFolded(text: string): boolean {
  let spaced = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20) {
      if (spaced) return false;
      spaced = true;
    } else {
      if (code < 0x20 || code === 0xa0 || code === 0xad || code === 0xfeff) return false;
      if (code >= 0x1680 && code <= 0x3000 && /\s/.test(text[at]!)) return false;
      spaced = false;
    }
  }
  return !spaced || text === "";
}

/** Paragraphs of a cell as one folded text. */
export function foldAll(paragraphs: readonly string[]): string {
  return fold(paragraphs.join(" "));
}

export function textOf(cell: GridCell | undefined): string {
  return cell ? (cell.paragraphs.length === 1 ? fold(cell.paragraphs[0]!) : foldAll(cell.paragraphs)) : "";
}

/** For comparing headers and captions: letters and digits only, lower case, ё as е. */
export const headerKey = remembered((text) => text.toLowerCase().replace(/ё/g, "е").replace(NO_WORD, " ").trim());
