import { letters } from "#domain/russian/letters.ts";
import { calendarKeysOf, isMark, marksTime } from "./calendar-columns.ts";
import { headerKey } from "./fold.ts";
import type { Grid } from "./grid.ts";
import { learners } from "./learners.ts";
import type { ReadColumn } from "./reading.ts";
import { meaningOf, MONTH_WORDS } from "./roles.ts";
import { kindByWords } from "./table-kind.ts";
import { timeOf } from "./time-context.ts";

/**
 * Roles that columns have only beside one another: columns of a calendar, a month beside a day, a beginning beside an end, one title
 * among several, and a title that no word names.
 */
export function settled(columns: readonly ReadColumn[], grid: Grid, bottom: number): readonly ReadColumn[] {
  const body = grid.rows.slice(bottom + 1);
  const textsOf = (col: number): readonly string[] =>
    body.flatMap(({ slots }) => (slots[col]!.text === "" || !slots[col]!.left ? [] : [slots[col]!.text]));
  const timed = spans(months(hours(datedYears(calendar(columns, textsOf), textsOf), textsOf), textsOf));
  return learners(named(oneTitle(categories(timed, textsOf)), textsOf));
}

type TextsOf = (col: number) => readonly string[];

/** The lowest of the levels that a label joins. */
export const lastLevel = (label: string): string => label.split(" / ").at(-1) ?? "";

/** Months or quarters side by side, marked or dated, are the term. */
function calendar(columns: readonly ReadColumn[], textsOf: TextsOf): readonly ReadColumn[] {
  const keys = calendarKeysOf(columns.map(({ label }) => label));
  if (keys.every((key) => key === undefined)) return columns;
  const hasTerm = columns.some(({ role, label }, col) => keys[col] === undefined && role === "term" && label !== "");
  const texts = keys.flatMap((key, col) => (key === undefined ? [] : textsOf(col).map((text) => ({ key, text }))));
  const marks = texts.filter(
    ({ key, text }) => isMark(text) || (!hasTerm && !/ /.test(key.replace(/ 20\d\d$/, "")) && marksTime(text)),
  );
  const isMarked = marks.length >= texts.length * 0.8;
  // Texts in the columns of months are told by their place alone: they stay as they are, and the table is asked about.
  if (!isMarked) return columns;
  return columns.map((one, col): ReadColumn => {
    const key = keys[col];
    if (key === undefined) return one;
    const year = /(?<!\d)20\d\d(?!\d)/.exec(one.label)?.[0];
    const dated = year && !key.includes(year) ? `${key} ${year}` : key;
    return {
      label: one.label,
      role: "term",
      key: dated,
      rule: "столбцы называют месяцы или кварталы, ячейки отмечены",
    };
  });
}

/** Years side by side with months in their cells say when, not how much. */
function datedYears(columns: readonly ReadColumn[], textsOf: TextsOf): readonly ReadColumn[] {
  const years = columns.flatMap(({ role }, col) => (role === "planYear" ? [col] : []));
  const texts = years.flatMap(textsOf);
  const hasTerm = columns.some(({ role }) => role === "term");
  if (hasTerm || texts.length === 0 || texts.filter(saysMonth).length < texts.length * 0.6) return columns;
  return columns.map((one, col): ReadColumn =>
    years.includes(col) ? { ...one, role: "term", rule: "столбцы называют годы, а в ячейках сроки" } : one,
  );
}

/** «до 10 %» is an amount, «до 10 мая» a time. */
const saysMonth = (text: string): boolean => MONTH_WORDS.test(text.replace(/до \d+/giu, ""));

/** Hours beside a date are no term: «14.00», «10:00-11:30». */
function hours(columns: readonly ReadColumn[], textsOf: TextsOf): readonly ReadColumn[] {
  const isHours = (col: number): boolean => {
    const texts = textsOf(col);
    return texts.length > 0 && texts.every((text) => /^(?:с |в )?\d{1,2}[.:-]\d\d(?!\.?\d)/u.test(text));
  };
  const terms = columns.flatMap(({ role }, col) => (role === "term" ? [col] : []));
  const clock = terms.filter((col) => headerKey(lastLevel(columns[col]!.label)).startsWith("время") && isHours(col));
  if (clock.length === terms.length) return columns;
  return columns.map((one, col): ReadColumn =>
    clock.includes(col) ? { label: one.label, role: "other", rule: "часы рядом со столбцом дат" } : one,
  );
}

/** A column of months beside one of days stands over its rows as a section does; alone it is the term. */
function months(columns: readonly ReadColumn[], textsOf: TextsOf): readonly ReadColumn[] {
  const terms = columns.flatMap(({ role, key }, col) => (role === "term" && key === undefined ? [col] : []));
  const timed = terms.filter((col) => {
    const texts = textsOf(col);
    const label = headerKey(lastLevel(columns[col]!.label));
    return (
      /^(?:месяц|период|время)/.test(label) && texts.length > 0 && texts.every((text) => timeOf(text) !== undefined)
    );
  });
  if (terms.length < 2 || timed.length !== 1) return columns;
  return columns.map((one, col): ReadColumn =>
    col === timed[0] ? { ...one, role: "section", rule: "месяцы рядом со столбцом дней" } : one,
  );
}

