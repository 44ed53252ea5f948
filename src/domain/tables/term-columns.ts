import { letters } from "#domain/russian/letters.ts";
import { termFromMarks } from "./calendar-columns.ts";
import type { GridCell } from "#shared/document-grids.ts";
import type { GridRow, Slot } from "./grid.ts";
import type { ReadColumn } from "./reading.ts";

const HAS_SIGN = letters(/[\p{L}\d]/u);

/** Columns that make one term together: months of a calendar, a beginning and an end. */
export function isTermPart({ role, key }: ReadColumn): boolean {
  return role === "term" && key !== undefined;
}

/** The term of a row from columns that make it together, as a cell of its own; undefined where there are none. */
export function joinedTerm(row: GridRow, columns: readonly ReadColumn[]): Slot | undefined {
  const parts = columns.flatMap((column, col) =>
    isTermPart(column) ? [{ key: column.key!, slot: row.slots[col]! }] : [],
  );
  const [first, second] = parts;
  if (!first) return undefined;
  const cells = [...new Set(parts.flatMap(({ slot }): readonly GridCell[] => (slot.text === "" ? [] : slot.cells)))];
  if (/^20\d\d/.test(first.key)) return { text: termByYears(parts), cells, top: first.slot.top, left: true };
  const isSpan = first.key === "с" && second?.key === "по";
  const span = [...new Set(parts.map(({ slot }) => slot.text))].filter((text) => HAS_SIGN.test(text)).join(" – ");
  const text = isSpan ? span : termFromMarks(parts.map(({ key, slot }) => ({ key, text: slot.text })));
  return { text, cells, top: first.slot.top, left: true };
}

/** «2026 год: май; 2027 год: апрель»; of a school year «май 2026-2027 учебного года». A text that names its year stands alone. */
function termByYears(parts: readonly { readonly key: string; readonly slot: Slot }[]): string {
  return parts
    .filter(({ slot }) => slot.text !== "")
    .map(({ key, slot: { text } }) => {
      if (/20\d\d/.test(text)) return text;
      return key.includes("-") ? `${text} ${key} учебного года` : `${key} год: ${text}`;
    })
    .join("; ");
}
