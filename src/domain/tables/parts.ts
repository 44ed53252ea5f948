import type { Block, ParagraphBlock } from "#shared/document-grids.ts";
import { fold, paragraphAt } from "./fold.ts";
import { gridOf, rowOf, type Grid, type GridRow, type Slot } from "./grid.ts";
import { findHeader, isHeaderKey, type Header } from "./header.ts";
import { inferColumns } from "./infer.ts";
import { silent, type Trace } from "./trace.ts";
import { isTimeLine } from "./time-above.ts";
import { matrixColumns } from "./matrix.ts";
import { namesSection, numberAlone, numberLed } from "./numbering.ts";
import type { Part } from "./body.ts";
import type { ReadColumn, TableKind } from "./reading.ts";
import { withSectionsAbove } from "./section-above.ts";
import { withChoice, type TableChoice } from "./table-choice.ts";

/** Physical tables that are one table of the document, with the columns they share. */
export interface LogicalTable {
  readonly parts: Part[];
  readonly header: Header | undefined;
  readonly columns: readonly ReadColumn[];
  readonly source: "header" | "sister" | "content" | "person" | "none";
  /** the kind a person chose */
  readonly kind?: TableKind;
  readonly matrix: boolean;
  readonly nested: boolean;
  /** blocks of paragraphs since the table before */
  readonly before: readonly number[];
  /** a later part has another grid and was laid over this one by widths */
  regridded: boolean;
}

/** Groups the tables of a document: a plan cut by pages is one, and its sections may stand as paragraphs between the parts. */
export function logicalTables(
  blocks: readonly Block[],
  choices: readonly TableChoice[] = [],
  trace: Trace = silent,
): readonly LogicalTable[] {
  const found: LogicalTable[] = [];
  let last: LogicalTable | undefined;
  let between: Between[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === "paragraph") {
      const text = fold(block.text);
      if (text !== "") between.push({ block: at, text, paragraph: block });
      return;
    }
    const choice = choices.find(({ table }) => table === block.index);
    if (block.parent) {
      const grid = gridOf(block);
      found.push(withChoice(tableOf(grid, findHeader(grid), [], undefined, true), choice));
      return;
    }
    const grid = gridOf(block);
    const header = findHeader(grid);
    const rows = last && !choice ? continuing(last, grid, header, between) : undefined;
    if (last && rows) {
      last.regridded ||= rows.regridded;
      trace({ step: "part", table: block.index, of: last.parts[0]!.grid.table.index, rule: rows.rule });
      const before = between.filter(({ text }) => !saysGoesOn(text));
      last.parts.push({ grid, rows: rows.rows, before });
    } else {
      last = withChoice(tableOf(grid, header, between, last, false), choice);
      found.push(last);
    }
    between = [];
  });
  return withSectionsAbove(found, (at) => paragraphAt(blocks, at));
}

/** A paragraph with text since the table before. */
interface Between {
  readonly block: number;
  readonly text: string;
  readonly paragraph: ParagraphBlock;
}

function tableOf(
  grid: Grid,
  header: Header | undefined,
  before: readonly Between[],
  last: LogicalTable | undefined,
  nested: boolean,
): LogicalTable {
  // A month right above the table stands over its rows; the title of the table is what stands above the month.
  const month = before.filter(({ text }, at) => at === before.length - 1 && isTimeLine(text));
  const whole = {
    parts: [{ grid, rows: grid.rows, before: month }],
    nested,
    before: before.slice(0, before.length - month.length).map(({ block }) => block),
    regridded: false,
  };
  if (header) return { ...whole, header, ...matrixColumns(header.columns), source: "header" };
  const sister = last && last.source !== "none" && !nested && sameColumns(last, grid) ? last : undefined;
  if (sister) {
    const columns = sister.columns.map((one): ReadColumn => ({ ...one, rule: "как в такой же таблице выше" }));
    return { ...whole, header: undefined, columns, matrix: sister.matrix, source: "sister" };
  }
  const inferred = inferColumns(grid);
  return { ...whole, header: undefined, columns: inferred ?? [], matrix: false, source: inferred ? "content" : "none" };
}

