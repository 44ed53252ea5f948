import { shortened } from "#shared/cut-text.ts";
import { fileNameOf, MOST_LETTERS } from "#shared/file-name.ts";
import { localDate } from "#shared/local-date.ts";
import { download, type RawReply } from "#platform/http/route.ts";
import type { Cell, Column, TableBlock } from "#platform/render/document-tree.ts";
import { renderXlsx } from "#platform/render/xlsx.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  const content = await renderXlsx({
    title: name,
    page: { orientation: "landscape" },
    blocks: [
      { kind: "paragraph", style: "title", content: name },
      ...lines.map((line) => ({ kind: "paragraph" as const, content: line })),
      { kind: "table", name, ...table },
    ],
  });
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
export const asDate = (day: string): Cell => ({ value: { date: localDate(day) } });
