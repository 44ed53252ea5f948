import type { Block } from "#shared/document-grids.ts";
import { uprightPage } from "./pdf-bits.ts";
import { overPages, pageItems, type FlowItem } from "./pdf-flow.ts";
import { habitsOf } from "./pdf-habits.ts";
import { eachPdfSheet } from "./pdf-library.ts";
import type { Line } from "./pdf-lines.ts";
import { withoutRunning } from "./pdf-margins.ts";
import { marksOf } from "./pdf-marks.ts";
import { OfficeRefusal } from "./problems.ts";
import { proseBlocks } from "./pdf-prose.ts";
import { sheetParts, type SheetParts, type SheetTable } from "./pdf-sheet.ts";
import { cellBoxes, tableBlock } from "./pdf-tables.ts";

/**
 * Blocks of a PDF with text: tables by their drawn lines or, where none are drawn, by the gaps between columns; paragraphs by the layout.
 * Running titles and page numbers are left out. Refuses scans, passwords, damaged and endless files.
 */
export async function readPdf(bytes: Uint8Array): Promise<readonly Block[]> {
  const parts: SheetParts[] = [];
  await eachPdfSheet(bytes, (sheet) => void parts.push(sheetParts(uprightPage(marksOf(sheet)))));
  return arranged(parts).blocks;
}

/** Pages taken apart, put together as one document; `left` is what was left out as printed on every page. */
export function arranged(parts: readonly SheetParts[]): {
  readonly blocks: readonly Block[];
  readonly left: readonly (readonly Line[])[];
} {
  if (!parts.some(hasText)) throw new OfficeRefusal("office-pdf-scan");
  const { sheets, left } = withoutRunning(parts);
  const printed = sheets.flatMap(pageItems);
  const habits = habitsOf(printed.flatMap((item) => (item.kind === "table" ? cellBoxes(item.table) : [item.box])));
  const items = overPages(printed, habits);
  const usual = usualSize(items);
  const indexes = new Map<SheetTable, number>();
  const blocks = items.flatMap((item): readonly Block[] => {
    if (item.kind === "prose") return proseBlocks(item.box, habits, usual);
    const index = indexes.size;
    indexes.set(item.table, index);
    const block = tableBlock(item.table, index, habits);
    const { inside } = item.table;
    const parent = inside && indexes.get(inside.table);
    if (!inside || parent === undefined) return [block];
    return [{ ...block, parent: { table: parent, row: inside.cell.row, col: inside.cell.col } }];
  });
  return { blocks, left };
}

const hasText = ({ lines, tables }: SheetParts): boolean =>
  lines.length > 0 || tables.some(({ cells }) => cells.some((cell) => cell.lines.length > 0));

/** The size of type that most letters outside headings have. */
function usualSize(items: readonly FlowItem[]): number {
  const counts = new Map<number, number>();
  for (const item of items) {
    if (item.kind === "table") continue;
    for (const { size, text } of item.box.lines) {
      const rounded = Math.round(size * 2) / 2;
      counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}
