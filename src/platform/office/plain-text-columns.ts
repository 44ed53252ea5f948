import type { TextRow } from "./plain-text-table.ts";

const GAP = / {2,}/g;
const LEAST_LINES = 3;
const WIDEST = 1000;

/** Whether a line looks like a row of columns set by spaces. */
export function isSpaced(line: string): boolean {
  return (line.trim().match(GAP)?.length ?? 0) >= 2;
}

/**
 * Rows of columns that spaces set: the places where every row has a gap part the columns; a line without a text in the first column goes
 * on in the row above; a line that runs over the gaps is a section. Undefined where no columns stand under one another.
 */
export function spacedRows(lines: readonly string[]): readonly TextRow[] | undefined {
  const rows = lines.filter(isSpaced);
  if (rows.length < LEAST_LINES || rows.some(({ length }) => length > WIDEST)) return undefined;
  const gaps = commonGaps(rows);
  if (gaps.length < 2) return undefined;
  const starts = [0, ...gaps.map(({ to }) => to)];
  const found: (string[] | string)[] = [];
  let parted = true;
  for (const line of lines) {
    if (line.trim() === "") {
      parted = true;
      continue;
    }
    const crosses = gaps.some(({ from, to }) => line.slice(from, to).trim() !== "");
    if (crosses) found.push(line.trim());
    else {
      const cells = starts.map((from, at) => line.slice(from, starts[at + 1]).trim());
      const last = found.at(-1);
      if (cells[0] === "" && !parted && Array.isArray(last)) {
        cells.forEach((cell, col) => (last[col] = [last[col] ?? "", cell].filter((text) => text !== "").join(" ")));
      } else found.push(cells);
    }
    parted = false;
  }
  return found;
}

/** Stretches of at least two columns of type that are blank in every row and have text on both sides. */
function commonGaps(rows: readonly string[]): readonly { readonly from: number; readonly to: number }[] {
  const wide = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const gaps: { from: number; to: number }[] = [];
  let from = -1;
  for (let at = 0; at <= wide; at += 1) {
    const blank = at < wide && rows.every((row) => (row[at] ?? " ") === " ");
    if (blank && from < 0) from = at;
    if (blank || from < 0) continue;
    if (from > 0 && at < wide && at - from >= 2) gaps.push({ from, to: at });
    from = -1;
  }
  return gaps;
}
