import type { CellAddress } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { addressesOf, type GridRow, type Slot } from "./grid.ts";
import type { BodyRow } from "./body.ts";
import { TEXT_FIELDS } from "./measure-fields.ts";
import { isTermPart, joinedTerm } from "./term-columns.ts";
import { follows, numberLed } from "./numbering.ts";
import { contextFor, type TimeSpan } from "./time-context.ts";
import type { Instrument, MeasureField, ReadColumn, ReadMeasure, RowAddress } from "./reading.ts";

/** A measure while its rows are still being gathered. */
export interface OpenMeasure {
  readonly key: string;
  number: string | null;
  numberRaw: string | null;
  readonly texts: Map<string, string>;
  readonly cells: Map<string, CellAddress[]>;
  readonly rows: RowAddress[];
  readonly first: GridRow;
  instruments: Record<string, Instrument> | null;
  group: boolean;
  parent: string | null;
}

const FIELDS: ReadonlySet<string> = new Set(TEXT_FIELDS);

export function openMeasure(body: BodyRow, columns: readonly ReadColumn[]): OpenMeasure {
  const { row } = body;
  const measure: OpenMeasure = {
    key: `t${row.table}r${row.row}`,
    number: body.number,
    numberRaw: body.numberRaw,
    texts: new Map(),
    cells: new Map(),
    rows: [{ table: row.table, row: row.row }],
    first: row,
    instruments: null,
    group: false,
    parent: null,
  };
  const numberCol = columns.findIndex(({ role }) => role === "number");
  if (numberCol >= 0) put(measure, "number", row.slots[numberCol]!, row.table, null);
  for (const { key, slot } of placesOf(row, columns)) put(measure, key, slot, row.table, slot.text);
  keepOddNumber(measure, body, columns);
  const unnumbered = body.number === null && (row.slots[numberCol]?.text ?? "") === "";
  if (numberCol < 0 || unnumbered) takeTypedNumber(measure, numberCol < 0);
  return measure;
}

/** Adds what a continued or split row says and tells its keys and texts; cells merged with the row above are not repeated. */
export function addRow(measure: OpenMeasure, body: BodyRow, columns: readonly ReadColumn[]): readonly Added[] {
  const { row } = body;
  keepOddNumber(measure, body, columns);
  measure.rows.push({ table: row.table, row: row.row });
  const added: Added[] = [];
  for (const { key, slot } of placesOf(row, columns)) {
    const last = measure.cells.get(key) ?? [];
    const shared = slot.cells.some((cell) =>
      last.some((one) => one.table === row.table && one.row === cell.row && one.col === cell.col),
    );
    if (slot.text === "" || shared) continue;
    measure.texts.set(key, fold(`${measure.texts.get(key) ?? ""} ${slot.text}`));
    measure.cells.set(key, [...last, ...addressesOf(slot, row.table)]);
    added.push({ key, text: slot.text });
  }
  return added;
}

/** What a further row of a measure says for one of its fields. */
export interface Added {
  readonly key: string;
  readonly text: string;
}

/** A text in the number column that is no number stands among the extra texts. */
function keepOddNumber(measure: OpenMeasure, { row, number }: BodyRow, columns: readonly ReadColumn[]): void {
  const col = columns.findIndex(({ role }) => role === "number");
  const slot = row.slots[col];
  if (!slot || slot.text === "" || number !== null || slot.cells[0] === row.slots[col + 1]?.cells[0]) return;
  const key = `extra ${columns[col]!.label || "№"}`;
  measure.texts.set(key, fold(`${measure.texts.get(key) ?? ""} ${slot.text}`));
  measure.cells.set(key, [...(measure.cells.get(key) ?? []), ...addressesOf(slot, row.table)]);
}

/** Which field each cell of a row fills. A cell over several columns belongs to the title among them, else to its first; values repeat. */
export function placesOf(
  row: GridRow,
  columns: readonly ReadColumn[],
): readonly { readonly key: string; readonly slot: Slot }[] {
  const places: { key: string; slot: Slot }[] = [];
  const used = new Set<string>();
  const term = joinedTerm(row, columns);
  if (term) {
    places.push({ key: "term", slot: term });
    used.add("term");
  }
  columns.forEach((column, col) => {
    const slot = row.slots[col];
    if (!slot || column.role === "number" || column.role === "section" || isTermPart(column)) return;
    const plan = column.role === "planYear" || column.role === "planTotal";
    if (!plan && ownerOf(row, col, columns) !== col) return;
    const key = keyOf(column, used);
    used.add(key);
    places.push({ key, slot });
  });
  return places;
}

