import type { Body, BodyItem, BodyRow } from "./body.ts";
import type { Notes } from "./notes.ts";
import { addressesOf, filledSlots } from "./grid.ts";
import { addRow, openMeasure, placesOf, type OpenMeasure } from "./measure.ts";
import { outline, type Outline } from "./outline.ts";
import type { ReadColumn, Section } from "./reading.ts";
import { kindOfRow, type RowPast } from "./row-kind.ts";
import { sectionTitleOf } from "./section-title.ts";

/** How a measure's own cells are read further, once its row is known to be one (a matrix fills its instruments here). */
export type Finish = (measure: OpenMeasure, body: BodyRow, tree: Outline) => void;

/** Sections and measures of a plan: rows judged one by one, with what stands above them. */
export function readPlan(
  body: Body,
  named: readonly ReadColumn[],
  notes: Notes,
  finish: Finish = () => undefined,
): readonly Section[] {
  const tree = outline();
  const { items } = body;
  const rows = items.flatMap((item) => (item.kind === "row" ? [item.body] : []));
  const flat = rows.every(({ row }) =>
    row.slots.every(({ cells }) => cells.every((cell) => cell.colSpan === 1 && cell.rowSpan === 1)),
  );
  const plain = rows.filter(({ shape }) => shape === null);
  const numbered = plain.filter(({ number }) => number !== null).length >= plain.length * 0.8;
  const bySection = sectionColumn(rows, named);
  const columns = named.map((one, col): ReadColumn =>
    one.role === "section" && col !== bySection ? { ...one, role: "other" } : one,
  );
  let past: RowPast = { above: null, lastNumber: null, numbered, flat, inGroup: false };
  let last: OpenMeasure | undefined;
  let group: OpenMeasure | undefined;
  let sectionCell: unknown;

  items.forEach((item, at) => {
    const kind = kindOfRow(items, at, columns, past);
    if (kind === "section") {
      beginSection(tree, item, firstNumberAfter(items, at), notes);
      past = { ...past, above: null, inGroup: false };
      last = undefined;
      group = undefined;
      return;
    }
    if (item.kind === "paragraph") return;
    const { body: row } = item;
    if ((kind === "continued" || kind === "split") && last) {
      addRow(last, row, columns);
      notes.joinedRow(last, row, kind);
      return;
    }
    if (bySection !== null) {
      const slot = row.row.slots[bySection]!;
      if (slot.text !== "" && slot.cells[0] !== sectionCell) {
        tree.begin(sectionTitleOf(slot.text, null, "column"), addressesOf(slot, row.row.table), null, row.number);
        sectionCell = slot.cells[0];
      }
    }
    if (isBlank(row, columns)) {
      notes.emptyRow(row);
      return;
    }
    last = openMeasure(row, columns);
    last.group = kind === "group";
    if (kind === "group") group = last;
    else if (row.number === null && group) last.parent = group.number;
    else group = undefined;
    finish(last, row, tree);
    tree.add(last);
    notes.measure(last, row, numbered);
    past = { ...past, above: row, lastNumber: last.number ?? past.lastNumber, inGroup: group !== undefined };
  });
  return tree.close();
}

function beginSection(tree: Outline, item: BodyItem, firstNumber: string | null, notes: Notes): void {
  if (item.kind === "paragraph") {
    tree.begin(sectionTitleOf(item.text, null, "paragraph"), [], item.block, firstNumber);
    notes.sectionParagraph(item.block, item.text);
    return;
  }
  const { row, number, title, shape } = item.body;
  const span = filledSlots(row).at(-1);
  const style = shape === "merged" ? `merged ${span?.col === 0 ? "all" : "rest"}` : "lone";
  const cells = filledSlots(row).flatMap(({ slot }) => addressesOf(slot, row.table));
  tree.begin(sectionTitleOf(title, number, style), cells, null, firstNumber);
}

function firstNumberAfter(items: readonly BodyItem[], at: number): string | null {
  for (const item of items.slice(at + 1)) {
    if (item.kind === "paragraph" || item.body.shape === "merged") return null;
    if (item.body.number !== null) return item.body.number;
  }
  return null;
}

/** A column of directions merged down its rows makes sections; one that differs in every row is an ordinary column. */
function sectionColumn(rows: readonly BodyRow[], columns: readonly ReadColumn[]): number | null {
  const col = columns.findIndex(({ role }) => role === "section");
  if (col < 0) return null;
  const cells = rows.map(({ row }) => row.slots[col]!);
  const named = new Set(cells.filter(({ text }) => text !== "").map((slot) => slot.cells[0]));
  return named.size < rows.length ? col : null;
}

function isBlank({ row, number }: BodyRow, columns: readonly ReadColumn[]): boolean {
  return number !== null && placesOf(row, columns).every(({ slot }) => slot.text === "");
}
