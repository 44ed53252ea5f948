import { GUESSED_WORDS } from "./guessed-words.ts";

/** OWASP ASVS 5.0 asks for eight at least and recommends fifteen; no rules of composition. */
export const PASSWORD_LEAST = 10;
/** What a password must be worth, counted by `worthOf`. */
const LEAST_WORTH = 6;
const ROWS = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "147258369",
  "147852369",
  "159753",
  "159357456",
  "qazwsxedcrfvtgbyhnujm",
  "абвгдежзийклмнопрстуфхцчшщъыьэюя",
];
/** The same keys in the Russian layout. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё";
const LEET: Readonly<Record<string, string>> = { "@": "a", $: "s", "0": "o", "3": "e", "1": "i", "4": "a", "5": "s" };
/** Words that anybody would try here. */
const CONTEXT = ["ориентир", "orientir", "школа", "shkola", "school"];

/** The same keys as they come out in the Latin layout: «пароль» → «gfhjkm». Lower case in and out. */
export const inLatin = (text: string) => text.replace(/[а-яё]/g, (letter) => LATIN[RUSSIAN.indexOf(letter)] ?? letter);
/** «p@ssw0rd» → «password»; digits only between letters, so that a year stays one. */
const withoutLeet = (text: string) => text.replace(/[@$]|(?<=\p{L})[01345](?=\p{L})/gu, (sign) => LEET[sign] ?? sign);

/** Every row forwards and backwards, as typed and as it comes out in Latin letters. */
const SEQUENCES = ROWS.flatMap((row) => [row, inLatin(row)])
  .flatMap((row) => [row, [...row].reverse().join("")])
  .join("\n");
const longestFirst = (words: readonly string[]) =>
  [...new Set(words.flatMap((word) => [word, inLatin(word)]))].sort((one, other) => other.length - one.length);
const KNOWN = longestFirst([...CONTEXT, ...GUESSED_WORDS]);
/** Telephones, dates, rows of a keypad: digits alone are tried through in hours. */
const ONLY_DIGITS = /^[\d\s().+-]{1,19}$/;
/** What comes after is not looked at: a phrase that long is worth enough by then, or never. */
const LOOKED_AT = 64;

/**
 * Whether a password is one of those that are tried first: the common ones in either layout, rows of keys, repeats, years, the login or
 * the product's name, with the usual tails. Measured by what is left when all that is counted as one or two signs. `context` holds the
 * person's own words, such as the login.
 */
export function isEasilyGuessed(password: string, context: readonly string[] = []): boolean {
  const text = password.normalize("NFC").toLowerCase().slice(0, LOOKED_AT);
  const words = [...longestFirst(context.flatMap((word) => pieces(word.toLowerCase()))), ...KNOWN];
  const forms = [text, inLatin(text), withoutLeet(text), withoutLeet(inLatin(text))];
  return ONLY_DIGITS.test(text) || forms.some((form) => worthOf(form, words) < LEAST_WORTH);
}

/** A login and its parts: «vetrova.na@example.ru» → the whole, «vetrova.na», «vetrova»; «na» is too short to say anything. */
function pieces(word: string): string[] {
  return [word, ...word.split("@"), ...word.split(/[^\p{L}\p{N}]+/u)].filter((piece) => piece.length >= 4);
}

/** A known word is worth two signs, and one when it comes again; a row of keys, a repeat, a year one; any other sign one, a space nothing. */
function worthOf(text: string, words: readonly string[]): number {
  let worth = 0;
  const met = new Set<string>();
  for (let at = 0; at < text.length;) {
    const word = words.find((one) => text.startsWith(one, at));
    const step = word?.length ?? 0;
    const run = Math.max(repeatAt(text, at), sequenceAt(text, at), yearAt(text, at));
    const taken = Math.max(step, run, 1);
    if (word && step >= run) {
      worth += met.has(word) ? 1 : 2;
      met.add(word);
    } else if (!/\s/.test(text[at]!)) worth += 1;
    at += taken;
  }
  return worth;
}

/** «aaaa», «abab», «123123»: how long something is said again and again, at least thrice, or twice where it is three signs or more. */
function repeatAt(text: string, at: number): number {
  const [found = ""] = /^(.)\1{2,}|^(..)\2{2,}|^(.{3,})\3+/u.exec(text.slice(at)) ?? [];
  return found.length;
}

function sequenceAt(text: string, at: number): number {
  let length = Math.min(text.length - at, 30);
  while (length >= 3 && !SEQUENCES.includes(text.slice(at, at + length))) length -= 1;
  return length >= 3 ? length : 0;
}

function yearAt(text: string, at: number): number {
  return /^(19[4-9]\d|20[0-4]\d)/.test(text.slice(at)) ? 4 : 0;
}
