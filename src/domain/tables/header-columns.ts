import { letters } from "#domain/russian/letters.ts";
import { headerKey } from "./fold.ts";
import type { Grid, GridRow } from "./grid.ts";
import { numberAlone } from "./numbering.ts";
import type { ReadColumn } from "./reading.ts";
import { isFact, leansOnParent, meaningOf } from "./roles.ts";
import { settled } from "./settled-columns.ts";
import { speaksOfMoney } from "./table-kind.ts";

/** Labels and roles of the logical columns; the levels of a header are joined by « / ». */
export function columnsOf(grid: Grid, top: number, bottom: number): readonly ReadColumn[] {
  const rows = grid.rows.slice(top, bottom + 1);
  const firstOfSpan = (row: GridRow, col: number): boolean => row.slots[col]!.left;
  const columns = Array.from({ length: grid.columns }, (_, col): ReadColumn => {
    const levels: Level[] = [];
    rows.forEach((row, at) => {
      let text = row.slots[col]!.text;
      let wide = row.slots.some(
        (slot, other) => other !== col && slot.cells[0] !== undefined && slot.cells[0] === row.slots[col]!.cells[0],
      );
      if (text === "" && at < rows.length - 1 && rows.slice(at + 1).some((lower) => lower.slots[col]!.text !== "")) {
        // Unmerged files leave the wide upper header over its first column only.
        const left = row.slots
          .slice(0, col)
          .reverse()
          .find((slot) => slot.text !== "");
        wide = true;
        const hasOwnUnder = left !== undefined && !numberHeader(left.text);
        if (hasOwnUnder && rows.slice(0, at).every((upper) => upper.slots[col]!.text === "")) text = left.text;
      }
      if (text !== "" && levels.at(-1)?.text !== text) levels.push({ text, wide });
    });
    // «Мероприятия» over a number column and a title column names the second: the first has no header of its own.
    const span = rows.at(-1)!.slots;
    const spansNext =
      firstOfSpan(rows.at(-1)!, col) &&
      span[col + 1]?.left === false &&
      span[col + 1]?.cells[0] === span[col]!.cells[0];
    if ((spansNext || levels.length === 0) && looksNumbered(grid, col, bottom))
      return { label: "", role: "number", rule: "заголовка нет, а под ним номера" };
    return { label: levels.map(({ text }) => text).join(" / "), ...roleOf(levels) };
  });
  // One column counts the rows; a second one of numbers is a column like others.
  const title = columns.findIndex(({ role }) => role === "title");
  const counting = columns.findIndex(
    ({ role, label }, col) => role === "number" && (label !== "" || title < 0 || col < title),
  );
  const counted = columns.map((one, col): ReadColumn =>
    one.role === "number" && col !== counting ? { ...one, role: "other", rule: "строки считает другой столбец" } : one,
  );
  return settled(counting < 0 ? stepsCounted(counted, grid, bottom) : counted, grid, bottom);
}

/** Under «Итоги контроля» it is still no result. */
const PLACE = letters(/^(?:где|куда|мест[оа])(?!\p{L})/u);

const STEPS = letters(
  /^(?:шаг|этап|пункт|поз(?:иция)?|очередь|задача|раздел|занятие|модуль|встреча|дело|мероприятие|п)(?!\p{L})/u,
);

/** «Шаг» or «Этап» with a number of its own in every row counts the rows; numbers that repeat or reach down hold them. */
function stepsCounted(columns: readonly ReadColumn[], grid: Grid, bottom: number): readonly ReadColumn[] {
  const [first, ...more] = columns;
  if (!first || !STEPS.test(headerKey(first.label))) return columns;
  if (first.role === "title" && !more.some(({ role }) => role === "title")) return columns;
  const slots = grid.rows
    .slice(bottom + 1)
    .flatMap(({ slots: [slot, next] }) => (slot && slot.text !== "" && next?.cells[0] !== slot.cells[0] ? [slot] : []));
  const numbers = slots.map(({ text }) => numberAlone(text)?.number);
  const isOwn = numbers.every((number, at) => number !== undefined && slots[at]!.top && number !== numbers[at - 1]);
  if (slots.length < 2 || !isOwn) return columns;
  return [{ ...first, role: "number", rule: `в столбце «${first.label}» у каждой строки свой номер` }, ...more];
}

const numberHeader = (text: string): boolean => meaningOf(headerKey(text))?.role === "number";

export function looksNumbered(grid: Grid, col: number, after: number): boolean {
  const texts = grid.rows.slice(after + 1).flatMap((row) => {
    const slot = row.slots[col]!;
    return slot.text !== "" && slot.left && row.slots[col + 1]?.left !== false ? [slot.text] : [];
  });
  return texts.length > 0 && texts.filter((text) => numberAlone(text)).length >= texts.length * 0.6;
}

/** One level of a header over a column; `wide` where its cell stands over other columns too. */
interface Level {
  readonly text: string;
  readonly wide: boolean;
}

function roleOf(levels: readonly Level[]): Omit<ReadColumn, "label"> {
  let leaning = false;
  for (const [at, { text, wide }] of [...levels].reverse().entries()) {
    const key = headerKey(text);
    if (leansOnParent(key) && levels.length > 1) {
      leaning = true;
      continue;
    }
    if (isFact(key)) return { role: "other", rule: `«${text}» заполняют по ходу дела` };
    const meaning = meaningOf(key);
    if (!meaning && PLACE.test(key)) return { role: "other", rule: `«${text}» говорит о месте` };
    const above = levels[levels.length - 2 - at];
    if (meaning?.role === "planTotal" && key === "план" && above && meaningOf(headerKey(above.text))?.role === "term")
      continue;
    const isPlanned = meaning?.role === "planYear" || meaning?.role === "planTotal";
    if (isPlanned && levels.some((one) => speaksOfMoney(one.text)))
      return { role: "other", rule: "деньги по годам — не плановые значения" };
    // «Формы работы» over «Школа | срок | Район | срок» is the name of them all, and no title.
    const namesAll = at > 0 && wide && !leaning && (meaning?.role === "title" || meaning?.role === "section");
    if (meaning && !namesAll) return { ...meaning, rule: `слова заголовка «${text}»` };
  }
  const alone = headerKey(levels.at(-1)?.text ?? "");
  return /^(?:наименование|название|содержание|описание)/.test(alone)
    ? { role: "title", rule: `слово «${alone}» без другого смысла` }
    : { role: "other", rule: "слова заголовка ничего не говорят" };
}
