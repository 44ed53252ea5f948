import { isContent } from "./cell-text.ts";
import type { Align, TableBlock } from "./document-tree.ts";
import type { GridCell } from "./table-grid.ts";

/** How a cell stands where neither it nor its column says: heads in the middle, numbers and days at the right. */
export function alignOf(cell: GridCell, table: TableBlock): Align {
  if (cell.align) return cell.align;
  if (cell.role === "header") return "centre";
  if (cell.role === "section") return "left";
  return table.columns[cell.column]?.align ?? (cell.value === null || isContent(cell.value) ? "left" : "right");
}
