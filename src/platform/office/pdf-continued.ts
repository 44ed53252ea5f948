import type { Habits } from "./pdf-habits.ts";
import type { Line } from "./pdf-lines.ts";
import { fits } from "./pdf-paragraphs.ts";
import type { SheetCell, SheetTable } from "./pdf-sheet.ts";
import { cellBoxes } from "./pdf-tables.ts";

/** columns of the two parts may stand so far apart, in points */
const ASIDE = 3;

/**
 * The two tables as one where the page break plainly tore something between them: a row, some cell of which stops in the middle of a
 * phrase, or a cell over several rows. `headed`: first rows of the lower table that only repeat the header. Undefined where nothing proves it: they stay parts, and who reads the plan decides.
 */
export function rejoined(above: SheetTable, below: SheetTable, headed: number, habits: Habits): SheetTable | undefined {
  const last = above.ys.length - 2;
  const ends = above.cells.filter(({ row, rowSpan }) => row + rowSpan - 1 === last);
  const starts = below.cells.filter(({ row }) => row === headed);
  const pairs = ends.flatMap((end): readonly Pair[] => {
    const start = starts.find(({ col, colSpan }) => col === end.col && colSpan === end.colSpan);
    return start ? [{ end, start }] : [];
  });
  if (pairs.length !== ends.length || pairs.length !== starts.length) return undefined;
  const opened = openPairs(above, pairs, habits);
  const torn = isTorn(pairs, opened);
  const joined = torn ? pairs : spannedPairs(pairs, opened);
  if (joined.length === 0) return undefined;
  const shift = last - headed + (torn ? 0 : 1);
  const grown = new Map(
    joined.map(({ end, start }) => [
      end,
      { ...end, rowSpan: end.rowSpan + start.rowSpan - (torn ? 1 : 0), lines: [...end.lines, ...start.lines] },
    ]),
  );
  const taken = new Set(joined.map(({ start }) => start));
  const first = headed + (torn ? 1 : 0);
  const drop = above.ys.at(-1)! - below.ys[first]!;
  return {
    xs: above.xs,
    ys: [...above.ys, ...below.ys.slice(first + 1).map((y) => y + drop)],
    cells: [
      ...above.cells.map((cell) => grown.get(cell) ?? cell),
      ...below.cells
        .filter((cell) => cell.row >= headed && !taken.has(cell))
        .map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
    inside: above.inside,
  };
}

/** The cell at the foot of a page and the one under it at the head of the next. */
interface Pair {
  readonly end: SheetCell;
  readonly start: SheetCell;
}

export function sameColumns(above: SheetTable, below: SheetTable): boolean {
  return above.xs.length === below.xs.length && above.xs.every((x, at) => Math.abs(x - below.xs[at]!) <= ASIDE);
}

/** The table without its first rows. */
export function headless(table: SheetTable, headed: number): SheetTable {
  if (headed === 0) return table;
  const cells = table.cells.flatMap((cell) => (cell.row < headed ? [] : [{ ...cell, row: cell.row - headed }]));
  return { ...table, ys: table.ys.slice(headed), cells };
}

/** How many first rows of the lower table repeat those of the upper one: a header printed again on each page. */
export function repeatedRows(above: SheetTable, below: SheetTable): number {
  const most = Math.min(above.ys.length, below.ys.length) - 2;
  let same = 0;
  while (same < most && textOfRow(above, same) !== "" && textOfRow(above, same) === textOfRow(below, same)) same += 1;
  const cut = below.cells.some(({ row, rowSpan }) => row < same && row + rowSpan > same);
  return cut ? 0 : same;
}

function textOfRow({ cells }: SheetTable, row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .map(({ col, lines }) => (lines.length > 0 ? `${col} ${lines.map(({ text }) => text).join(" ")}` : ""))
    .join("|")
    .replace(/^\|+$/, "");
}

/** Pairs whose upper text stops in the middle of a phrase that goes on in the lower one. */
function openPairs(above: SheetTable, pairs: readonly Pair[], habits: Habits): ReadonlySet<Pair> {
  const boxes = cellBoxes(above);
  return new Set(
    pairs.filter(({ end, start }) => {
      const [line, next] = [end.lines.at(-1), start.lines[0]];
      const box = boxes[above.cells.indexOf(end)]!;
      return line && next && !fits(line, next.text, box, next.first) && goesOn(line, next, habits);
    }),
  );
}

/** No cell may begin with a capital, and more must go on than not; those whose text may as well have ended at the break are not asked. */
function isTorn(pairs: readonly Pair[], opened: ReadonlySet<Pair>): boolean {
  const judged = pairs.filter(({ start }) => start.lines.length > 0);
  // The first column names the row: where it begins anew, so does the row.
  if (judged.some((pair) => pair.end.col === 0 && !opened.has(pair))) return false;
  const anew = judged.filter((pair) => {
    const tall = pair.end.rowSpan > 1 || pair.start.rowSpan > 1;
    const ended = /[.;:!?]$/.test(pair.end.lines.at(-1)?.text ?? "");
    return !opened.has(pair) && !tall && !ended && !/^[-–—•]|^\d+[.)]/.test(pair.start.lines[0]!.text);
  });
  if (anew.some(({ start }) => /^["«(]?\p{Lu}\p{Ll}/u.test(start.lines[0]!.text))) return false;
  return judged.filter((pair) => opened.has(pair)).length > anew.length;
}

/** Pairs that are one cell over several rows: its text goes on, or nothing stands in the part below. Columns drawn alike go together. */
function spannedPairs(pairs: readonly Pair[], opened: ReadonlySet<Pair>): readonly Pair[] {
  const tall = pairs.filter(({ end, start }) => end.col > 0 && (end.rowSpan > 1 || start.rowSpan > 1));
  const sure = tall.filter((pair) => opened.has(pair) || (pair.end.lines.length > 0 && pair.start.lines.length === 0));
  return tall.filter((pair) =>
    sure.some(({ end, start }) => end.rowSpan === pair.end.rowSpan && start.rowSpan === pair.start.rowSpan),
  );
}

function goesOn(line: Line, next: Line, { wraps }: Habits): boolean {
  if (wraps && line.spaced) return true;
  return /^["«(]?\p{Ll}/u.test(next.text) && !/[.;:!?]$/.test(line.text);
}
