import type { Block } from "#shared/document-grids.ts";
import { shownValue } from "./sheet-value.ts";
import { sheetBlocks } from "./sheets.ts";
import { readWorkbook } from "./workbook.ts";

/** Blocks of an .xlsx: its visible sheets as they show their cells. Throws OfficeRefusal. */
export async function readXlsxBlocks(bytes: Uint8Array): Promise<readonly Block[]> {
  const sheets = await readWorkbook(bytes);
  return sheetBlocks(
    sheets.map(({ name, rows, merges, formatOf }) => ({
      name,
      merges,
      rows: rows.map((row, at) => row.map((value, col) => shownValue(value, formatOf(at, col)))),
    })),
  );
}
