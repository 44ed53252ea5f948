import { letters } from "#domain/russian/letters.ts";
import type { Block, GridCell } from "#shared/document-grids.ts";
import { remembered } from "./remembered.ts";

const UNFOLDED = /[^\S ]|\u00AD| {2}/;
const NO_WORD = letters(/[^\p{L}\d№]+/gu);

/** White space of any kind as one space; the text is otherwise as printed. Most texts are so already, and every text is asked many times. */
export const fold = remembered((text) => {
  const isFolded = !UNFOLDED.test(text) && !text.startsWith(" ") && !text.endsWith(" ");
  return isFolded
    ? text
    : text
        .replace(/\u00AD/g, "")
        .replace(/\s+/g, " ")
        .trim();
});

/** The text of a paragraph by its place; empty for a table. */
export function paragraphAt(blocks: readonly Block[], at: number): string {
  const block = blocks[at];
  return block?.kind === "paragraph" ? fold(block.text) : "";
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
