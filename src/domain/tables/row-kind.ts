import { letters } from "#domain/russian/letters.ts";
import type { BodyItem, BodyRow } from "./body.ts";
import { follows, holds, isRoman, namesSection, numberLed } from "./numbering.ts";
import { timeAbove } from "./time-above.ts";
import type { ReadColumn } from "./reading.ts";

const LOWER = letters(/^[^\p{L}\d]*\p{Ll}/u);

export type RowKind = "section" | "group" | "measure" | "continued" | "split" | "total" | "footnote";

/** What a row is, and the rule that says so: a Russian sentence for whoever asks why. */
export interface RowVerdict {
  readonly kind: RowKind;
  readonly rule: string;
}

/** What the rows before this one were, as far as it matters for the next. */
export interface RowPast {
  /** the row above, if it became a measure and nothing stood between */
  readonly above: BodyRow | null;
  /** printed number of the last numbered measure */
  readonly lastNumber: string | null;
  /** rows are numbered as a rule in this table */
  readonly numbered: boolean;
  /** no cell of the table goes over several columns: sections are seen by gaps only */
  readonly flat: boolean;
  /** the rows above belong to a group row: unnumbered rows below it are measures */
  readonly inGroup: boolean;
  /** the open section has measures already */
  readonly begun: boolean;
}

const is = (kind: RowKind, rule: string): RowVerdict => ({ kind, rule });

/** What a body row is, by its shape, its number and its neighbours. */
export function kindOfRow(
  items: readonly BodyItem[],
  at: number,
  columns: readonly ReadColumn[],
  past: RowPast,
): RowVerdict {
  const item = items[at]!;
  if (item.kind === "paragraph") return is("section", "абзац между частями таблицы называет раздел");
  const { body } = item;
  const aside = besides(items, at, body, columns, past);
  if (aside) return aside;
  const joining = continuation(body, columns, past);
  if (joining) return joining;
  if (body.shape === null && body.hanging && body.number !== null && holdsNext(items, at, body.number))
    return is("section", "номер — начало номера следующей строки, а соседние ячейки соединены вниз");
  if (body.shape === null) return is("measure", "заполнены ячейки нескольких столбцов");
  if (body.number === null) return unnumbered(body, columns, past);
  return numbered(items, at, body, past);
}

const TOTAL = letters(/^(?:итого|всего|итог)(?!\p{L})/iu);
const FOOTNOTE = letters(/^(?:[*¹²³†]|примечани[ея](?!\p{L})|сноск)/iu);

/** Totals, footnotes, and what stands under the last measure and names nothing. */
function besides(
  items: readonly BodyItem[],
  at: number,
  body: BodyRow,
  columns: readonly ReadColumn[],
  { begun }: RowPast,
): RowVerdict | undefined {
  const { filled } = body.row;
  const first = filled[0]?.slot.text ?? "";
  const last = filled.at(-1)!;
  if (body.number === null && TOTAL.test(first || body.title) && !says(body, columns))
    return is("total", "начинается словом «итого» или «всего», срока и исполнителя нет");
  if (!begun || body.number !== null || filled.length !== 1) return undefined;
  if (FOOTNOTE.test(first)) return is("footnote", "начинается со звёздочки или слова «примечание»");
  if (last.span < 2 || body.shape !== "merged" || body.partStart) return undefined;
  const names = numberLed(first) !== undefined || namesSection(first) || timeAbove(first) !== undefined;
  const nothingBelow = items.slice(at + 1).every((one) => one.kind === "row" && FOOTNOTE.test(one.body.title));
  return nothingBelow && !names ? is("footnote", "последняя строка во всю ширину, под ней нет мероприятий") : undefined;
}

/** Whether the row says when or who, in a cell of its own. */
function says({ row }: BodyRow, columns: readonly ReadColumn[]): boolean {
  const title = row.filled[0]?.slot.cells[0];
  return columns.some(({ role }, col) => {
    const slot = row.slots[col]!;
    return (role === "term" || role === "responsible") && slot.text !== "" && slot.cells[0] !== title;
  });
}

