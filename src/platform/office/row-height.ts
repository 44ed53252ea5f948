/** Of a line of the workbook's type (11 points) with the space between lines, and around a cell's text; points. */
const LINE = 13.8;
const AROUND = 3;
/** No row of Excel is higher, points. */
const HIGHEST = 409;
/** Letters of a column that wide letters may take from its room: better an empty line than a hidden one. */
const RESERVE = 1;
/** Bold letters take so much more room. */
const BOLD = 1.08;

export interface WrappedText {
  readonly text: string;
  /** of the cell with all the columns it covers, in letters of the usual font */
  readonly width: number;
  readonly bold: boolean;
}

/** Lines a text takes where its words do not fit beside each other; a word longer than the line is broken. */
export function linesOf({ text, width, bold }: WrappedText): number {
  const room = Math.max(1, (width - RESERVE) / (bold ? BOLD : 1));
  if (text.length <= room && !text.includes("\n")) return 1;
  return text.split("\n").reduce((sum, line) => sum + wrapped(line, room), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  // an address is broken after its slashes and hyphens, as office programs do
  for (const word of line.split(/(?<=[\s/-])/)) {
    const length = word.trimEnd().length;
    if (used > 0 && used + length > room) {
      lines += 1;
      used = 0;
    }
    if (length > room) {
      lines += Math.ceil(length / room) - 1;
      used = length % room;
    } else used += word.length;
  }
  return lines;
}

/** Height of a row that shows so many lines, points. Office programs do not measure merged cells, and LibreOffice none that we write. */
export function rowHeight(lines: number): number {
  return Math.min(HIGHEST, Math.max(1, lines) * LINE + AROUND);
}
