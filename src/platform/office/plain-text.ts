import type { Block, GridCell, TableBlock } from "#shared/document-grids.ts";
import { refuseBoundless } from "./bounds.ts";
import { isSpaced, spacedRows } from "./plain-text-columns.ts";
import { isPiped, isRuler, pipedRows } from "./plain-text-pipes.ts";
import { csvRecords, recordAt } from "./plain-text-records.ts";
import { textParagraph, textTable, unmarked, type TextRow } from "./plain-text-table.ts";
import { unwrapped } from "./plain-text-wrapped.ts";

/** Bytes of a text file as text: UTF-8, UTF-16 with its mark, else the Windows code page of old Russian files. */
export function decodeText(bytes: Uint8Array): string {
  const charset =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(charset, { fatal: charset === "utf-8" }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

/**
 * Blocks of plain text, however its tables are written: CSV, lines with tabs (cells in quotes as Excel copies them), upright bars, columns
 * set by spaces, or a tab before every cell (Word's own «only text»). All other lines are paragraphs.
 */
export function readPlainText(text: string): readonly Block[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const csv = text.includes("\t") ? undefined : csvRecords(lines);
  if (csv) return [textTable(csv)];
  const cellPerLine = tabLedRange(lines);
  if (!cellPerLine) return numbered(blocksOf(unwrapped(lines)));
  const { from, to } = cellPerLine;
  return numbered([
    ...blocksOf(lines.slice(0, from)),
    tabLedTable(lines.slice(from, to)),
    ...blocksOf(lines.slice(to)),
  ]);
}

function numbered(blocks: readonly Block[]): readonly Block[] {
  let index = -1;
  return blocks.map((block) => (block.kind === "table" ? { ...block, index: (index += 1) } : block));
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  // A stretch that is no table from its first line is none from its second: it is tried once.
  const tried = { drawn: 0, spaced: 0 };
  const stretch = (kind: keyof typeof tried, at: number): TableLines | undefined => {
    const found = at < tried[kind] ? undefined : kind === "drawn" ? drawnAt(lines, at) : spacedAt(lines, at);
    if (found) tried[kind] = found.next;
    return found?.rows && { rows: found.rows, next: found.next };
  };
  for (let at = 0; at < lines.length;) {
    const table = tabbedAt(lines, at) ?? stretch("drawn", at) ?? stretch("spaced", at);
    if (table) {
      blocks.push(textTable(table.rows));
      at = table.next;
    } else {
      if (!isRuler(lines[at]!)) blocks.push(textParagraph(lines[at]!));
      at += 1;
    }
  }
  return blocks;
}

/** Lines up to `next` that are a table, or are known to be none. */
interface Stretch {
  readonly rows: readonly TextRow[] | undefined;
  readonly next: number;
}

interface TableLines {
  readonly rows: readonly TextRow[];
  readonly next: number;
}

/** One tab may be an indent or a signature; a row has two, or one beside other rows. An empty line ends the table. */
function tabbedAt(lines: readonly string[], from: number): TableLines | undefined {
  const rows: (readonly string[])[] = [];
  let at = from;
  while (at < lines.length) {
    if (rows.length > 0 && isRuler(lines[at]!)) {
      at += 1;
      continue;
    }
    const { cells, next } = recordAt(lines, at, "\t");
    if (cells.length < (rows.length > 0 || pairs(lines, from) ? 2 : 3)) break;
    rows.push(cells);
    at = next;
  }
  // «Начальник ⇥⇥⇥ И. О. Фамилия» is a signature.
  const signature = rows.length === 1 && rows[0]!.filter((cell) => cell.trim() !== "").length < 3;
  return rows.length > 0 && !signature ? { rows, next: at } : undefined;
}

const LEAST_PAIRS = 4;

/** Word puts a tab after the number of a list. */
const MARKED = /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|\p{L}\)|[-–—•·▪§o])\s*\t/u;

