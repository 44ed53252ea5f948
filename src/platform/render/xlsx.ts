import { writeXlsx, type CellStyle, type WriteSheet } from "hucre/xlsx";
import { SHADES } from "./cell-look.ts";
import type { DocumentTree, ParagraphBlock, TableBlock } from "./document-tree.ts";
import { pageOf } from "./page.ts";
import { layOutSheet, sheetName, type Sheet, type SheetCell } from "./sheet.ts";

const THIN = { style: "thin", color: { rgb: "7F7F7F" } } as const;
const FRAME = { top: THIN, right: THIN, bottom: THIN, left: THIN } as const;
const HORIZONTAL = { left: "left", centre: "center", right: "right" } as const;
const INCH = 25.4;

function styleOf(cell: SheetCell): CellStyle {
  const shade = SHADES[cell.role];
  return {
    font: { name: "Times New Roman", size: cell.role === "text" ? 12 : 10, bold: cell.bold },
    alignment: {
      horizontal: HORIZONTAL[cell.align],
      vertical: cell.role === "header" ? "center" : "top",
      wrapText: true,
    },
    ...(cell.framed ? { border: FRAME } : {}),
    ...(shade ? { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: shade } } } : {}),
    ...(cell.isDay
      ? { numFmt: "dd.mm.yyyy" }
      : typeof cell.value === "number"
        ? { numFmt: Number.isInteger(cell.value) ? "#,##0" : "#,##0.0#####" }
        : {}),
  };
}

/** The sheet as the workbook library takes it. Covered cells of a merge are written too: each draws its own piece of the frame. */
function writeSheet(sheet: Sheet): WriteSheet {
  const height = Math.max(0, ...sheet.cells.map((cell) => cell.row + cell.rowSpan));
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const rows = Array.from({ length: height }, () => sheet.columnWidths.map((): string | number | null => null));
  for (const cell of sheet.cells) {
    const style = styleOf(cell);
    rows[cell.row]![cell.column] = cell.value;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) {
        const own = row === cell.row && column === cell.column;
        cells.set(`${row},${column}`, own && cell.value !== null ? { value: cell.value, style } : { style });
      }
    }
  }
  const [first, last] = sheet.header;
  const { page } = sheet;
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows,
    cells,
    merges: sheet.cells
      .filter((cell) => cell.colSpan > 1 || cell.rowSpan > 1)
      .map((cell) => ({
        startRow: cell.row,
        startCol: cell.column,
        endRow: cell.row + cell.rowSpan - 1,
        endCol: cell.column + cell.colSpan - 1,
      })),
    rowDefs: new Map([...sheet.heights].map(([row, points]) => [row, { height: points }])),
    freezePane: { rows: last + 1 },
    pageSetup: {
      paperSize: "a4",
      orientation: page.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        left: page.left / INCH,
        right: page.right / INCH,
        top: page.top / INCH,
        bottom: page.bottom / INCH,
        header: 10 / INCH,
        footer: 10 / INCH,
      },
      printTitlesRow: `$${first + 1}:$${last + 1}`,
    },
    headerFooter: { oddHeader: "&C&P", differentFirst: true },
  };
}

/** Tables of a document with the paragraphs before each; those after the last table stay with it. */
function tablesOf(tree: DocumentTree) {
  const found: { above: ParagraphBlock[]; table: TableBlock; below: ParagraphBlock[] }[] = [];
  let waiting: ParagraphBlock[] = [];
  for (const block of tree.blocks) {
    if (block.kind === "paragraph") waiting.push(block);
    else {
      found.push({ above: waiting, table: block, below: [] });
      waiting = [];
    }
  }
  found.at(-1)?.below.push(...waiting);
  return found;
}

/**
 * Prints the tables of a document tree as XLSX, a sheet each, with the paragraphs around them: numbers stay numbers,
 * days stay days, header rows stand still on the screen and repeat on paper.
 * Throws RangeError for a tree without tables or with a table that does not fit together.
 */
export async function renderXlsx(tree: DocumentTree): Promise<Uint8Array> {
  const tables = tablesOf(tree);
  if (tables.length === 0) throw new RangeError("a workbook needs at least one table");
  const page = pageOf(tree);
  const names = new Set<string>();
  const sheets = tables.map(({ above, table, below }) => {
    const name = sheetName(table.name, names);
    names.add(name);
    return writeSheet(layOutSheet(name, page, above, table, below));
  });
  return writeXlsx({
    sheets,
    properties: { title: tree.title, creator: "Ориентир" },
    defaultFont: { name: "Times New Roman", size: 10 },
  });
}
