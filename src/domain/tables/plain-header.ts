import { letters } from "#domain/russian/letters.ts";
import { type GridRow } from "./grid.ts";
import { keysOf, type Header } from "./header.ts";
import { numberAlone } from "./numbering.ts";

const NAMES = letters(
  /^(?:сокращени|обозначени|аббревиатур|расшифровк|термин|определени|поняти|показател|индикатор|критери|значени|наименовани|название|параметр|характеристик|школ|организац|фио|ф\. ?и\. ?о|должност|№|результат|эффект|риск|мер[аы](?!\p{L}))/iu,
);

/** Short names over longer rows, without the words of a plan: a header of one or two rows by its looks alone. Its columns mean nothing yet. */
export function plainHeader(all: readonly GridRow[]): Header | undefined {
  const rows = all.filter((row) => row.filled.length > 0);
  const [first, second] = rows;
  if (!first || rows.length < 3 || first.slots.length < 2) return undefined;
  // Two columns are names and answers, unless the first row speaks of both.
  if (
    first.slots.length === 2 &&
    !first.slots.every(({ text }) => NAMES.test(text) && !/\d/.test(text) && text.length <= 40)
  )
    return undefined;
  const short = (row: GridRow): boolean =>
    row.filled.length > 1 && row.filled.every(({ slot }) => slot.text.length <= 60 && !/[.;]$/.test(slot.text));
  if (!short(first) || numberAlone(first.slots[0]!.text)) return undefined;
  const subHeader =
    second &&
    second.table === first.table &&
    !numberAlone(second.slots[0]!.text) &&
    short(second) &&
    (first.slots.some(({ cells }) => cells.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1)) ||
      first.slots.some(({ text }, at) => text === "" && second.slots[at]!.text !== "" && at > 0));
  const header = subHeader ? [first, second] : [first];
  const labels = first.slots.map((slot, col) => {
    const under = subHeader ? second.slots[col]!.text : "";
    const left =
      first.slots
        .slice(0, col)
        .reverse()
        .find(({ text }) => text !== "")?.text ?? "";
    const over = slot.text === "" && under !== "" ? left : slot.text;
    return over === under || under === "" ? over : over === "" ? under : `${over} / ${under}`;
  });
  return {
    top: first.row,
    bottom: header.at(-1)!.row,
    columns: labels.map((label) => ({ label, role: "other" as const })),
    keys: keysOf(header),
  };
}
