import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { unzipSync, Zip, ZipDeflate, type ZipInputFile } from "fflate";
import { textOf } from "./archive.ts";
import { linesOf, rowHeight } from "./row-height.ts";
import { isLikeFormula, writeWorkbook, type SheetCell, type SheetWrite } from "./workbook.ts";

/** A cell of a long sheet: in a frame, one column wide. Its text holds no signs that XML has no way to write. */
export interface LongCell {
  readonly value: string | number | Date | null;
  readonly align?: SheetCell["align"];
}
type Portions = AsyncIterable<readonly (readonly LongCell[])[]>;

const ALIGNS = ["left", "center", "right"] as const;
/** one value of each kind that looks in its own way */
const SAMPLES = ["слово", 1, new Date(0), "=слово"] as const;
const SHEET = "xl/worksheets/sheet1.xml";
const DAY_MS = 86_400_000;
/** days of Excel's count before 1970 */
const EPOCH = 25_569;
/** no sheet of Excel is longer */
const MOST_ROWS = 1_048_576;

/**
 * An .xlsx of one long sheet, as `writeWorkbook` makes it, whose rows below those of `head` are never held together: they come in portions
 * and leave packed. The spreadsheet engine makes the book with one cell of each look, and rows of the same looks are written in its place.
 * A fault of `portions` ends the bytes before the archive's list of contents, without which nothing opens it.
 */
export async function* writeLongWorkbook(head: SheetWrite, portions: Portions): AsyncGenerator<Uint8Array> {
  const samples = ALIGNS.flatMap((align) => SAMPLES.map((value): SheetCell => ({ value, align })));
  const parts = unzipSync(await writeWorkbook([{ ...head, rows: [...head.rows, samples] }]));
  const sheet = textOf(parts[SHEET]!);
  const at = sheet.indexOf(`<row r="${head.rows.length + 1}"`);
  const end = sheet.indexOf("</sheetData>");
  const styles = [...sheet.slice(at, end).matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, style]) => style!);
  let packed: Uint8Array[] = [];
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault;
    packed.push(bytes);
  });
  for (const [name, bytes] of Object.entries(parts)) {
    if (name === SHEET) continue;
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(bytes, true);
  }
  const text = async function* () {
    // how far the sheet goes is not known before its end, and need not be told
    yield sheet.slice(0, at).replace(/<dimension [^>]*\/>/, "");
    yield* rowsXml(portions, head, styles);
    yield sheet.slice(end);
  };
  for await (const _ of pack(zip, SHEET, text())) {
    yield* packed;
    packed = [];
  }
  zip.end();
  yield* packed;
}

/** Puts a part into an archive as its text comes, told of after each step; it is packed by zlib's own threads, beside the program. */
async function* pack(zip: Zip, filename: string, text: AsyncIterable<string>): AsyncGenerator<void> {
  const part: ZipInputFile = { filename, size: 0, crc: 0, compression: 8 };
  zip.add(part);
  const measured = async function* () {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      part.size += bytes.length;
      part.crc = crc32(bytes, part.crc);
      yield bytes;
    }
  };
  // a fault of the text is thrown where the packed bytes are read
  const packed = pipeline(Readable.from(measured()), createDeflateRaw(), () => undefined);
  for await (const bytes of packed) {
    part.ondata!(null, new Uint8Array(bytes as Buffer), false);
    yield;
  }
  part.ondata!(null, new Uint8Array(0), true);
}

/** Of each portion its rows. */
async function* rowsXml(
  portions: Portions,
  { rows: { length: above }, widths }: SheetWrite,
  styles: readonly string[],
): AsyncGenerator<string> {
  const letters = widths.map((_, at) => lettersOf(at));
  let number = above;
  for await (const portion of portions) {
    let xml = "";
    for (const cells of portion) {
      number += 1;
      if (number > MOST_ROWS) throw new RangeError("the sheet has more rows than Excel opens");
      let lines = 1;
      let line = "";
      for (let col = 0; col < cells.length; col += 1) {
        const { value, align } = cells[col]!;
        if (typeof value === "string")
          lines = Math.max(lines, linesOf({ text: value, width: widths[col]!, bold: false }));
        line += cellXml(`${letters[col]}${number}`, value, styles[lookOf(value, align)]!);
      }
      xml += `<row r="${number}" ht="${rowHeight(lines)}" customHeight="1">${line}</row>`;
    }
    yield xml;
  }
}

/** Its place among the samples. */
function lookOf(value: LongCell["value"], align: LongCell["align"]): number {
  const kind =
    value instanceof Date ? 2 : typeof value === "number" ? 1 : value !== null && isLikeFormula(value) ? 3 : 0;
  return ALIGNS.indexOf(align ?? (kind === 1 ? "right" : "left")) * SAMPLES.length + kind;
}

function cellXml(place: string, value: LongCell["value"], style: string): string {
  const cell = `<c r="${place}" s="${style}"`;
  if (value === null || value === "") return `${cell}/>`;
  if (typeof value === "number") return `${cell}><v>${value}</v></c>`;
  if (value instanceof Date) return `${cell}><v>${value.getTime() / DAY_MS + EPOCH}</v></c>`;
  return `${cell} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!);
}

/** 0 → «A», 27 → «AB». */
function lettersOf(column: number): string {
  const before = Math.floor(column / 26);
  return `${before > 0 ? lettersOf(before - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}
