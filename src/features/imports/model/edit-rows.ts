import { holds, numberLed, partsOfNumber } from "#domain/tables/numbering.ts";
import type { ReadMeasure, ReadTable, RowAddress, Section } from "#domain/tables/reading.ts";
import { partMeasure } from "./part-measure.ts";
import { joined, split } from "./reshape.ts";
import { firstRow, itemsOf, sectionsOf, type Item } from "./row-items.ts";
import { measureOfRow } from "./row-measure.ts";
import type { Source } from "./source.ts";
import type { PartEdit, RowEdit } from "./table-edits.ts";

/** A table with its rows as the officer has them: parted, joined, made sections or measures, left out. */
export function editRows(table: ReadTable, edits: readonly (RowEdit | PartEdit)[], source: Source): ReadTable {
  const own = edits.filter(({ table: at }) => table.tableIndexes.includes(at));
  if (own.length === 0) return table;
  const before = (one: RowAddress, other: RowAddress) =>
    table.tableIndexes.indexOf(one.table) - table.tableIndexes.indexOf(other.table) || one.row - other.row;
  const inOrder = [...own].sort(before);
  const context = { table, source, before };
  const rowsDone = inOrder.reduce(
    (items, edit) => (edit.kind === "row" ? withRow(items, edit, context) : items),
    itemsOf(table),
  );
  const items = inOrder.reduce((done, edit) => (edit.kind === "part" ? withPart(done, edit, source) : done), rowsDone);
  return { ...table, sections: sectionsOf(items) };
}

interface Context {
  readonly table: ReadTable;
  readonly source: Source;
  before(one: RowAddress, other: RowAddress): number;
}

function withRow(items: readonly Item[], { table, row, as }: RowEdit, context: Context): Item[] {
  const { list, at } = setApart(items, { table, row }, context);
  const item = list[at];
  if (!item || as === "asRead") return [...list];
  const above = list.slice(0, at);
  const below = list.slice(at + 1);
  if (as === "out") return [...above, ...below];
  if (as === "section") return [...above, asSection(item, above), ...below];
  const measure = asMeasure(item, { table, row }, context);
  if (!measure) return [...list];
  const to = as === "join" ? lastWhere(above, ({ kind }) => kind === "measure") : -1;
  const host = above[to];
  if (host?.kind !== "measure") return [...above, { kind: "measure", measure }, ...below];
  return [
    ...above.slice(0, to),
    { kind: "measure", measure: joined(host.measure, measure) },
    ...above.slice(to + 1),
    ...below,
  ];
}

/** The list with an item that begins in the row: found, parted from the one it was joined to, or read from the row anew. */
function setApart(
  items: readonly Item[],
  row: RowAddress,
  { table, source, before }: Context,
): { readonly list: readonly Item[]; readonly at: number } {
  const same = (one: RowAddress | null | undefined) => one?.table === row.table && one.row === row.row;
  const known = items.findIndex((item) => same(firstRow(item)));
  if (known >= 0) return { list: items, at: known };
  const holder = items.findIndex((item) => item.kind === "measure" && item.measure.rows.some(same));
  const held = items[holder];
  if (held?.kind === "measure") {
    const halves = split(held.measure, row, source).map((measure): Item => ({ kind: "measure", measure }));
    return { list: [...items.slice(0, holder), ...halves, ...items.slice(holder + 1)], at: holder + 1 };
  }
  const measure = measureOfRow(table, row, source);
  if (!measure) return { list: items, at: -1 };
  const last = lastWhere(items, (item) => {
    const first = firstRow(item);
    return first !== null && before(first, row) < 0;
  });
  return { list: [...items.slice(0, last + 1), { kind: "measure", measure }, ...items.slice(last + 1)], at: last + 1 };
}

function asMeasure(item: Item, row: RowAddress, { table, source }: Context): ReadMeasure | undefined {
  if (item.kind === "section") return measureOfRow(table, row, source);
  // whoever says that a row is a measure says that it is no mere name of the rows below
  const { group: _group, ...measure } = item.measure;
  return measure;
}

function asSection(item: Item, above: readonly Item[]): Item {
  if (item.kind === "section") return item;
  const { measure } = item;
  const text = measure.title ?? measure.result ?? "";
  const led = measure.number === null ? numberLed(text) : undefined;
  const number = measure.number ?? led?.number ?? null;
  const section = {
    number,
    label: led?.word ? led.raw : null,
    title: (led?.rest ?? text) || null,
    cells: measure.cells["title"] ?? measure.rows.map((row) => ({ ...row, col: 0 })),
    block: null,
  };
  return { kind: "section", depth: depthOf(number, above), section };
}

/** A section stands in the nearest one above whose number holds its own, else beside the last one. */
function depthOf(number: string | null, above: readonly Item[]): number {
  const sections = above.flatMap((item) => (item.kind === "section" ? [item] : []));
  const last = sections.at(-1);
  if (!last || isNameless(last.section)) return 0;
  if (number === null) return last.section.number === null ? last.depth : last.depth + 1;
  const numbered = sections.filter(({ section }) => section.number !== null);
  const holder = numbered.filter(({ section }) => holds(section.number!, number)).at(-1);
  if (holder) return holder.depth + 1;
  const length = partsOfNumber(number).length;
  const sister = numbered.filter(({ section }) => partsOfNumber(section.number!).length === length).at(-1);
  return sister?.depth ?? last.depth;
}

function lastWhere(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.reduce((last, item, at) => (is(item) ? at : last), -1);
}

function isNameless({ number, label, title }: Omit<Section, "sections" | "measures">): boolean {
  return number === null && label === null && title === null;
}

function withPart(items: readonly Item[], { table, row, cuts }: PartEdit, { grids }: Source): Item[] {
  return items.flatMap((item): Item[] => {
    const first = firstRow(item);
    if (item.kind !== "measure" || first?.table !== table || first.row !== row) return [item];
    return partMeasure(item.measure, cuts, grids).map((measure) => ({ kind: "measure", measure }));
  });
}
