import { beginsLow } from "#domain/russian/letters.ts";
import type { CellAddress } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { addressesOf, type GridRow, type Slot } from "./grid.ts";
import type { OpenMeasure } from "./measure.ts";
import type { Notes } from "./notes.ts";
import type { Instrument, ReadColumn } from "./reading.ts";
import { lastLevel } from "./settled-columns.ts";
import { sectionTitleOf } from "./section-title.ts";
import type { Finish } from "./plan.ts";

/** Columns of a matrix: level and its term stand side by side at least twice. The same columns again where it is none. */
export function matrixColumns(columns: readonly ReadColumn[]): { columns: readonly ReadColumn[]; matrix: boolean } {
  const terms = columns.flatMap(({ role, key }, at) =>
    role === "term" && key === undefined && columns[at - 1]?.role === "other" ? [at] : [],
  );
  if (terms.length < 2) return { columns, matrix: false };
  const named = columns.map((column, at): ReadColumn => {
    const level = (one: ReadColumn | undefined): string => lastLevel(one?.label ?? "");
    if (terms.includes(at))
      return { ...column, role: "instrumentTerm", key: level(columns[at - 1]), rule: "срок рядом с уровнем" };
    if (terms.includes(at + 1))
      return { ...column, role: "instrument", key: level(column), rule: "уровень, рядом его срок" };
    return column;
  });
  return { columns: withTitle(named), matrix: true };
}

function withTitle(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  if (columns.some(({ role }) => role === "title")) return columns;
  const first = columns.findIndex(
    ({ role }) => role !== "number" && role !== "instrument" && role !== "instrumentTerm",
  );
  return columns.map((one, at) =>
    at === first ? { ...one, role: "title", rule: "первый столбец матрицы называет темы" } : one,
  );
}

/** Reads a row of a matrix: the group named above the first theme of the cell, and the instruments with their terms. */
export function matrixRow(columns: readonly ReadColumn[], notes: Notes): Finish {
  return (measure, { row }, tree) => {
    const titleCol = columns.findIndex(({ role }) => role === "title");
    const theme = row.slots[titleCol];
    const lines = (theme?.cells ?? [])
      .flatMap(({ paragraphs }) => paragraphs)
      .map(fold)
      .filter((text) => text !== "");
    if (theme && lines.length > 1 && lines[0]!.endsWith(":")) {
      tree.begin(sectionTitleOf(lines[0]!, null, "theme"), addressesOf(theme, row.table), null, null);
      measure.texts.set("title", fold(lines.slice(1).join(" ")));
    }
    measure.instruments = instrumentsOf(row, columns, measure, notes);
  };
}

function instrumentsOf(
  row: GridRow,
  columns: readonly ReadColumn[],
  measure: OpenMeasure,
  notes: Notes,
): Record<string, Instrument> {
  const instruments: Record<string, Instrument> = {};
  columns.forEach(({ role, key, label }, col) => {
    if (role !== "instrument") return;
    const slot = row.slots[col]!;
    const term = columns[col + 1]?.role === "instrumentTerm" ? row.slots[col + 1] : undefined;
    if (slot.text === "" && (term?.text ?? "") === "") return;
    const named = key || label || `столбец ${col + 1}`;
    const level = named in instruments ? `${named} (${col + 1})` : named;
    const instrument = { text: slot.text, ...listOf(slot), term: term?.text ?? "" };
    instruments[level] = instrument;
    drop(measure, row, [slot, ...(term ? [term] : [])]);
    measure.cells.set(level, [...addressesOf(slot, row.table)]);
    if (!term) return;
    measure.cells.set(`${level} term`, [...addressesOf(term, row.table)]);
    const terms = term.cells.flatMap(({ paragraphs }) => paragraphs).filter((text) => fold(text) !== "").length;
    if (terms > 1 && instrument.items.length > 1 && term.top) {
      notes.say({
        kind: "several-terms",
        weight: "question",
        address: addressesOf(term, row.table)[0]!,
        measure: measure.key,
        field: `${level} term`,
        text: `В ячейке «${level}» инструментов ${instrument.items.length}, а сроки записаны в ${terms} строках: какой срок к какому относится, видно только по порядку.`,
      });
    }
  });
  return instruments;
}

/** The texts of these cells stand among the instruments and no longer among the extra ones. */
function drop(measure: OpenMeasure, { table }: GridRow, slots: readonly Slot[]): void {
  const taken = slots.flatMap((slot) => addressesOf(slot, table));
  const isTaken = (one: CellAddress): boolean => taken.some(({ row, col }) => row === one.row && col === one.col);
  for (const [key, cells] of measure.cells) {
    if (!key.startsWith("extra ") || !cells.every(isTaken)) continue;
    measure.texts.delete(key);
    measure.cells.delete(key);
  }
}

/** The words before a list and its items; a line that goes on in lower case belongs to the item before it. */
function listOf(slot: Slot): { intro: string | null; items: readonly string[] } {
  const lines = slot.cells
    .flatMap(({ paragraphs, marks }) => paragraphs.map((text, at) => ({ text: fold(text), mark: marks?.[at] ?? null })))
    .filter(({ text }) => text !== "");
  const listed = lines.some(({ mark }) => mark !== null);
  const first = lines[0];
  const led = first !== undefined && first.mark === null && lines.length > 1 && (listed || first.text.endsWith(":"));
  const introduced = led && (first.text.endsWith(":") || lines[1]?.mark !== null) && !/[.;]$/.test(first.text);
  const items: string[] = [];
  for (const { text, mark } of introduced ? lines.slice(1) : lines) {
    const goesOn = listed && mark === null && items.length > 0 && beginsLow(text);
    if (goesOn) items.push(fold(`${items.pop()} ${text}`));
    else items.push(text);
  }
  return { intro: introduced ? first.text : null, items };
}