function unnumbered(body: BodyRow, columns: readonly ReadColumn[], past: RowPast): RowVerdict {
  if (body.shape === "merged") return is("section", "один текст во всю ширину строки");
  if (timeAbove(body.title)) return is("section", "в строке только время: месяц, год или другой срок");
  if (past.inGroup) return is("measure", "строка без номера под групповой строкой");
  const filled = body.row.filled[0]!;
  const inNumberColumn = columns[filled.col]?.role === "number";
  if (inNumberColumn) return is("section", "единственный текст строки стоит в столбце номеров");
  if (namesSection(body.title)) return is("section", "единственный текст строки начинается словом раздела");
  if (numberLed(body.title))
    return past.flat || filled.span > 1
      ? is("section", "единственный текст строки начинается с номера")
      : is("measure", "текст с номером стоит в одном столбце таблицы, где разделы соединены");
  return past.flat
    ? is("section", "единственный текст строки, а соединённых ячеек в таблице нет")
    : is("measure", "текст стоит в одном столбце, остальные ячейки пусты");
}

/** A numbered text without further cells: a section if it holds what follows, a group if the count simply goes on. */
function numbered(items: readonly BodyItem[], at: number, body: BodyRow, past: RowPast): RowVerdict {
  const own = body.number!;
  const next = nextNumber(items, at);
  if (next !== undefined && holds(own, next))
    return is("section", `номер ${own} — начало номера ${next} следующей строки`);
  if (next !== undefined && isRoman(own) && !isRoman(next))
    return is("section", `римский номер ${own} над строками с арабскими`);
  const inSequence =
    (past.lastNumber !== null && follows(past.lastNumber, own)) || (next !== undefined && follows(own, next));
  if (!inSequence)
    return body.shape === "merged" || isChild(items[at + 1])
      ? is("section", `номер ${own} не продолжает счёт строк, а текст стоит один`)
      : is("measure", `строка с номером ${own}, остальные ячейки пусты`);
  return isChild(items[at + 1])
    ? is("group", `номер ${own} продолжает счёт, а под строкой идут строки без номеров`)
    : is("measure", `номер ${own} продолжает счёт строк`);
}

function holdsNext(items: readonly BodyItem[], at: number, own: string): boolean {
  const next = items[at + 1];
  return next?.kind === "row" && next.body.number !== null && holds(own, next.body.number);
}

/** The number of the next row that has cells beside its title. */
function nextNumber(items: readonly BodyItem[], at: number): string | undefined {
  for (let below = at + 1; below < items.length; below += 1) {
    const item = items[below]!;
    if (item.kind === "row" && item.body.shape === null && item.body.number !== null) return item.body.number;
  }
  return undefined;
}

function isChild(item: BodyItem | undefined): boolean {
  return item?.kind === "row" && item.body.number === null && item.body.shape === null && item.body.title !== "";
}

/** A row that belongs to the one above: its title is the same merged cell, missing, or goes on in the middle of a phrase. */
function continuation(body: BodyRow, columns: readonly ReadColumn[], { above, flat }: RowPast): RowVerdict | undefined {
  if (!above) return undefined;
  const titleCol = columns.findIndex(({ role }) => role === "title");
  if (sameTitle(body, above, columns)) return is("split", "название соединено со строкой выше");
  if (body.number !== null || body.shape === "merged") return undefined;
  const title = body.row.slots[titleCol]?.text ?? "";
  if (title === "" && body.shape === null)
    return is("continued", "ячейка названия пуста, другие продолжают строку выше");
  const onlyTitle = body.row.filled.length === 1;
  if (!body.partStart && (!onlyTitle || title === "")) return undefined;
  const before = above.row.slots[titleCol]?.text ?? "";
  const lower = LOWER.test(title) && !/^[-–—•]/.test(title);
  const broken = /[-–—,]$/.test(before) || /(?:^|\s)(?:и|в|на|по|с|для|о|об|к|от|из|при)$/iu.test(before);
  const why = broken ? "название выше обрывается на середине фразы" : "название начинается со строчной буквы";
  if (body.partStart) {
    if (lower || broken) return is("continued", `первая строка новой страницы: ${why}`);
    return onlyTitle && !flat && body.shape === "lone" && !numberLed(title)
      ? is("continued", "первая строка новой страницы: заполнено только название")
      : undefined;
  }
  return lower || broken ? is("continued", `заполнено только название, и ${why}`) : undefined;
}

function sameTitle(body: BodyRow, above: BodyRow, columns: readonly ReadColumn[]): boolean {
  const titleCol = columns.findIndex(({ role }) => role === "title");
  const [own, upper] = [body.row.slots[titleCol]?.cells[0], above.row.slots[titleCol]?.cells[0]];
  return own !== undefined && own === upper;
}
