import { localDate } from "#shared/local-date.ts";
import { download, type RawReply } from "#platform/http/route.ts";
import type { Cell, Column, TableBlock } from "#platform/render/document-tree.ts";
import { renderXlsx } from "#platform/render/xlsx.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook of one table, under its name and some lines of words. */
export async function sheet(
  name: string,
  lines: readonly string[],
  table: Omit<TableBlock, "kind" | "name">,
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
  return download(content, `${name}.xlsx`, XLSX);
}

/** Columns by their widths. */
export function columns(...widths: readonly (number | Column)[]): Column[] {
  return widths.map((width) => (typeof width === "number" ? { width } : width));
}

/** A day as a date of the workbook. */
export const asDate = (day: string): Cell => ({ value: { date: localDate(day) } });
