import { monthForms } from "#domain/russian/months.ts";
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
];

/** An ordinal from one up in any writing: «I», «1», «1-й», «первого». */
export function ordinalAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind === "number") return token.key.length < 3 ? Number(token.key) : undefined;
  if (token?.kind !== "word") return undefined;
  return ROMAN.get(token.key) ?? ORDINALS.find(([shape]) => shape.test(token.key))?.[1];
}

const COUNTS = new Map<string, number>();
["один одного одна одной одну", "два две двух", "три трех", "четыре четырех", "пять пяти", "шесть шести"].forEach(
  (words, at) => {
    for (const word of words.split(" ")) COUNTS.set(word, at + 1);
  },
);

/** A count: «2», «2-х», «двух». */
export function countAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind === "number") return token.key.length < 4 && Number(token.key) > 0 ? Number(token.key) : undefined;
  return token?.kind === "word" ? COUNTS.get(token.key) : undefined;
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

const UNITS: readonly (readonly [RegExp, FrequencyUnit])[] = [
  [/^(?:день|дня|сутки)$/, "day"],
  [/^недел(?:я|ю|и|е)$/, "week"],
  [/^(?:месяц|месяца|месяце|мес)$/, "month"],
  [/^квартал(?:|а|е)$/, "quarter"],
  [/^(?:полугоди(?:е|я|и)|полгода)$/, "halfYear"],
  [/^четверт(?:ь|и)$/, "schoolTerm"],
  [/^(?:год|года|г)$/, "year"],
];

/** A unit of time in a rhythm: «месяц», «учебной четверти», «уч. год». */
export function unitAt(tokens: readonly Token[], at: number): Found<FrequencyUnit> | undefined {
  const school = isSchoolWord(keyAt(tokens, at));
  const place = school ? at + 1 : at;
  const unit = UNITS.find(([shape]) => shape.test(keyAt(tokens, place)))?.[1];
  if (!unit || (school && unit !== "year" && unit !== "schoolTerm")) return undefined;
  return { value: school && unit === "year" ? "schoolYear" : unit, next: place + 1 };
}
