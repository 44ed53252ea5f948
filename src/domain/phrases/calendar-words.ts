import { monthForms } from "#domain/russian/months.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import type { FrequencyUnit } from "./term.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";

const MONTHS = new Map<string, number>();
for (let month = 1; month <= 12; month += 1) {
  const forms = monthForms(month);
  // abbreviations and clipped words («сент.», «ноябр») are prefixes of the full name, three letters at least
  const full = forms[0]!;
  for (let length = 3; length < full.length; length += 1) MONTHS.set(full.slice(0, length), month);
  for (const form of forms) MONTHS.set(form, month);
}

const SHORT_MONTHS = new Set("янв фев февр апр июн июл авг сен сент окт нояб ноя дек".split(" "));

/** A month's name without its end that is no usual abbreviation: «ноябр», «октяб». */
export function isClippedMonth(key: string): boolean {
  const month = MONTHS.get(key);
  return month !== undefined && !SHORT_MONTHS.has(key) && !monthForms(month).includes(key);
}

/** The month 1…12 that a word names: any case, an abbreviation or a clipped word («ноябр»). */
export function monthAt(tokens: readonly Token[], at: number): number | undefined {
  return tokens[at]?.kind === "word" ? MONTHS.get(tokens[at].key) : undefined;
}

const ROMAN = new Map([
  ["i", 1],
  ["ii", 2],
  ["iii", 3],
  ["iv", 4],
  ["і", 1],
  ["іі", 2],
  ["ііі", 3],
]);
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^перв(?:ый|ая|ое|ого|ой|ом|ую|ых|ые)$/, 1],
  [/^втор(?:ой|ая|ое|ого|ом|ую|ых|ые)$/, 2],
  [/^трет(?:ий|ья|ье|ьего|ьей|ьем|ью|ьих|ьи)$/, 3],
  [/^четверт(?:ый|ая|ое|ого|ой|ом|ую|ых|ые)$/, 4],
  [/^пят(?:ый|ая|ое|ого|ой|ом|ую|ых|ые)$/, 5],
];

/** An ordinal from one up in any writing: «I», «1», «1-й», «первого». */
export function ordinalAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind === "number") return token.key.length < 3 ? Number(token.key) : undefined;
  if (token?.kind !== "word") return undefined;
  return ROMAN.get(token.key) ?? ORDINALS.find(([shape]) => shape.test(token.key))?.[1];
}

const DAY_STEMS =
  "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат".split(
    " ",
  );
const DAY_ENDING = /^(?:ое|ого|ому|ье|ьего|ьему)$/;

function dayWord(key: string): number | undefined {
  const at = DAY_STEMS.findIndex((stem) => key.startsWith(stem) && DAY_ENDING.test(key.slice(stem.length)));
  if (at >= 0) return at + 1;
  return /^тридцат(?:ое|ого|ому)$/.test(key) ? 30 : undefined;
}

/** A day of the month in words: «первое», «двадцать пятого», «тридцать первому». */
export function dayWordAt(tokens: readonly Token[], at: number): Found<number> | undefined {
  const tens = keyAt(tokens, at) === "двадцать" ? 20 : keyAt(tokens, at) === "тридцать" ? 30 : 0;
  const day = dayWord(keyAt(tokens, tens ? at + 1 : at));
  if (day === undefined || (tens && day > 9) || tens + day > 31) return undefined;
  return { value: tens + day, next: tens ? at + 2 : at + 1 };
}

/** A day of the month in digits or in words: «25», «25-го», «первого». */
export function dayAt(tokens: readonly Token[], at: number): Found<number> | undefined {
  const day = tokens[at]?.kind === "number" ? Number(tokens[at].key) : 0;
  return day >= 1 && day <= 31 ? { value: day, next: at + 1 } : dayWordAt(tokens, at);
}

/** A count: «2», «2-х», «двух». */
export function countAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind === "number") return token.key.length < 4 && Number(token.key) > 0 ? Number(token.key) : undefined;
  return token?.kind === "word" ? NUMBER_WORDS.get(token.key) : undefined;
}

/** Four digits of a year between 1990 and 2099. */
export function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  return token?.kind === "number" && /^(?:199|20\d)\d$/.test(token.key) ? Number(token.key) : undefined;
}

const YEAR_WORDS = /^(?:г|год|года|году|годом|гг|годы|годов|годам|годах|годами)$/;

/** «г.», «год», «годах» … */
export function isYearWord(key: string): boolean {
  return YEAR_WORDS.test(key);
}

/** «учебный», «уч.» in any case */
export function isSchoolWord(key: string): boolean {
  return key === "уч" || /^учебн(?:ый|ого|ому|ым|ом|ые|ых|ая|ой|ую|ое)$/.test(key);
}

/** «каждый» in any case */
export function isEachWord(key: string): boolean {
  return /^кажд(?:ый|ая|ую|ое|ого|ой|ом|ые)$/.test(key);
}

/** «последний» in any case */
export function isLastWord(key: string): boolean {
  return /^последн(?:ий|яя|ее|юю|ей|его|ем|ие|их)$/.test(key);
}

/** «начало», «в начале» … */
export function isStartWord(key: string): boolean {
  return /^начал(?:о|е|у|а)$/.test(key);
}

/** «конец», «к концу» … */
export function isEndWord(key: string): boolean {
  return /^кон(?:ец|це|цу|ца)$/.test(key);
}

/** what leads a stretch of time that is meant from end to end, as typed */
export const THROUGHOUT = ["в течение", "в течении", "втечение", "втечении", "на протяжении"] as const;

const UNITS: readonly (readonly [RegExp, FrequencyUnit])[] = [
  [/^(?:день|дня|дней|сутки|суток)$/, "day"],
  [/^(?:недел(?:я|ю|и|е|ь)|нед)$/, "week"],
  [/^(?:месяц(?:|а|е|ев)|мес)$/, "month"],
  [/^(?:квартал(?:|а|е|ов)|кв)$/, "quarter"],
  [/^(?:полугоди(?:е|я|и|ю|й)|полгода)$/, "halfYear"],
  [/^(?:четверт(?:ь|и|ью|ей)|триместр(?:|а|е|ов))$/, "schoolTerm"],
  [/^(?:год|года|году|годов|лет|г)$/, "year"],
];

/** A unit of time in a rhythm: «месяц», «учебной четверти», «уч. год». */
export function unitAt(tokens: readonly Token[], at: number): Found<FrequencyUnit> | undefined {
  const school = isSchoolWord(keyAt(tokens, at));
  const place = school ? at + 1 : at;
  const unit = UNITS.find(([shape]) => shape.test(keyAt(tokens, place)))?.[1];
  if (!unit || (school && unit !== "year" && unit !== "schoolTerm" && unit !== "halfYear")) return undefined;
  return { value: school && unit === "year" ? "schoolYear" : unit, next: place + 1 };
}
