import type { Block, GridCell, TableBlock } from "#shared/document-grids.ts";

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
 * Blocks of plain text. Lines with tabs next to each other are a table, ended by an empty line; a text in which a tab begins every cell
 * (Word's own «only text») is put back into rows; all other lines are paragraphs.
 */
export function readPlainText(text: string): readonly Block[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const cellPerLine = tabLedRange(lines);
  if (!cellPerLine) return numbered(blocksOf(lines));
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
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const line of lines) {
    const cells = line.split("\t");
    const ruler = /^[\s\-–—=|+]*$/.test(line) && /---/.test(line);
    // One tab may be an indent or a signature; a table row has two, or one between two texts beside other rows.
    const inTable = cells.length > 2 || (cells.length === 2 && rows.length > 0);
    if (ruler) continue;
    if (inTable) {
      rows.push(cells);
      continue;
    }
    flush();
    blocks.push(paragraphOf(line));
  }
  flush();
  return blocks;
}

function paragraphOf(line: string): Block {
  const bold = /^\s*(?:\*\*[^*]+\*\*|<b>.*<\/b>)\s*$/.test(line) || /^\s*\*\*[^*]*$/.test(line);
  const list = /^\s*([-–—•·▪]|\d{1,2}[.)])\s+(\S.*)$/.exec(line);
  const text = unmarked(list && !/^\d/.test(list[1]!) ? list[2]! : line).trim();
  return {
    kind: "paragraph",
    text,
    ...(bold && { bold }),
    ...(list && !/^\d/.test(list[1]!) && { list: { marker: list[1]!, depth: 0 } }),
  };
}

/** Marks that people and converters leave in text: **bold**, <i>italic</i>. */
function unmarked(text: string): string {
  return text
    .replace(/<\/?[ibu]>/g, "")
    .replace(/\*\*/g, "")
    .replace(/(?<![\p{L}\d*])\*([^*\n]+)\*(?![\p{L}\d*])/gu, "$1");
}

function tableOf(rows: readonly (readonly string[])[]): TableBlock {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, at) =>
    Array.from({ length: columns }, (_, col): GridCell => {
      return { row: at, col, rowSpan: 1, colSpan: 1, paragraphs: [unmarked(row[col] ?? "").trim()] };
    }),
  );
  return { kind: "table", index: 0, rows: rows.length, columns, cells, unmerged: true };
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
  const lengths = runs.map((run) => run.length);
  const columns = [...lengths].sort((a, b) => count(lengths, b) - count(lengths, a) || b - a)[0] ?? 1;
  const rows: string[][][] = [];
  for (const run of runs) {
    const last = rows.at(-1);
    const whole =
      last !== undefined && last.length < columns && last.length + run.length === columns && rows.length > 1;
    if (whole) last.push(...run);
    else rows.push([...run]);
  }
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, at) =>
    Array.from({ length: width }, (_, col): GridCell => cellOf(at, col, row[col] ?? [""])),
  );
  return { kind: "table", index: 0, rows: rows.length, columns: width, cells, unmerged: true };
}

const count = (all: readonly number[], one: number): number => all.filter((value) => value === one).length;

/** Dots of bulleted lists are marks; a typed hyphen is a mark only where the cell has several of them. */
function cellOf(row: number, col: number, lines: readonly string[]): GridCell {
  const parts = lines.map((line) => /^\s*([·•▪-])\s*(.*)$/.exec(line));
  const listed = parts.filter((part) => part !== null);
  const isList = listed.length > 0 && (col > 0 || listed.length > 1);
  const paragraphs = lines.map((line, at) => unmarked(isList && parts[at] ? parts[at][2]! : line).trim());
  const marks = parts.map((part) => (isList && part ? part[1]! : null));
  return { row, col, rowSpan: 1, colSpan: 1, paragraphs, ...(isList && { marks }) };
}
