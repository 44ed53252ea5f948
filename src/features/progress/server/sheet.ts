import { shortened } from "#shared/cut-text.ts";
import { fileNameOf, MOST_LETTERS } from "#shared/file-name.ts";
import { localDate } from "#shared/local-date.ts";
import { download, type RawReply } from "#platform/http/route.ts";
import type { Block, CellDate, CellValue, Column, ParagraphBlock, TableBlock } from "#platform/render/document-tree.ts";
import { renderLongXlsx } from "#platform/render/long-xlsx.ts";
import { renderXlsx } from "#platform/render/xlsx.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const PAGE = { orientation: "landscape" } as const;

/** letters of each of the last two things that the name of a file tells: by them such files differ */
const OF_LAST = 36;

/**
 * A workbook of one table, under its name and some lines of words. The file is named with what it is about, so that two of them lie in
 * one folder: «Итоги, Поддержка школ, ноябрь 2021.xlsx».
 */
export async function sheet(
  name: string,
  lines: readonly string[],
  table: Omit<TableBlock, "kind" | "name">,
  about: readonly string[],
): Promise<RawReply> {
  const blocks: Block[] = [...above(name, lines), { kind: "table", name, ...table }];
  return bookOf(await renderXlsx({ title: name, page: PAGE, blocks }), name, about);
}

/**
 * The same with a table that may be as long as it likes: its first rows, by which the columns are measured, and `more` in portions, a value
 * for each column. They are packed as they are read, while their transaction lasts: a slow line waits for the file, and no connection for the line.
 */
export async function longSheet(
  name: string,
  lines: readonly string[],
  table: Omit<TableBlock, "kind" | "name">,
  more: AsyncIterable<readonly (readonly CellValue[])[]>,
  about: readonly string[],
): Promise<RawReply> {
  const pieces: Uint8Array[] = [];
  const book = { page: PAGE, above: above(name, lines), table: { kind: "table", name, ...table } } as const;
  for await (const piece of renderLongXlsx(book, more)) pieces.push(piece);
  return bookOf(Buffer.concat(pieces), name, about);
}

function above(name: string, lines: readonly string[]): ParagraphBlock[] {
  return [
    { kind: "paragraph", style: "title", content: name },
    ...lines.map((line) => ({ kind: "paragraph" as const, content: line })),
  ];
}

function bookOf(content: Uint8Array, name: string, about: readonly string[]): RawReply {
  return download(content, fileNameOf([name, ...wordsOfName(name, about)].join(", "), "xlsx"), XLSX);
}

/** What comes before the last two shares the room that these leave. */
function wordsOfName(name: string, about: readonly string[]): string[] {
  const told = about.filter(Boolean).map((one) => one.replaceAll("/", "–"));
  const last = told.slice(-2).map((one) => shortened(one, OF_LAST));
  const others = told.slice(0, -2);
  const room = MOST_LETTERS - [name, ...last].join(", ").length;
  return [...others.map((one) => shortened(one, Math.floor(room / others.length) - ", ".length)), ...last];
}

/** Columns by their widths. */
export function columns(...widths: readonly (number | Column)[]): Column[] {
  return widths.map((width) => (typeof width === "number" ? { width } : width));
}

/** A day as a date of the workbook. */
export const asDate = (day: string): CellDate => ({ date: localDate(day) });