/** The rows of a grid over the columns of the table it continues; undefined where it begins a table of its own. */
function continuing(
  last: LogicalTable,
  grid: Grid,
  own: Header | undefined,
  between: readonly Between[],
): { rows: readonly GridRow[]; regridded: boolean; rule: string } | undefined {
  if (last.source === "none" || between.length > 2 || !between.every(mayStandInside)) return undefined;
  const repeated =
    own !== undefined &&
    last.header !== undefined &&
    (own.keys.every((key) => isHeaderKey(last.header!, key)) ||
      (between.every(({ text }) => saysGoesOn(text)) && sameRoles(own.columns, last.columns)));
  if (own && !repeated) return undefined;
  const sections = between.every(({ text }) => saysSection(text));
  if (!sections && (own || !countsOn(last, grid))) return undefined;
  const columns = last.columns.length;
  if (grid.columns === columns) {
    const rule = repeated ? "повторён тот же заголовок" : "заголовка нет, а столбцов столько же";
    return { rows: grid.rows, regridded: false, rule };
  }
  if (grid.columns < columns - 2 || grid.columns > columns + 3 || grid.columns < 2) return undefined;
  const over = overlay(last.parts[0]!.grid, grid);
  return over && { rows: over, regridded: true, rule: "заголовка нет, столбцы сопоставлены по ширине" };
}

function mayStandInside({ text, paragraph }: Between): boolean {
  if (saysGoesOn(text)) return true;
  if (text.length > 300 || paragraph.list) return false;
  return saysSection(text) || (paragraph.bold === true && paragraph.level === undefined);
}

const saysGoesOn = (text: string): boolean => /^(?:продолжение|окончание) (?:таблицы|приложения)/i.test(text);

const saysSection = (text: string): boolean =>
  numberLed(text) !== undefined || namesSection(text) || isTimeLine(text) || saysGoesOn(text);

/** A bold line may be a section or the title of something else: rows that are not counted as those above are something else. */
function countsOn(last: LogicalTable, grid: Grid): boolean {
  if (last.columns[0]?.role !== "number") return grid.columns === last.columns.length;
  const first = grid.rows.flatMap(({ slots }) => (slots[0]!.text === "" ? [] : [slots[0]!]));
  return first.some(({ text }) => numberAlone(text) !== undefined);
}

/** The header in other words («Сроки» for «Срок») over the same columns. */
function sameRoles(own: readonly ReadColumn[], last: readonly ReadColumn[]): boolean {
  return own.length === last.length && own.every(({ role }, col) => role === last[col]!.role);
}

function sameColumns(last: LogicalTable, grid: Grid): boolean {
  if (last.columns.length !== grid.columns || grid.columns < 3) return false;
  const numbered = last.columns[0]?.role === "number";
  const first = grid.rows.flatMap(({ slots }) => (slots[0]!.text === "" ? [] : [slots[0]!.text]));
  return !numbered || first.filter((text) => text.length <= 8).length >= first.length / 2;
}

/** Lays the columns of another grid over the first one by where their middles fall; needs the widths of both. */
function overlay(base: Grid, grid: Grid): readonly GridRow[] | undefined {
  if (!base.shares || !grid.shares) return undefined;
  const edges = runningSum(base.shares);
  const middles = runningSum(grid.shares).map((edge, at) => edge - grid.shares![at]! / 2);
  const target = middles.map((middle) =>
    Math.max(
      0,
      edges.findIndex((edge) => middle <= edge),
    ),
  );
  return grid.rows.map(({ table, row, slots }) => {
    const laid = edges.map((_edge, col): Slot => {
      const own = slots.filter((_slot, at) => target[at] === col);
      const cells = [...new Set(own.flatMap((slot) => slot.cells))];
      return {
        text: fold([...new Set(own.map(({ text }) => text))].join(" ")),
        cells,
        top: own.every(({ top }) => top),
        left: own.every(({ left }) => left),
      };
    });
    return rowOf(table, row, laid);
  });
}

function runningSum(shares: readonly number[]): readonly number[] {
  let sum = 0;
  return shares.map((share) => (sum += share));
}

/** The rows with text over the header: they belong to the whole table or name its first section. */
export function bannersOf({ parts, header }: LogicalTable): readonly GridRow[] {
  return header ? parts[0]!.rows.slice(0, header.top).filter((row) => row.filled.length > 0) : [];
}