/** The column whose field a cell fills: it may cover several. */
function ownerOf({ slots }: GridRow, col: number, columns: readonly ReadColumn[]): number {
  const cell = slots[col]!.cells[0];
  if (cell === undefined || (slots[col - 1]?.cells[0] !== cell && slots[col + 1]?.cells[0] !== cell)) return col;
  const shared = slots.flatMap(({ cells }, at) => (cells[0] === cell ? [at] : []));
  return (
    shared.find((at) => columns[at]?.role === "title") ??
    shared.find((at) => !["number", "section"].includes(columns[at]?.role ?? "") && !isTermPart(columns[at]!)) ??
    col
  );
}

function keyOf({ role, key, label }: ReadColumn, used: ReadonlySet<string>): string {
  if (role === "planTotal" && !used.has("plan total")) return "plan total";
  if (role === "planYear" && !used.has(`plan ${key}`)) return `plan ${key}`;
  if (FIELDS.has(role) && !used.has(role)) return role;
  const name = `extra ${label || "без заголовка"}`;
  let nth = 1;
  while (used.has(nth === 1 ? name : `${name} (${nth})`)) nth += 1;
  return nth === 1 ? name : `${name} (${nth})`;
}

function put(measure: OpenMeasure, key: string, slot: Slot, table: number, text: string | null): void {
  if (text !== null) measure.texts.set(key, text);
  measure.cells.set(key, addressesOf(slot, table));
}

/** Without a number column, or beside an empty cell of it, the number is typed before the title, or counted by a Word list. */
function takeTypedNumber(measure: OpenMeasure, byList: boolean): void {
  const title = measure.texts.get("title") ?? "";
  const led = numberLed(title);
  if (!led && !byList) return;
  const cell = measure.cells.get("title")?.[0];
  const printed = measure.first.slots.flatMap((slot) => slot.cells).find(({ col }) => col === cell?.col);
  const mark = printed?.marks?.[0];
  if (led && !led.word && !isList(printed?.paragraphs ?? [], led.number)) {
    measure.number = led.number;
    measure.numberRaw = led.raw;
    measure.texts.set("title", led.rest);
  } else if (byList && mark && /^\d/.test(mark)) {
    measure.number = mark.replace(/[.)]+$/, "");
    measure.numberRaw = mark;
  } else return;
  if (cell) measure.cells.set("number", [cell]);
}

/** «1. … 2. …» in one cell counts its own lines, not the rows of the table. */
function isList(paragraphs: readonly string[], first: string): boolean {
  const numbers = paragraphs.flatMap((text) => text.split("\n").flatMap((line) => numberLed(fold(line))?.number ?? []));
  return numbers.length > 1 && numbers[0] === first && follows(first, numbers[1]!);
}

/** `time` is what the sections above say of months and years. */
export function closeMeasure(measure: OpenMeasure, time: TimeSpan | undefined): ReadMeasure {
  const of = (field: MeasureField): string | null => measure.texts.get(field) || null;
  const plan: [string, string][] = [];
  const extra: [string, string][] = [];
  for (const [key, text] of measure.texts) {
    if (text === "") continue;
    if (key.startsWith("plan ")) plan.push([key.slice(5), text]);
    else if (key.startsWith("extra ")) extra.push([key.slice(6), text]);
  }
  const context = measure.group ? undefined : contextFor(of("term") ?? "", time);
  return {
    key: measure.key,
    number: measure.number,
    numberRaw: measure.numberRaw,
    title: of("title"),
    term: of("term"),
    ...(context !== undefined && { termContext: context }),
    responsible: of("responsible"),
    coResponsible: of("coResponsible"),
    participants: of("participants"),
    result: of("result"),
    reportDocument: of("reportDocument"),
    ...(plan.length > 0 && { plan: Object.fromEntries(plan) }),
    ...(measure.instruments && { instruments: measure.instruments }),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
    ...(measure.group && { group: true as const }),
    ...(measure.parent !== null && { parent: measure.parent }),
    cells: Object.fromEntries([...measure.cells].filter(([, addresses]) => addresses.length > 0)),
    rows: measure.rows,
  };
}
