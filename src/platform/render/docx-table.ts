import { ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from "docx";
import { alignOf } from "./cell-look.ts";
import { printed } from "./cell-text.ts";
import type { TableBlock } from "./document-tree.ts";
import { cellParagraph } from "./docx-paragraph.ts";
import { divide, twips } from "./page.ts";
import { gridOf, type GridCell } from "./table-grid.ts";

const TABLE_TEXT_SIZE = 10;
/** Fills by the role of a cell, RRGGBB: pale enough for black-and-white print. */
const SHADES = { header: "F2F2F2", section: "F7F7F7", body: undefined } as const;

/** A table of fixed columns over the whole `width` (millimetres), its header rows repeated on each page. */
export function docxTable(table: TableBlock, width: number): Table {
  const size = table.textSize ?? TABLE_TEXT_SIZE;
  const columnWidths = divide(
    twips(width),
    table.columns.map((column) => column.width),
  );
  const docxCell = (cell: GridCell) => {
    const shade = SHADES[cell.role];
    const across = columnWidths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, each) => sum + each, 0);
    return new TableCell({
      children: [
        cellParagraph(
          printed(cell.value),
          alignOf(cell, table),
          { size, bold: cell.bold ?? cell.role !== "body" },
          cell.role === "section",
        ),
      ],
      width: { size: across, type: WidthType.DXA },
      verticalAlign: cell.role === "header" ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
      ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      ...(shade ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: shade } } : {}),
    });
  };
  return new Table({
    rows: gridOf(table).map((line, at) => {
      const isHeader = at < table.header.length;
      return new TableRow({ children: line.map(docxCell), tableHeader: isHeader, cantSplit: isHeader });
    }),
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
  });
}
