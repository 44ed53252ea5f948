import type { Line } from "./pdf-lines.ts";
import type { SheetParts } from "./pdf-sheet.ts";

/** Pages without what is printed on every one: running titles, page numbers. */
export interface CleanSheets {
  readonly sheets: readonly SheetParts[];
  /** what was left out, page by page */
  readonly left: readonly (readonly Line[])[];
}

/** running titles stand in this part of the page's height, above and below */
const MARGIN = 0.12;
/** or so near the edge, in points, where the page is small */
const EDGE = 85;
/** and are at most so many lines there */
const DEEPEST = 3;
/** «5», «– 5 –», «стр. 5», «5 из 12», «Страница 5 из 12» */
const PAGE_NUMBER =
  /^(?:[-–—]\s*)?(?:(?:стр|с|лист|страница|page)\.?\s*)?(\d{1,4})(?:\s*(?:из|\/|of)\s*\d{1,4})?(?:\s*[-–—])?$/iu;

/** Leaves out lines that stand at the same place of the margin with the same words on several pages, and lone numbers that count pages. */
export function withoutRunning(sheets: readonly SheetParts[]): CleanSheets {
  const edges = sheets.map((sheet) => edgeLines(sheet));
  const seen = new Map<string, number>();
  for (const lines of edges) {
    const keys = new Set([...lines].map(([line, place]) => keyOf(line, place)));
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const offsets = new Map<number, number>();
  sheets.forEach(({ number }, at) => {
    for (const [line] of edges[at]!) {
      const shown = pageNumber(line);
      if (shown !== undefined) offsets.set(shown - number, (offsets.get(shown - number) ?? 0) + 1);
    }
  });
  const enough = Math.max(2, Math.ceil(sheets.length * 0.3));
  const left = sheets.map(({ number, apart }, at) => [
    ...apart,
    ...[...edges[at]!].flatMap(([line, place]) => {
      const shown = pageNumber(line);
      const counts = shown !== undefined && ((offsets.get(shown - number) ?? 0) >= 2 || shown === number);
      const repeats = /\p{L}/u.test(line.text) && (seen.get(keyOf(line, place)) ?? 0) >= enough;
      return counts || repeats ? [line] : [];
    }),
  ]);
  return {
    sheets: sheets.map((sheet, at) => ({ ...sheet, lines: sheet.lines.filter((line) => !left[at]!.includes(line)) })),
    left,
  };
}

/** First and last lines of a page that stand in its margins, with their distance from the nearer edge. */
function edgeLines({ height, lines, tables }: SheetParts): ReadonlyMap<Line, number> {
  const upright = lines.filter(({ turn }) => turn === 0).sort((a, b) => a.base - b.base);
  const tops = tables.map(({ ys }) => ys[0]!);
  const bottoms = tables.map(({ ys }) => ys.at(-1)!);
  const margin = Math.max(height * MARGIN, EDGE);
  const above = upright.slice(0, DEEPEST).filter(({ base }) => base < margin && tops.every((top) => base < top));
  const below = upright
    .slice(-DEEPEST)
    .filter(({ base }) => base > height - margin && bottoms.every((bottom) => base > bottom));
  return new Map([
    ...above.map((line) => [line, line.base] as const),
    ...below.map((line) => [line, line.base - height] as const),
  ]);
}

const keyOf = ({ text }: Line, place: number): string =>
  `${Math.round(place / 4)} ${text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase()}`;

function pageNumber({ text }: Line): number | undefined {
  const found = PAGE_NUMBER.exec(text.replace(/\s+/g, " ").trim());
  return found ? Number(found[1]) : undefined;
}
