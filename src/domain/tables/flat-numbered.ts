import { beginsLow } from "#domain/russian/letters.ts";
import { fitCells, profileOf, type Profile } from "./fit-cells.ts";
import {
  isSectionLine,
  numberAfter,
  sectionStart,
  sectionTexts,
  type FlatRow,
  type HeaderRun,
  type Line,
  type Rebuilt,
} from "./flat-lines.ts";
import { recordsByWidth } from "./flat-records.ts";
import { numberAlone } from "./numbering.ts";

interface Piece {
  readonly sections: readonly string[];
  readonly number: string;
  /** the lines of its cells */
  readonly from: number;
  readonly to: number;
}

/** The table of numbered records that begins at the first of equal headers and goes on through the others. */
export function rebuildNumbered(
  lines: readonly Line[],
  runs: readonly HeaderRun[],
  floor: number,
  limit: number,
): Rebuilt | undefined {
  const { labels, from: top } = runs[0]!;
  const width = labels.length;
  const first = Math.max(sectionStart(lines, top), floor);
  const pieces: Piece[] = [];
  let pending = sectionTexts(lines.slice(first, top));
  let last = runs.at(-1)!.to - 1;
  runs.forEach((run, at) => {
    const end = runs[at + 1]?.from ?? limit;
    const begin = numberAfter(lines, run.to) ?? run.to;
    const starts = Array.from({ length: end - begin }, (_, step) => begin + step).filter((line) =>
      numberAlone(lines[line]!.text),
    );
    pending = [...pending, ...sectionTexts(lines.slice(run.to, begin))];
    starts.forEach((start, nth) => {
      const stop = starts[nth + 1] ?? end;
      const closing = starts[nth + 1] === undefined && runs[at + 1] === undefined;
      const to = closing ? lastCell(lines, start + 1, stop, labels) : cellsEnd(lines, start + 1, stop, width);
      pieces.push({ sections: pending, number: lines[start]!.text, from: start + 1, to });
      pending = closing ? [] : sectionTexts(lines.slice(to, stop));
      last = to - 1;
    });
  });
  if (pieces.length < 2) return undefined;

  const textsOf = ({ from, to }: Piece): readonly string[] => lines.slice(from, to).map(({ text }) => text);
  const profile: Profile = profileOf(pieces.map(textsOf), labels);
  const rows: FlatRow[] = [{ cells: [[numberLabel(lines, runs[0]!)], ...labels.map((label) => [label])] }];
  const unsure: number[] = [];
  const certain = pieces.filter((piece) => groupRows(lines, piece, labels, MOST_EXTRA) !== undefined).length;
  const least = certain >= pieces.length * GROUPED ? 0 : MOST_EXTRA;
  for (const piece of pieces) {
    for (const section of piece.sections) rows.push({ section });
    const group = groupRows(lines, piece, labels, least);
    if (group || piece.to - piece.from !== width) unsure.push(rows.length);
    if (group) {
      group.forEach((row, at) => {
        const longer = "cells" in row && row.cells.some((texts) => texts.length > 1);
        if (at > 0 && longer) unsure.push(rows.length + at);
      });
      rows.push(...group);
    } else rows.push({ cells: [[piece.number], ...cellsOf(textsOf(piece), profile)] });
  }
  return { first, last, rows, columns: width + 1, unsure };
}

/** A record of one text is a title whose other cells are empty or merged with those above. */
function cellsOf(texts: readonly string[], profile: Profile): readonly (readonly string[])[] {
  const titled = profile.columns[0]?.role === "title";
  // Nobody prints so many paragraphs in one row: they stay together, and the row is asked about.
  return (texts.length === 1 && titled) || texts.length > MOST_PARAGRAPHS
    ? profile.columns.map((_, col) => (col === 0 ? texts : [""]))
    : fitCells(texts, profile);
}

const MOST_PARAGRAPHS = 60;

/** What the header calls the numbers, where it names them. */
function numberLabel(lines: readonly Line[], { from, to, labels }: HeaderRun): string {
  return to - from > labels.length ? lines[from]!.text : "";
}

/** Where the cells of a record end and the sections over the next one begin. */
function cellsEnd(lines: readonly Line[], from: number, stop: number, width: number): number {
  for (let at = Math.min(from + width, stop); at < stop; at += 1) {
    if (isSectionLine(lines[at]!.text) && stop - at <= MOST_SECTION_LINES) return at;
  }
  return stop;
}

const MOST_SECTION_LINES = 6;

/**
 * What follows the last record is other text: the record ends where its term and names stand in their columns, and takes only lines that
 * go on in lower case besides.
 */
function lastCell(lines: readonly Line[], from: number, stop: number, labels: readonly string[]): number {
  const width = labels.length;
  const own = recordsByWidth(lines, from, Math.min(stop, from + width + MOST_EXTRA), labels, 1)?.records[0];
  let end = own && "cells" in own ? from + own.cells.flat().length : Math.min(from + width, stop);
  while (end < stop && beginsLow(lines[end]!.text)) end += 1;
  return end;
}

const MOST_TITLES = 8;
/** paragraphs more than columns that one record may have */
const MOST_EXTRA = 2;
/** where so many numbers stand over rows of their own, the others do too */
const GROUPED = 0.3;

/**
 * A numbered line over rows without numbers: a title of its own, or a whole record, then records told by their terms and names. Lines
 * left at the end that are long enough are titles whose other cells were merged with those above.
 */
function groupRows(
  lines: readonly Line[],
  { number, from, to }: Piece,
  labels: readonly string[],
  least: number,
): FlatRow[] | undefined {
  const width = labels.length;
  for (const head of [1, width]) {
    const found = to - from > width + least ? recordsByWidth(lines, from + head, to, labels, 1) : undefined;
    if (!found || !("cells" in found.records[0]!)) continue;
    const left = lines.slice(found.next, to).map(({ text }) => text);
    if (left.length > MOST_TITLES || left.some((text) => text.length < 16)) continue;
    const blank = (count: number): string[][] => Array.from({ length: count }, () => [""]);
    const own = lines.slice(from, from + head).map(({ text }) => text);
    return [
      head === 1 && number.replace(/\.$/, "").includes(".")
        ? { section: `${number} ${own[0]!}` }
        : { cells: [[number], ...own.map((text) => [text]), ...blank(width - head)] },
      ...found.records.map((one): FlatRow => ("cells" in one ? { cells: [[""], ...one.cells] } : one)),
      ...left.map((text): FlatRow =>
        /^«[^»]+»$/.test(text) ? { section: text } : { cells: [[""], [text], ...blank(width - 1)] },
      ),
    ];
  }
  return undefined;
}
