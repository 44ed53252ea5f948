import type { CellAddress } from "#shared/document-grids.ts";
import type { Body, BodyItem, BodyRow } from "./body.ts";
import type { Notes } from "./notes.ts";
import { addressesOf } from "./grid.ts";
import { divideTermAndParty, holdsTermAndParty } from "./combined-cells.ts";
import { takeDitto } from "./ditto.ts";
import { askListed } from "./listed-measures.ts";
import { addRow, openMeasure, type Added, type OpenMeasure } from "./measure.ts";
import { outline, type Outline } from "./outline.ts";
import type { ReadColumn, Section } from "./reading.ts";
import { kindOfRow, type RowPast } from "./row-kind.ts";
import { speaksOfMoney } from "./table-kind.ts";
import { timeOf, type TimeSpan } from "./time-context.ts";
import { silent, type Trace, type TraceStep } from "./trace.ts";
import { sectionTitleOf } from "./section-title.ts";

/** How a measure's own cells are read further, once its row is known to be one (a matrix fills its instruments here). */
export type Finish = (measure: OpenMeasure, body: BodyRow, tree: Outline) => void;

export interface PlanOptions {
  readonly finish?: Finish | undefined;
  /** the month or year that the title of the whole table names */
  readonly time?: TimeSpan | undefined;
  readonly trace?: Trace;
}

