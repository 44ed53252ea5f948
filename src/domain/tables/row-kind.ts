import type { BodyItem, BodyRow } from "./body.ts";
import { filledSlots } from "./grid.ts";
import { follows, holds, namesSection, numberLed } from "./numbering.ts";
import { timeOf } from "./time-context.ts";
import type { ReadColumn } from "./reading.ts";

export type RowKind = "section" | "group" | "measure" | "continued" | "split";

/** What the rows before this one were, as far as it matters for the next. */
export interface RowPast {
  /** the row above, if it became a measure and nothing stood between */
  readonly above: BodyRow | null;
  /** printed number of the last numbered measure */
  readonly lastNumber: string | null;
  /** rows are numbered as a rule in this table */
  readonly numbered: boolean;
  /** no cell of the table is merged: shapes are seen by gaps only */
  readonly flat: boolean;
  /** the rows above belong to a group row: unnumbered rows below it are measures */
  readonly inGroup: boolean;
}

/** What a body row is, by its shape, its number and its neighbours. */
export function kindOfRow(
  items: readonly BodyItem[],
  at: number,
  columns: readonly ReadColumn[],
  past: RowPast,
): RowKind {
  const item = items[at]!;
  if (item.kind === "paragraph") return "section";
  const { body } = item;
  const joining = continuation(body, columns, past);
  if (joining) return joining;
  if (body.shape === null) return "measure";
  if (body.number === null) return unnumbered(body, columns, past);
  return numbered(items, at, body, past);
}

function unnumbered(body: BodyRow, columns: readonly ReadColumn[], past: RowPast): RowKind {
  if (body.shape === "merged" || timeOf(body.title)) return "section";
  if (past.inGroup) return "measure";
  const filled = filledSlots(body.row)[0]!;
  const inNumberColumn = columns[filled.col]?.role === "number";
  if (inNumberColumn || namesSection(body.title)) return "section";
  if (numberLed(body.title)) return past.flat || filled.span > 1 ? "section" : "measure";
  return past.flat ? "section" : "measure";
}

/** A numbered text without further cells: a section if it holds what follows, a group if the count simply goes on. */
function numbered(items: readonly BodyItem[], at: number, body: BodyRow, past: RowPast): RowKind {
  const own = body.number!;
  const below = items.slice(at + 1);
  const next = below.flatMap((item) =>
    item.kind === "row" && item.body.shape === null && item.body.number !== null ? [item.body.number] : [],
  )[0];
  if (next !== undefined && holds(own, next)) return "section";
  const inSequence =
    (past.lastNumber !== null && follows(past.lastNumber, own)) || (next !== undefined && follows(own, next));
  if (!inSequence) return body.shape === "merged" || firstIsChild(below) ? "section" : "measure";
  return firstIsChild(below) ? "group" : "measure";
}

function firstIsChild(below: readonly BodyItem[]): boolean {
  const first = below[0];
  return first?.kind === "row" && first.body.number === null && first.body.shape === null && first.body.title !== "";
}

/** A row that belongs to the one above: its title is the same merged cell, missing, or goes on in the middle of a phrase. */
function continuation(body: BodyRow, columns: readonly ReadColumn[], { above, flat }: RowPast): RowKind | undefined {
  if (!above) return undefined;
  const titleCol = columns.findIndex(({ role }) => role === "title");
  if (sameTitle(body, above, columns)) return "split";
  if (body.number !== null || body.shape === "merged") return undefined;
  const title = body.row.slots[titleCol]?.text ?? "";
  if (title === "" && body.shape === null) return "continued";
  const before = above.row.slots[titleCol]?.text ?? "";
  const lower = /^[^\p{L}\d]*\p{Ll}/u.test(title) && !/^[-–—•]/.test(title);
  const broken = /[-–—,]$/.test(before) || /(?:^|\s)(?:и|в|на|по|с|для|о|об|к|от|из|при)$/iu.test(before);
  const onlyTitle = filledSlots(body.row).length === 1;
  if (body.partStart)
    return lower || broken || (onlyTitle && !flat && body.shape === "lone" && !numberLed(title))
      ? "continued"
      : undefined;
  return onlyTitle && (lower || broken) && title !== "" ? "continued" : undefined;
}

function sameTitle(body: BodyRow, above: BodyRow, columns: readonly ReadColumn[]): boolean {
  const titleCol = columns.findIndex(({ role }) => role === "title");
  const [own, upper] = [body.row.slots[titleCol]?.cells[0], above.row.slots[titleCol]?.cells[0]];
  return own !== undefined && own === upper;
}
