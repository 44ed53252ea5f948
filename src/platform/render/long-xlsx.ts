import { writeLongWorkbook, type LongCell } from "#platform/office/long-workbook.ts";
import type { CellValue, DocumentTree, ParagraphBlock, TableBlock } from "./document-tree.ts";
import { pageOf } from "./page.ts";
import { layOutSheet, sheetName, sheetValue } from "./sheet.ts";

/**
 * Prints one long table as XLSX, piece by piece. The rows of `table` are its first and are printed as `renderXlsx` prints them; the columns
 * are as wide as these need. Those of `more` follow, however many there are, a value for each column: they are never held together.
 */
export function renderLongXlsx(
  { page, above, table }: Pick<DocumentTree, "page"> & { above: readonly ParagraphBlock[]; table: TableBlock },
  more: AsyncIterable<readonly (readonly CellValue[])[]>,
): AsyncGenerator<Uint8Array> {
  const name = sheetName(table.name, new Set());
  const head = layOutSheet(name, pageOf({ title: name, blocks: [], ...(page && { page }) }), above, table, []);
  return writeLongWorkbook(head, portionsOf(more));
}

async function* portionsOf(
  more: AsyncIterable<readonly (readonly CellValue[])[]>,
): AsyncGenerator<readonly (readonly LongCell[])[]> {
  for await (const rows of more) yield rows.map((cells) => cells.map(cellOf));
}

function cellOf(value: CellValue): LongCell {
  const isDay = value !== null && typeof value === "object" && "date" in value;
  return { value: sheetValue(value), ...(isDay && { align: "right" }) };
}
