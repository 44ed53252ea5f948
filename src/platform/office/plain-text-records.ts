const MOST_LINES = 80;

export interface TextRecord {
  readonly cells: readonly string[];
  /** the line after the record */
  readonly next: number;
}

/**
 * One record of cells divided by a sign. A cell in quotes may hold the sign, line ends and doubled quotes, as Excel copies it; quotes
 * that do not close before the sign are words of the text.
 */
export function recordAt(lines: readonly string[], from: number, sign: string): TextRecord {
  const cells: string[] = [];
  let line = from;
  let rest: string | null = lines[from] ?? "";
  while (rest !== null) {
    const quoted: QuotedCell | undefined = rest.startsWith('"') ? quotedCell(lines, line, rest, sign) : undefined;
    if (quoted) {
      cells.push(quoted.text);
      line = quoted.line;
      rest = quoted.rest;
      continue;
    }
    const end: number = rest.indexOf(sign);
    cells.push(end < 0 ? rest : rest.slice(0, end));
    rest = end < 0 ? null : rest.slice(end + sign.length);
  }
  return { cells, next: line + 1 };
}

interface QuotedCell {
  readonly text: string;
  /** the line on which the cell ends, and what is left of it after the sign; null where nothing is */
  readonly line: number;
  readonly rest: string | null;
}

function quotedCell(lines: readonly string[], from: number, start: string, sign: string): QuotedCell | undefined {
  let text = "";
  let line = from;
  let left = start.slice(1);
  for (;;) {
    const end = left.indexOf('"');
    if (end < 0) {
      line += 1;
      if (line >= lines.length || line - from > MOST_LINES) return undefined;
      text += `${left}\n`;
      left = lines[line]!;
    } else if (left[end + 1] === '"') {
      text += left.slice(0, end + 1);
      left = left.slice(end + 2);
    } else {
      const after = left.slice(end + 1);
      if (after !== "" && !after.startsWith(sign)) return undefined;
      text += left.slice(0, end);
      // Excel quotes a cell only when it has to; other quotes around a whole cell are printed ones.
      const needed = sign !== "\t" || /["\n\t]/.test(text);
      return { text: needed ? text : `"${text}"`, line, rest: after === "" ? null : after.slice(sign.length) };
    }
  }
}

/** Records of a whole text that is CSV: the same number of cells, at least three, in nearly every line; undefined where it is not. */
export function csvRecords(lines: readonly string[]): readonly (readonly string[])[] | undefined {
  const own = /^sep=(.)$/i.exec(lines[0] ?? "");
  const body = own ? lines.slice(1) : lines;
  for (const [sign, least] of [
    [";", 0.9],
    [",", 1],
  ] as const) {
    const records: (readonly string[])[] = [];
    for (let at = 0; at < body.length;) {
      const { cells, next } = recordAt(body, at, sign);
      if (cells.some((cell) => cell.trim() !== "")) records.push(cells);
      at = next;
    }
    const width = records[0]?.length ?? 0;
    const even = records.filter((cells) => cells.length === width).length;
    if (width >= 3 && records.length >= 2 && even >= records.length * least) return records;
  }
  return undefined;
}
