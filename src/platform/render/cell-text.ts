import { partsOf } from "#shared/local-date.ts";
import type { Cell, CellValue, Content, PlacedCell, Run } from "./document-tree.ts";

const NUMBER = new Intl.NumberFormat("ru-RU", { maximumFractionDigits: 6 });

/** Characters XML 1.0 has no way to write: pasted text brings them, and one of them makes Word refuse the file. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text with one kind of line end and without characters that office files cannot hold. */
export function writable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNWRITABLE, "");
}

export function runsOf(content: Content): readonly Run[] {
  return typeof content === "string" ? [{ text: content }] : content;
}

export function placed(cell: Cell): PlacedCell {
  return isPlaced(cell) ? cell : { value: cell };
}

function isPlaced(cell: Cell): cell is PlacedCell {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

export function isContent(value: CellValue): value is Content {
  return typeof value === "string" || Array.isArray(value);
}

/** A value as it is printed: 1234.5 → «1 234,5», a day → «14.10.2026», null → nothing. */
export function printed(value: CellValue): Content {
  if (value === null) return "";
  if (isContent(value)) return value;
  if (typeof value === "number") return NUMBER.format(value);
  const { year, month, day } = partsOf(value.date);
  return [String(day).padStart(2, "0"), String(month).padStart(2, "0"), String(year).padStart(4, "0")].join(".");
}

/** Content as plain text. */
export function plain(content: Content): string {
  return writable(
    runsOf(content)
      .map((run) => run.text)
      .join(""),
  );
}