/** «начало» and «окончание» are one term in two columns. */
function spans(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const terms = columns.flatMap(({ role, key }, col) => (role === "term" && key === undefined ? [col] : []));
  const [first, second, ...more] = terms;
  if (first === undefined || second === undefined || more.length > 0) return columns;
  const from = /^(?:дата )?нача/.test(headerKey(lastLevel(columns[first]!.label)));
  const to = /^(?:дата )?(?:оконч|конец|заверш)/.test(headerKey(lastLevel(columns[second]!.label)));
  if (!from || !to) return columns;
  return columns.map((one, col): ReadColumn =>
    col === first
      ? { ...one, key: "с", rule: "начало срока, рядом окончание" }
      : col === second
        ? { ...one, key: "по", rule: "окончание срока, рядом начало" }
        : one,
  );
}

/** «Категория участников» down several rows, with classes in a column of their own, holds its rows as a section does. */
function categories(columns: readonly ReadColumn[], textsOf: TextsOf): readonly ReadColumn[] {
  const isMarked = ({ role }: ReadColumn, col: number): boolean => role === "participants" && textsOf(col).some(isMark);
  if (columns.some(isMarked))
    return columns.map((one, col): ReadColumn =>
      isMarked(one, col) ? { label: one.label, role: "other", rule: "в ячейках отметки, а не участники" } : one,
    );
  const [first, second] = columns.flatMap(({ role }, col) => (role === "participants" ? [col] : []));
  const title = columns.findIndex(({ role }) => role === "title");
  if (first === undefined || second === undefined || first > title) return columns;
  const texts = textsOf(first);
  const runs = texts.filter((text, at) => text !== texts[at - 1]).length;
  if (runs === texts.length || columns.some(({ role }) => role === "section")) return columns;
  return columns.map((one, col): ReadColumn =>
    col === first ? { label: one.label, role: "section", rule: "одна категория на несколько строк" } : one,
  );
}

const TITLE_WORDS: readonly RegExp[] = [
  letters(/мероприят|(?<!\p{L})мер[аы]?(?!\p{L})/u),
  letters(/принят\p{L}* решени/u),
  /вопрос/,
  letters(/^(?:объект|предмет)\p{L}* контрол/u),
  /содержани|действи|работ|что |дел[аоы]/,
  /событи|вид|поручени/,
  /тем/,
  /форм|механизм/,
  /решени/,
];

/** Of several titles the plainest name is one; a task or a theme before it holds its rows as a section does. */
function oneTitle(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const rank = ({ label }: ReadColumn): number => {
    const found = TITLE_WORDS.findIndex((word) => word.test(headerKey(label)));
    return found < 0 ? TITLE_WORDS.length : found;
  };
  const titles = columns.flatMap(({ role }, col) => (role === "title" ? [col] : []));
  if (titles.length < 2) return columns;
  const best = titles.reduce((one, other) => (rank(columns[other]!) < rank(columns[one]!) ? other : one));
  return columns.map((one, col): ReadColumn => {
    if (one.role !== "title" || col === best) return one;
    const holds = col < best && /^(?:задач|цел|тем|направлен)/.test(headerKey(one.label));
    const rule = `мероприятия названы в столбце «${columns[best]!.label}»`;
    return { label: one.label, role: holds ? "section" : "other", rule };
  });
}

/**
 * Who and when without what: the first column that no word explains names the measures, else a direction of its own in every row, unless
 * the table lists people. When and what comes of it are less: then the column must speak of deeds.
 */
function named(columns: readonly ReadColumn[], textsOf: TextsOf): readonly ReadColumn[] {
  const has = (role: ReadColumn["role"]): boolean => columns.some((one) => one.role === role);
  const answered = has("responsible") || has("reportDocument");
  if (has("title") || !has("term") || !(answered || has("result"))) return columns;
  const plainest = columns.find(({ role }) => role !== "number");
  if (kindByWords(columns, null) === "participants" || kindByWords(plainest ? [plainest] : [], null) === "indicators")
    return columns;
  const mayName = ({ label }: ReadColumn, col: number): boolean => {
    const texts = textsOf(col);
    return label !== "" && texts.length > 0 && (answered || speaksOfDeeds(texts)) && !ASIDE.test(headerKey(label));
  };
  const first = columns.findIndex(
    (one, col) => one.role === "other" && !meaningOf(headerKey(one.label)) && mayName(one, col),
  );
  const own = columns.findIndex(
    (one, col) => one.role === "section" && new Set(textsOf(col)).size === textsOf(col).length && mayName(one, col),
  );
  const title = first < 0 ? own : first;
  const rule = `${title === own ? "свой текст в каждой строке" : "первый столбец без своего смысла"} рядом со сроком и ${answered ? "ответственным" : "результатом"}`;
  return columns.map((one, col): ReadColumn => (col === title ? { ...one, role: "title", guessed: true, rule } : one));
}

const DEED = letters(/^[^\p{L}]*(?:не )?\p{L}{2,}(?:ть|ти|чь|ание|ение|ация|овка)(?:ся|сь)?(?!\p{L})/iu);

function speaksOfDeeds(texts: readonly string[]): boolean {
  return texts.filter((text) => DEED.test(text)).length >= texts.length * 0.6;
}

/** What stands beside a measure and never names it. */
const ASIDE = letters(/^(?:контрол|примечан|отметк|статус|мест[оа](?!\p{L})|ссылк|основани|уров)/u);
