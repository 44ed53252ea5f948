import { cutText } from "#shared/cut-text.ts";
import { zipSync } from "fflate";
import type { writeXlsx } from "hucre/xlsx";
import { unpack } from "./archive.ts";
import { linesOf, rowHeight } from "./row-height.ts";
import { OfficeRefusal } from "./problems.ts";
import type { SheetValue } from "./sheet-value.ts";
import type { SheetMerge } from "./sheets.ts";

/** The only place that knows the spreadsheet engine, loaded with the first book: one function in, one out. */
const engine = () => import("hucre/xlsx");

export type { SheetValue } from "./sheet-value.ts";

export interface SheetRead {
  readonly name: string;
  readonly rows: readonly (readonly SheetValue[])[];
  readonly merges: readonly SheetMerge[];
  /** Excel's number format of a cell; undefined for the usual one */
  readonly formatOf: (row: number, col: number) => string | undefined;
}

/**
 * One column more than a table may have, so that a wider one is refused and not cut; cells further off are strays that nobody sees. The
 * engine would lay out every square up to the last of them.
 */
const READ = "A1:SG20000";
/** pictures, macros, things embedded: never unpacked */
const UNREAD =
  /^(?:docProps|customXml|xl\/(?:media|embeddings|activeX|ctrlProps|printerSettings|vbaProject))(?:\/|\.|\w*\.bin$)/;

/** Visible sheets of an .xlsx: formulas by the value that was last counted, a fault of a formula as an empty cell. Throws OfficeRefusal. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly SheetRead[]> {
  // Unpacked here under our limits and handed over stored, so that the engine meets no surprise inside.
  const parts = unpack(bytes, (name) => !UNREAD.test(name) && !name.endsWith("/"));
  refuseDoctype(parts);
  const { readXlsx } = await engine();
  try {
    const book = await readXlsx(zipSync(Object.fromEntries(parts), { level: 0 }), {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      range: READ,
      readStyles: true,
    });
    return book.sheets.map(({ name, rows, merges, cells }) => ({
      name,
      rows: rows.map((row, at) =>
        row.map((value, col) => (cells?.get(`${at},${col}`)?.type === "error" ? null : asShown(value))),
      ),
      formatOf: (row, col) => cells?.get(`${row},${col}`)?.style?.numFmt,
      merges: (merges ?? []).map((one) => ({
        top: one.startRow,
        left: one.startCol,
        bottom: one.endRow,
        right: one.endCol,
      })),
    }));
  } catch {
    throw new OfficeRefusal("office-damaged");
  }
}

/** A number too great for a day is shown by Excel so too. */
const asShown = (value: SheetValue): SheetValue =>
  value instanceof Date && Number.isNaN(value.getTime()) ? "########" : value;

/** Entities are how XML is made to read other files; Excel never writes a document type. */
function refuseDoctype(parts: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    if (new TextDecoder("latin1").decode(bytes.subarray(0, 1000)).includes("<!DOCTYPE")) {
      throw new OfficeRefusal("office-damaged");
    }
  }
}