/** Sections and measures of a plan: rows judged one by one, with what stands above them. */
export function readPlan(
  body: Body,
  named: readonly ReadColumn[],
  notes: Notes,
  { finish = () => undefined, time, trace = silent }: PlanOptions = {},
): readonly Section[] {
  const tree = outline(
    time,
    named.some(({ role }) => role === "term"),
  );
  const { items } = body;
  const rows = items.flatMap((item) => (item.kind === "row" ? [item.body] : []));
  const flat = rows.every(({ row }) => row.slots.every(({ left }) => left));
  const plain = rows.filter(({ shape }) => shape === null);
  const bySection = sectionColumn(rows, named);
  const counting = bySection === null ? null : countedSections(rows, named, bySection);
  const numbered = counting === null && plain.filter(({ number }) => number !== null).length >= plain.length * 0.8;
  const columns = named.map((one, col): ReadColumn => {
    if (col === counting) return { ...one, role: "section" };
    return one.role === "section" && col !== bySection ? { ...one, role: "other" } : one;
  });
  const together = columns.some(({ label }) => holdsTermAndParty(label));
  let past: RowPast = { above: null, lastNumber: null, numbered, flat, inGroup: false, begun: false };
  let last: OpenMeasure | undefined;
  let group: OpenMeasure | undefined;
  let above: OpenMeasure | undefined;
  let columnSection: { text: string; own: string | null; cells: CellAddress[] } = { text: "", own: null, cells: [] };

  items.forEach((item, at) => {
    const own = (item.kind === "row" ? item.body.columns : undefined) ?? columns;
    const isUnderOther = item.kind === "row" && item.body.columns !== past.above?.columns;
    const { kind, rule } = kindOfRow(items, at, own, isUnderOther ? { ...past, above: null } : past);
    if (trace !== silent) trace(told(item, kind, rule));
    if (kind === "section") {
      beginSection(tree, item, firstNumberAfter(items, at), notes);
      past = { ...past, above: null, inGroup: false, begun: false };
      last = undefined;
      above = undefined;
      group = undefined;
      return;
    }
    if (item.kind === "paragraph") return;
    const row = counting === null ? item.body : { ...item.body, number: null, numberRaw: null };
    if ((kind === "continued" || kind === "split") && last) {
      const added = addRow(last, row, own);
      if ((row.number ?? last.number) !== last.number || !isMoneyAlone(added)) notes.joinedRow(last, row, kind);
      return;
    }
    if (kind === "total" || kind === "footnote") {
      notes.aside(row, kind);
      past = { ...past, above: null };
      return;
    }
    const sectionSlot = bySection === null || own !== columns ? undefined : row.row.slots[bySection]!;
    if (sectionSlot && sectionSlot.text !== "") {
      const numberSlot = counting === null ? undefined : row.row.slots[counting];
      const address = [sectionSlot, ...(numberSlot ? [numberSlot] : [])].flatMap((slot) =>
        addressesOf(slot, row.row.table),
      );
      const counted = numberSlot ? item.body.number : null;
      if (sectionSlot.text === columnSection.text && counted === columnSection.own)
        columnSection.cells.push(...address);
      else {
        columnSection = { text: sectionSlot.text, own: counted, cells: [...address] };
        tree.begin(sectionTitleOf(sectionSlot.text, counted, "column"), columnSection.cells, null, row.number);
      }
    }
    const measure = openMeasure(row, own);
    if (row.number !== null && [...measure.texts.values()].every((text) => text === "")) {
      notes.emptyRow(row);
      return;
    }
    last = measure;
    last.group = kind === "group";
    if (kind === "group") group = last;
    else if (row.number === null && group) last.parent = group.number;
    else group = undefined;
    finish(last, row, tree);
    takeDitto(last, above, notes);
    if (together) divideTermAndParty(last, own, combinedLines(row, own), notes);
    tree.add(last);
    notes.measure(last, row, numbered && own.some(({ role }) => role === "number"));
    if (!last.instruments) askListed(last, row, own, notes);
    if (kind !== "group") above = last;
    past = {
      ...past,
      begun: true,
      above: row,
      lastNumber: last.number ?? past.lastNumber,
      inGroup: group !== undefined,
    };
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
  const span = row.filled.at(-1);
  const style = shape === "merged" ? `merged ${span?.col === 0 ? "all" : "rest"}` : "lone";
  const cells = row.filled.flatMap(({ slot }) => addressesOf(slot, row.table));
  tree.begin(sectionTitleOf(title, number, style), cells, null, firstNumber);
}

function firstNumberAfter(items: readonly BodyItem[], at: number): string | null {
  for (let below = at + 1; below < items.length; below += 1) {
    const item = items[below]!;
    if (item.kind === "paragraph" || item.body.shape === "merged") return null;
    if (item.body.number !== null) return item.body.number;
  }
  return null;
}

/** A column of directions, merged or repeated down its rows, makes sections; one that differs in every row is an ordinary column. */
function sectionColumn(rows: readonly BodyRow[], columns: readonly ReadColumn[]): number | null {
  const col = columns.findIndex(({ role }) => role === "section");
  if (col < 0) return null;
  const slots = rows.filter(({ shape }) => shape !== "merged").map(({ row }) => row.slots[col]!);
  const texts = slots.map(({ text }) => text).filter((text) => text !== "");
  const runs = texts.filter((text, at) => text !== texts[at - 1]).length;
  const merged = slots.some(({ top }) => !top) || texts.length < slots.length;
  const months = texts.length > 0 && texts.every((text) => timeOf(text) !== undefined);
  return months || runs < (merged ? slots.length : slots.length * 0.7) ? col : null;
}

/** Numbers merged down together with the directions beside them count the directions, not the rows. */
function countedSections(rows: readonly BodyRow[], columns: readonly ReadColumn[], bySection: number): number | null {
  const col = columns.findIndex(({ role }) => role === "number");
  if (col < 0 || col > bySection) return null;
  const plain = rows.filter(({ shape }) => shape !== "merged");
  const isTogether = ({ row, number }: BodyRow): boolean =>
    number !== null && row.slots[bySection]!.text !== "" && row.slots[col]!.top === row.slots[bySection]!.top;
  const reaches = plain.some(({ row }) => !row.slots[col]!.top);
  return reaches && plain.every(isTogether) ? col : null;
}

/** Sources of money and their sums, row by row, are no measures of their own. */
function isMoneyAlone(added: readonly Added[]): boolean {
  return (
    added.length > 0 &&
    added.every(({ key, text }) => key.startsWith("extra ") && (speaksOfMoney(key) || SUM.test(text)))
  );
}

const SUM = /^[\d\s.,–-]+$/u;

function combinedLines({ row }: BodyRow, columns: readonly ReadColumn[]): readonly string[] {
  const slot = row.slots[columns.findIndex(({ role }) => role === "term" || role === "responsible")];
  return (slot?.cells ?? []).flatMap(({ paragraphs }) => paragraphs).flatMap((text) => text.split("\n"));
}

function told(item: BodyItem, as: string, rule: string): TraceStep {
  if (item.kind === "paragraph") return { step: "row", row: null, block: item.block, as, text: item.text, rule };
  const { row } = item.body;
  const text = row.filled.map(({ slot }) => slot.text).join(" | ");
  return { step: "row", row: { table: row.table, row: row.row }, block: null, as, text, rule };
}
