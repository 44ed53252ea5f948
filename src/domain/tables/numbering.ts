import { letters } from "#domain/russian/letters.ts";
/** How sections and measures are numbered: the written number, its level, and the words that name a section. */
export interface Numbered {
  /** without final dot or bracket: «1.2», «IV» */
  readonly number: string;
  /** as printed, with its word where it has one: «Шаг № 1.» */
  readonly raw: string;
  /** the word before the number, in lower case: «шаг» */
  readonly word: string | null;
  readonly rest: string;
}

const DECIMAL = String.raw`\d{1,3}(?:\.\d{1,3}){0,4}`;
const ROMAN = String.raw`(?=[IVXLХ])(?:X{0,3}|Х{0,3})(?:I[XХ]|IV|V?I{0,3})`;
const WORDS = "раздел|шаг|этап|направление|блок|модуль|задача|цель|глава|часть|трек|подпрограмма|приоритет|пункт";

const ALONE = new RegExp(`^(?:№\\s*)?(${DECIMAL})\\s*[.)]*$`, "u");
const ROMAN_ALONE = new RegExp(`^(${ROMAN})\\s*[.)]*$`, "u");
const LED = letters(
  new RegExp(`^(${DECIMAL})(?:[.)]+(?:\\s+(?=\\S)|(?=[^\\s\\d]))|\\s+(?=[\\p{Lu}«"„])(?![«"„]\\p{Lu}[»"”]))`, "u"),
);
const ROMAN_LED = letters(new RegExp(`^(${ROMAN})(?:[.)]+\\s*(?=\\S)|\\s*[-–—]\\s+(?=\\S)|\\s+(?=[\\p{Lu}«"„]))`, "u"));
const WORD_LED = letters(
  new RegExp(`^(${WORDS})\\s*(?:№\\s*)?(${DECIMAL}|${ROMAN})(?![\\p{L}\\d])\\s*[.:)]*\\s*[-–—]?\\s*`, "iu"),
);
const ORDINALS = "перв|втор|трет|четверт|пят|шест|седьм|восьм";
const NAMES_SECTION = letters(
  new RegExp(`^(?:(?:${WORDS})(?!\\p{L})|(?:${ORDINALS})\\p{L}{1,3}\\s+(?:этап|раздел|направлен))`, "iu"),
);

/** «I этап. Подготовительный», «2-й раздел: …»: the number stands before its word. */
const NUMBER_BEFORE = letters(
  new RegExp(
    `^(\\d{1,2}|${ROMAN})(?:\\s*-?\\s*(?:й|ый|ой|ая|ое|е|я))?\\s+(${WORDS})(?!\\p{L})\\s*[.:)]*\\s*[-–—]?\\s*`,
    "iu",
  ),
);

/** A cell that holds a number and nothing else: «1.2.», «3)», «IV.»; undefined for anything else. */
export function numberAlone(text: string): Numbered | undefined {
  const found = ALONE.exec(text) ?? ROMAN_ALONE.exec(text);
  return found?.[1] ? { number: found[1], raw: text, word: null, rest: "" } : undefined;
}

/** A number typed before a text: «3. Методическое обеспечение», «Шаг № 1. …», «I. …»; years and dates are not numbers. */
export function numberLed(text: string): Numbered | undefined {
  const worded = WORD_LED.exec(text);
  if (worded?.[2]) {
    return {
      number: worded[2],
      raw: worded[0].trim(),
      word: worded[1]!.toLowerCase(),
      rest: text.slice(worded[0].length),
    };
  }
  const before = NUMBER_BEFORE.exec(text);
  if (before?.[1] && before[0].length < text.length) {
    return {
      number: before[1],
      raw: before[0].trim(),
      word: before[2]!.toLowerCase(),
      rest: text.slice(before[0].length),
    };
  }
  const found = LED.exec(text) ?? ROMAN_LED.exec(text);
  if (!found?.[1] || numberAlone(text) || looksLikeDate(text)) return undefined;
  return { number: found[1], raw: found[0].trim(), word: null, rest: text.slice(found[0].length) };
}

function looksLikeDate(text: string): boolean {
  return (
    /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(text) ||
    /^(?:19|20)\d\d/.test(text) ||
    /^\d+[.)]?\s*(?:раз|чел|шт|час|год|%)/.test(text)
  );
}

/** Whether a text standing alone in its row names a section by its first word. */
export function namesSection(text: string): boolean {
  return NAMES_SECTION.test(text);
}

export function isRoman(number: string): boolean {
  return /^[IVXLХ]+$/.test(number);
}

/** Depth of a decimal number: 1 for «3», 2 for «3.1». */
export function depthOf(number: string): number {
  return number.split(".").length;
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, Х: 10, L: 50 };

/** Parts of a number as integers: «3.12» → [3, 12], «IV» → [4]. */
export function partsOfNumber(number: string): readonly number[] {
  if (!isRoman(number)) return number.split(".").map(Number);
  const values = [...number].map((sign) => ROMAN_VALUES[sign] ?? 0);
  return [values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)];
}

/** Whether `next` is the number that follows `number` at the same depth: 7 → 8, 4.9 → 4.10. */
export function follows(number: string, next: string): boolean {
  const [a, b] = [partsOfNumber(number), partsOfNumber(next)];
  if (a.length !== b.length) return false;
  const last = a.length - 1;
  return a.every((part, at) => (at === last ? part + 1 === b[at] : part === b[at]));
}

/** Whether `inner` stands under `outer`: 4 holds 4.10. */
export function holds(outer: string, inner: string): boolean {
  const [a, b] = [partsOfNumber(outer), partsOfNumber(inner)];
  return b.length > a.length && a.every((part, at) => part === b[at]);
}
