import { shortened } from "#shared/cut-text.ts";
import { fileNameOf } from "#shared/file-name.ts";
import { localDate } from "#shared/local-date.ts";
import { download, type RawReply } from "#platform/http/route.ts";
import type { Cell, Column, TableBlock } from "#platform/render/document-tree.ts";
import { renderXlsx } from "#platform/render/xlsx.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** letters of each thing that the name of a file tells: the last of them must stay in sight */
const OF_NAME = 60;

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
  const words = about.filter(Boolean).map((one) => shortened(one, OF_NAME).replaceAll("/", "–"));
  return download(content, fileNameOf([name, ...words].join(", "), "xlsx"), XLSX);
}

/** Columns by their widths. */
export function columns(...widths: readonly (number | Column)[]): Column[] {
  return widths.map((width) => (typeof width === "number" ? { width } : width));
}

/** A day as a date of the workbook. */
export const asDate = (day: string): Cell => ({ value: { date: localDate(day) } });
