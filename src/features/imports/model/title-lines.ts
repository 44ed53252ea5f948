import type { CellAddress, DocumentGrids } from "#shared/document-grids.ts";
import { fold } from "#domain/tables/fold.ts";
import type { ReadMeasure } from "#domain/tables/reading.ts";

/** «1)», «2.», «а)», «–»: what stands before an item of a list inside a cell. */
const MARK = /^(?:\d{1,2}\)\s*|\d{1,2}\.\s+|\p{Ll}\)\s*|[-–—•·]\s*)/u;
/** The next item of a list typed into one paragraph: after a mark of punctuation, a number with a bracket. */
const INNER = /(?<=[;:.]\s)(?=\d{1,2}\)\s*\p{L})/u;

/** The lines of a cell by which its text may be parted: paragraphs, breaks, and items of a list typed in one line. */
export function linesIn(paragraphs: readonly string[]): string[] {
  return paragraphs
    .flatMap((text) => text.split("\n"))
    .flatMap((text) => fold(text).split(INNER))
    .map(fold)
    .filter((text) => text !== "");
}

/** The lines of a measure's title as they stand in the document, over all its rows. */
export function titleLines(
  { cells, numberRaw }: Pick<ReadMeasure, "cells" | "numberRaw">,
  paragraphsAt: ParagraphsAt,
): string[] {
  const lines = (cells["title"] ?? []).flatMap((address) => linesIn(paragraphsAt(address)));
  const [first, ...others] = lines;
  // a number typed before the title is the measure's, not a word of it
  if (first === undefined || numberRaw === null || !first.startsWith(numberRaw)) return lines;
  return [first.slice(numberRaw.length).trim(), ...others].filter((text) => text !== "");
}

export type ParagraphsAt = (address: CellAddress) => readonly string[];

/** The paragraphs of the cells of a document by their address. */
export function paragraphsOf({ blocks }: DocumentGrids): ParagraphsAt {
  const nameOf = ({ table, row, col }: CellAddress) => `${table}/${row}/${col}`;
  const known = new Map(
    blocks.flatMap((block) =>
      block.kind === "table"
        ? block.cells.map(({ row, col, paragraphs }) => [nameOf({ table: block.index, row, col }), paragraphs] as const)
        : [],
    ),
  );
  return (address) => known.get(nameOf(address)) ?? [];
}

export function isItem(line: string): boolean {
  return MARK.test(line);
}

/** Where a title would be parted if nobody said otherwise: at the items of its list, else at every line after the first. */
export function proposedCuts(lines: readonly string[]): number[] {
  const items = lines.flatMap((line, at) => (at > 0 && isItem(line) ? [at] : []));
  const cuts = items.length > 0 ? items : lines.flatMap((_, at) => (at > 0 ? [at] : []));
  // words that only lead to the list are no measure: the list begins with them
  return isLeading(lines[0]) && cuts[0] === 1 ? cuts.slice(1) : cuts;
}

/** «Провести:» leads to what follows. */
function isLeading(line: string | undefined): boolean {
  return line !== undefined && line.endsWith(":");
}

/**
 * The titles of a text parted at the lines given (from 1), marks of the list left out. Words that lead to the list («Провести:») stand
 * before each of its items.
 */
export function partedTitles(lines: readonly string[], cuts: readonly number[]): string[] {
  const starts = [0, ...cuts.filter((cut) => cut > 0 && cut < lines.length)];
  const unique = [...new Set(starts)].sort((one, other) => one - other);
  const lead = isLeading(lines[0]) && lines.length > 1 ? lines[0]! : "";
  return unique.map((from, at) => {
    const own = lines.slice(from, unique[at + 1] ?? lines.length).filter((line) => line !== lead);
    const text = own.map((line, place) => (place === 0 ? line.replace(MARK, "") : line)).join(" ");
    return trimmed(fold(`${lead} ${text}`));
  });
}

/** The semicolon between items of a list is not of a title. */
function trimmed(title: string): string {
  return title.replace(/\s*[;,]$/u, "");
}