/** Lines of two texts one under another: a table of two columns. */
function pairs(lines: readonly string[], from: number): boolean {
  const own = lines.slice(from, from + LEAST_PAIRS);
  return own.length === LEAST_PAIRS && own.every((line) => isPair(line) && !MARKED.test(line));
}

function drawnAt(lines: readonly string[], from: number): Stretch | undefined {
  let to = from;
  while (to < lines.length && (isPiped(lines[to]!) || isRuler(lines[to]!))) to += 1;
  if (to === from) return undefined;
  const drawn = lines.slice(from, to);
  return { rows: drawn.filter(isPiped).length >= 2 ? pipedRows(drawn) : undefined, next: to };
}

/** Columns set by spaces begin with a row of them; an empty line may part rows, two end the table. */
function spacedAt(lines: readonly string[], from: number): Stretch | undefined {
  if (!isSpaced(lines[from]!)) return undefined;
  let to = from;
  while (to < lines.length && (lines[to]!.trim() !== "" || (lines[to + 1] ?? "").trim() !== "")) to += 1;
  const last = lines.slice(from, to).reduce((end, line, at) => (/ {2,}/.test(line.trimEnd()) ? at + 1 : end), 0);
  return { rows: spacedRows(lines.slice(from, from + last)), next: from + last };
}

/** Where a tab stands at the head of many lines and nowhere else, each such line begins a cell. */
function tabLedRange(lines: readonly string[]): { from: number; to: number } | undefined {
  const led = lines.flatMap((line, at) => (line.startsWith("\t") ? [at] : []));
  const inside = lines.filter((line) => line.slice(1).trim().includes("\t")).length;
  if (led.length < 8 || inside > 0) return undefined;
  const from = led[0]!;
  let to = led.at(-1)! + 1;
  while (to < lines.length && lines[to]!.trim() !== "") to += 1;
  return { from, to };
}

/** One cell a line; an empty line before a cell begins a row, unless the row above is still short of the usual length. */
function tabLedTable(lines: readonly string[]): TableBlock {
  const runs: string[][][] = [];
  let gap = true;
  for (const line of lines) {
    if (line.startsWith("\t")) {
      if (gap) runs.push([]);
      runs.at(-1)!.push([line.slice(1)]);
      gap = false;
    } else if (line.trim() === "") {
      gap = true;
    } else {
      runs.at(-1)?.at(-1)?.push(line);
      gap = false;
    }
  }
  const lengths = new Map<number, number>();
  for (const { length } of runs) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [columns = 1] = [...lengths].sort(([a, often], [b, other]) => other - often || b - a)[0] ?? [];
  const rows: string[][][] = [];
  for (const run of runs) {
    const last = rows.at(-1);
    const whole =
      last !== undefined && last.length < columns && last.length + run.length === columns && rows.length > 1;
    if (whole) last.push(...run);
    else rows.push([...run]);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  refuseBoundless([{ rows: rows.length, columns: width }]);
  const cells = rows.flatMap((row, at) =>
    Array.from({ length: width }, (_, col): GridCell => cellOf(at, col, row[col] ?? [""])),
  );
  return { kind: "table", index: 0, rows: rows.length, columns: width, cells, unmerged: true };
}

/** Dots of bulleted lists are marks; a typed hyphen is a mark only where the cell has several of them. */
function cellOf(row: number, col: number, lines: readonly string[]): GridCell {
  const parts = lines.map((line) => /^\s*([·•▪-])\s*(.*)$/.exec(line));
  const listed = parts.filter((part) => part !== null);
  const isList = listed.length > 0 && (col > 0 || listed.length > 1);
  const paragraphs = lines.map((line, at) => unmarked(isList && parts[at] ? parts[at][2]! : line).trim());
  const marks = parts.map((part) => (isList && part ? part[1]! : null));
  return { row, col, rowSpan: 1, colSpan: 1, paragraphs, ...(isList && { marks }) };
}

function isPair(line: string): boolean {
  const cells = line.split("\t");
  return cells.length === 2 && cells.every((cell) => cell.trim() !== "");
}
