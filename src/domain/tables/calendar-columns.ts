import { letters } from "#domain/russian/letters.ts";
import { monthForms, monthName } from "#domain/russian/months.ts";
import { headerKey } from "./fold.ts";
import { ROMAN } from "../russian/roman.ts";

const WEEK = letters(/^([1-5])(?: ?(?:я|ая))?(?: нед\p{L}*)?$/u);
const FIRST_WORD = letters(/^\p{L}+/u);

const MONTHS = new Map<string, number>();
for (let month = 1; month <= 12; month += 1) {
  for (const form of monthForms(month)) {
    MONTHS.set(form, month);
    for (const length of [3, 4]) if (form.length > length) MONTHS.set(form.slice(0, length), month);
  }
}
const PART = /^(i|ii|iii|iv|[1-4])(?: ?(?:й|ый|ой|ая|ое|е|я))? (кв|квартал|полугодие|триместр|четверть)$/u;
const LONGEST_PART = 30;
const PART_WORDS: Readonly<Record<string, string>> = { кв: "квартал" };

/**
 * The part of the year that each header text names, where the texts are columns of a calendar: «сентябрь», «I квартал». Months may be
 * printed as Roman numbers where six of them follow one another. All undefined where fewer than two columns do.
 */
export function calendarKeys(texts: readonly string[]): readonly (string | undefined)[] {
  const plain = texts.map((text) => (text.length > LONGEST_PART ? undefined : partOf(headerKey(text))));
  const keys = romanMonths(texts) ?? plain;
  return new Set(keys.filter((key) => key !== undefined)).size >= 2 ? keys : texts.map(() => undefined);
}

/** The same for labels of several levels: «Сентябрь / 2» is the second week of September where no month has more than five. */
export function calendarKeysOf(labels: readonly string[]): readonly (string | undefined)[] {
  const levels = labels.map((label) => label.split(" / "));
  const weeks = levels.map((one) => {
    const month = MONTHS.get(headerKey(one.at(-2) ?? ""));
    const week = WEEK.exec(headerKey(one.at(-1) ?? ""))?.[1];
    return month !== undefined && week !== undefined ? `${week}-я неделя ${monthName(month, "genitive")}` : undefined;
  });
  const found = weeks.filter((week) => week !== undefined);
  return found.length > 2 && new Set(found).size === found.length
    ? weeks
    : calendarKeys(levels.map((one) => one.at(-1) ?? ""));
}

function partOf(key: string): string | undefined {
  const [word = "", year, ...rest] = key.split(" ");
  const month = MONTHS.get(word);
  if (month !== undefined && rest.length <= 1 && (year === undefined || /^20\d\d$/.test(year)))
    return `${monthName(month)}${year ? ` ${year}` : ""}`;
  const part = PART.exec(key);
  if (!part) return undefined;
  const number = /\d/.test(part[1]!) ? ROMAN[Number(part[1]) - 1]! : part[1]!.toUpperCase();
  return `${number} ${PART_WORDS[part[2]!] ?? part[2]!}`;
}

/** Roman numbers of months, one after another and over the new year: IX X XI XII I II. */
function romanMonths(texts: readonly string[]): readonly (string | undefined)[] | undefined {
  const months = texts.map((text) =>
    text.length > 6 ? 0 : ROMAN.indexOf(text.trim().replaceAll("Х", "X").replaceAll("І", "I")) + 1,
  );
  const found = months.filter((month) => month > 0);
  const inTurn = found.every((month, at) => at === 0 || month === (found[at - 1]! % 12) + 1);
  if (found.length < 6 || !inTurn) return undefined;
  return months.map((month) => (month > 0 ? monthName(month) : undefined));
}

const WEEKDAYS = /^(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)$/u;

/** Whether the header names the days of a week: what stands in such cells is told by its place alone. */
export function isWeek(texts: readonly string[]): boolean {
  return texts.filter((text) => WEEKDAYS.test(headerKey(text))).length >= 3;
}

/** A sign that a cell is marked: «+», «Х», «✓». */
export function isMark(text: string): boolean {
  return /^(?:[+✓✔●•■*]|[xXхХvV])+$/u.test(text);
}

/** Days of the column's month: «5», «3, 17», «до 10», «10–15». */
function isDays(text: string): boolean {
  return /^(?:до\s+|с\s+)?\d{1,2}(?:\s*[-–—,;и]\s*\d{1,2})*$/u.test(text);
}

/** Whether a cell of a calendar column marks or dates its month, and is not a text of its own. */
export function marksTime(text: string): boolean {
  return isMark(text) || isDays(text) || /^\d{1,2}\.\d{1,2}(?:\.\d{2,4})?$/.test(text);
}

/** The term that the marked cells of a row give: «сентябрь, ноябрь 2026», «5 сентября; 3, 17 октября». */
export function termFromMarks(cells: readonly { readonly key: string; readonly text: string }[]): string {
  const marked = cells.filter(({ text }) => text !== "");
  const years = new Set(marked.map(({ key }) => / (20\d\d)$/.exec(key)?.[1]));
  const [year] = years;
  const shared = years.size === 1 && year !== undefined ? ` ${year}` : "";
  const spoken = marked.map(({ key, text }) => {
    const name = shared === "" ? key : key.slice(0, -shared.length);
    if (isMark(text)) return name;
    const month = MONTHS.get(name.split(" ")[0]!);
    if (month !== undefined && isDays(text))
      return `${text} ${monthName(month, "genitive")}${name.replace(FIRST_WORD, "")}`;
    return /^\d{1,2}\.\d/.test(text) ? text : `${name}: ${text}`;
  });
  return spoken.length === 0 ? "" : `${spoken.join(", ")}${shared}`;
}
