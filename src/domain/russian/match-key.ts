/**
 * Latin letters that look like Cyrillic ones, in both cases: typed by mistake on the wrong keyboard layout; and Greek capitals, which
 * come with texts taken off a scan or a PDF.
 */
const FOREIGN_LETTERS = "ABCEHKMOPTXYacekopxyΑΒΓΕΗΚΜΟΠΡΤΥΦΧ";
const CYRILLIC_LETTERS = "АВСЕНКМОРТХУасекорхуАВГЕНКМОПРТУФХ";
const LOOK_ALIKES = new Map([...FOREIGN_LETTERS].map((letter, at) => [letter, CYRILLIC_LETTERS[at]!]));

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}|\p{Script=Greek}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const CODE = /^[A-ZА-ЯЁΑ-Ω]{2,}$/;

/**
 * The word with its Latin look-alikes turned Cyrillic, or undefined where it has none to turn.
 * Turned are words of both scripts («MЦ», «Mай») and all-caps codes made of look-alikes only («OO»);
 * a word with any true Latin letter («IT», «Zoom», «PR») is left alone.
 */
function turned(word: string): string | undefined {
  if (!LATIN.test(word)) return undefined;
  if (!CYRILLIC.test(word) && !CODE.test(word)) return undefined;
  let result = "";
  for (const letter of word) {
    const cyrillic = LOOK_ALIKES.get(letter);
    if (!cyrillic && LATIN.test(letter)) return undefined;
    result += cyrillic ?? letter;
  }
  return result;
}

export interface LookAlike {
  /** as typed: «OO» in Latin letters */
  readonly typed: string;
  /** the same in Cyrillic letters */
  readonly meant: string;
}

/** The words of a text that were typed, wholly or partly, in Latin letters that look Cyrillic; in order, each once. */
export function latinLookAlikes(text: string): LookAlike[] {
  const found = new Map<string, string>();
  for (const [word] of text.normalize("NFC").matchAll(WORD)) {
    const meant = turned(word);
    if (meant) found.set(word, meant);
  }
  return [...found].map(([typed, meant]) => ({ typed, meant }));
}

/**
 * The key by which written names are compared: two texts with one key are the same name. NFC, lower case, ё→е, one kind of dash
 * and of quotes, invisible marks dropped, white space folded, Latin look-alikes Cyrillic. Never shown and never stored for a person to read.
 */
export function matchKey(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(WORD, (word) => turned(word) ?? word)
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, "-")
    .replace(/[«»„“”‟″"]/g, '"')
    .replace(/[’‘‛′`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
