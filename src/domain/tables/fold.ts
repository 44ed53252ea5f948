import type { GridCell } from "#shared/document-grids.ts";

/** White space of any kind as one space; the text is otherwise as printed. */
export function fold(text: string): string {
  return text
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Paragraphs of a cell as one folded text. */
export function foldAll(paragraphs: readonly string[]): string {
  return fold(paragraphs.join(" "));
}

export function textOf(cell: GridCell | undefined): string {
  return cell ? foldAll(cell.paragraphs) : "";
}

/** For comparing headers and captions: letters and digits only, lower case, ё as е. */
export function headerKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\d№]+/gu, " ")
    .trim();
}
