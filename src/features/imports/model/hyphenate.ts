const SHY = "\u00AD";

const VOWEL = "[аеёиоуыэюя]";
const CONSONANT = "[бвгджзклмнпрстфхцчшщ]";

/** Between two syllables, as Russian print parts a word; at least two letters stay on each side. */
const SYLLABLE = new RegExp(
  `(?<=\\p{L}{2})(?!(?<=с)т[рв])(?:${[
    `(?<=${VOWEL}${CONSONANT}?)(?=ст[рв]${VOWEL})`,
    "(?<=[йьъ])(?=\\p{L}{2})",
    `(?<=${VOWEL})(?=${VOWEL}\\p{L})`,
    `(?<=${CONSONANT}${VOWEL})(?=${CONSONANT}${VOWEL})`,
    `(?<=${VOWEL}${CONSONANT})(?=${CONSONANT}${VOWEL})`,
    `(?<=${VOWEL}${CONSONANT})(?=${CONSONANT}{2}${VOWEL})`,
    `(?<=${VOWEL}${CONSONANT}{2})(?=${CONSONANT}{2}${VOWEL})`,
  ].join("|")})(?=\\p{L}{2})`,
  "giu",
);
/** a piece of one letter is no piece */
const LONE_LETTER = /(?<=\u00AD\p{L})\u00AD/gu;
/** «п/п» stays in one line */
const INITIALS = /(?<!\p{L})(\p{L})\/(?=\p{L}(?!\p{L}))/gu;
const JOINER = "\u2060";
/** short words and codes in capitals stay whole */
const LONG_WORD = /\p{L}\p{Ll}{5,}/gu;

/** A text with soft hyphens where its long words may be parted: narrow columns break as print does, whatever the browser knows of Russian. */
export function hyphenated(text: string): string {
  return text
    .replace(LONG_WORD, (word) => word.replace(SYLLABLE, SHY).replace(LONE_LETTER, ""))
    .replace(INITIALS, `$1/${JOINER}`);
}

/** Letters of the longest piece that cannot be parted. */
export function longestPiece(text: string): number {
  return Math.max(
    0,
    ...hyphenated(text)
      .split(/[\s\u00AD-]+/u)
      .map(({ length }) => length),
  );
}
