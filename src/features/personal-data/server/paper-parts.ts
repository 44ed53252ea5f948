import type { Block, Cell, ParagraphStyle, TableBlock } from "#platform/render/document-tree.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const paragraph = (content: string, style: ParagraphStyle = "text"): Block => ({
  kind: "paragraph",
  style,
  content,
});

/** A table of plain texts with widths as shares. */
export function table(
  name: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  closing?: string,
): TableBlock {
  return {
    kind: "table",
    name,
    textSize: 9,
    ...(closing && { closing }),
    columns: widths.map((width) => ({ width })),
    header: [{ cells: [...heads] }],
    rows: rows.map((cells) => ({ cells: [...cells] })),
  };
}
