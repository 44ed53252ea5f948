import type { TextRow } from "./plain-text-table.ts";

const RULER = /^[\s|+\-–—=_:│┃┌┐└┘├┤┬┴┼─━═║╔╗╚╝╠╣╦╩╬]*$/;

/** Whether a line only draws a table. */
export function isRuler(line: string): boolean {
  return RULER.test(line) && /(?:--|──|━━|==|══|__)/.test(line);
}

/** Whether a line is a row of a table drawn with upright bars. */
export function isPiped(line: string): boolean {
  const bars = line.replace(/[│┃║]/g, "|").match(/(?<!\\)\|/g)?.length ?? 0;
  return bars >= 3 || (bars === 2 && !/^\s*\|.*\|\s*$/.test(line));
}

/** Rows of a table drawn with bars. Where rulers part the rows, the lines between two rulers are one row. */
export function pipedRows(lines: readonly string[]): readonly TextRow[] {
  const parted = lines.filter(isRuler).length >= 3;
  const rows: string[][] = [];
  let begins = true;
  for (const line of lines) {
    if (isRuler(line)) {
      begins = true;
      continue;
    }
    const cells = cellsOf(line);
    const last = rows.at(-1);
    if (parted && !begins && last) {
      cells.forEach((cell, col) => (last[col] = [last[col] ?? "", cell].filter((text) => text !== "").join("\n")));
    } else rows.push(cells);
    begins = false;
  }
  return rows;
}

function cellsOf(line: string): string[] {
  const bare = line
    .replace(/[│┃║]/g, "|")
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return bare.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replace(/\\\|/g, "|")
      .replace(/<br\s*\/?>/gi, "\n")
      .trim(),
  );
}