export interface SheetCell {
  /** text, number, a day (written as DD.MM.YYYY, taken in UTC), or null for an empty cell */
  readonly value: SheetValue;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
  /** light ground, for section and total rows */
  readonly shaded?: boolean;
  /** words around a table, not of it */
  readonly borderless?: boolean;
  /** columns and rows the cell covers, itself included */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface SheetWrite {
  /** at most 31 letters; signs Excel refuses are replaced */
  readonly name: string;
  /** in letters of the usual font */
  readonly widths: readonly number[];
  /** a plain value is a cell without looks; places covered by a span are left out of the row like in HTML */
  readonly rows: readonly (readonly (SheetCell | SheetValue)[])[];
  /** rows from the top that are bold, stay in sight and repeat on every printed page: `from` inclusive, `to` exclusive */
  readonly header?: { readonly from: number; readonly to: number };
  readonly landscape?: boolean;
}

/** An .xlsx with wrapped text, borders, repeated header rows, A4, fitted to the page's width. */
export async function writeWorkbook(sheets: readonly SheetWrite[]): Promise<Uint8Array> {
  const { writeXlsx: write } = await engine();
  return write({
    sheets: sheets.map(sheetOf),
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: { name: "Times New Roman", size: 11 },
  });
}

/** Header rows on every printed page. Named here, in quotes: the engine's own name for them fails on a sheet whose name has spaces. */
function printTitles({ name, header }: SheetWrite) {
  if (!header) return [];
  const scope = sheetTitle(name);
  const range = `'${scope.replaceAll("'", "''")}'!$${header.from + 1}:$${header.to}`;
  return [{ name: "_xlnm.Print_Titles", range, scope }];
}

function sheetTitle(name: string): string {
  return cutText(name.replace(/[\\/?*[\]:]/g, " "), 31) || "Лист";
}

type WrittenSheet = Parameters<typeof writeXlsx>[0]["sheets"][number];
type WrittenCells = NonNullable<WrittenSheet["cells"]>;

const LINE = { style: "thin", color: { rgb: "808080" } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;

function sheetOf(sheet: SheetWrite): WrittenSheet {
  const cells: WrittenCells = new Map();
  const merges: NonNullable<WrittenSheet["merges"]> = [];
  const covered = new Set<string>();
  const rows: SheetValue[][] = [];
  const lines = sheet.rows.map(() => 1);
  sheet.rows.forEach((row, at) => {
    const line: SheetValue[] = [];
    rows.push(line);
    let col = 0;
    for (const one of row) {
      while (covered.has(`${at},${col}`)) col += 1;
      const cell: SheetCell = one !== null && typeof one === "object" && !(one instanceof Date) ? one : { value: one };
      const { colSpan = 1, rowSpan = 1 } = cell;
      const inHeader = sheet.header !== undefined && at >= sheet.header.from && at < sheet.header.to;
      for (let down = at; down < at + rowSpan; down += 1) {
        for (let right = col; right < col + colSpan; right += 1) {
          covered.add(`${down},${right}`);
          cells.set(`${down},${right}`, {
            style: styleOf(cell, inHeader),
            ...(down === at && right === col && { value: cell.value }),
          });
        }
      }
      if (colSpan > 1 || rowSpan > 1) {
        merges.push({ startRow: at, startCol: col, endRow: at + rowSpan - 1, endCol: col + colSpan - 1 });
      }
      const width = sheet.widths.slice(col, col + colSpan).reduce((sum, each) => sum + each, 0);
      const own = linesOf({ text: printedText(cell.value), width, bold: cell.bold ?? inHeader });
      for (let down = at; down < at + rowSpan; down += 1)
        lines[down] = Math.max(lines[down] ?? 1, Math.ceil(own / rowSpan));
      line[col] = cell.value;
      col += colSpan;
    }
    for (let at2 = 0; at2 < line.length; at2 += 1) line[at2] ??= null;
  });
  return {
    name: sheetTitle(sheet.name),
    columns: sheet.widths.map((width) => ({ width })),
    rows,
    cells,
    rowDefs: new Map(lines.map((count, at) => [at, { height: rowHeight(count) }])),
    merges,
    ...(sheet.header && { freezePane: { rows: sheet.header.to } }),
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** A number or a day is one line. */
function printedText(value: SheetValue): string {
  return typeof value === "string" ? value : "";
}

/**
 * Somebody's words that begin as a formula does, whatever blanks and quotes stand before the sign. They are written as text; the text format
 * keeps them so when a person types in the cell, or pastes it elsewhere.
 */
const LIKE_FORMULA = /^[\s'"\p{Cf}]*[=+\-@＝＋－＠−﹢]/u;
export const isLikeFormula = (text: string): boolean => LIKE_FORMULA.test(text);

function styleOf(cell: SheetCell, inHeader: boolean) {
  const horizontal = cell.align ?? (typeof cell.value === "number" ? "right" : inHeader ? "center" : "left");
  return {
    ...((cell.bold ?? inHeader) && { font: { name: "Times New Roman", size: 11, bold: true } }),
    ...(cell.shaded && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F2F2F2" } } as const }),
    ...(cell.value instanceof Date && { numFmt: "dd.mm.yyyy" }),
    ...(isLikeFormula(printedText(cell.value)) && { numFmt: "@" }),
    alignment: {
      wrapText: true,
      vertical: "top",
      horizontal,
      // a number does not stick to the words of the next column
      ...(horizontal === "right" && !cell.borderless && { indent: 1 }),
    },
    ...(!cell.borderless && { border: BORDER }),
  } as const;
}
