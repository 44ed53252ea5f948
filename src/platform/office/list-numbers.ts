const ROMAN: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";
const LATIN = "abcdefghijklmnopqrstuvwxyz";

/** A number of a list as it is printed; the formats carry the names of WordprocessingML, an unknown one prints plain digits. */
export function listNumber(count: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return roman(count).toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperLetter":
      return letter(count, LATIN).toUpperCase();
    case "lowerLetter":
      return letter(count, LATIN);
    case "russianUpper":
      return letter(count, RUSSIAN).toUpperCase();
    case "russianLower":
      return letter(count, RUSSIAN);
    case "decimalZero":
      return String(count).padStart(2, "0");
    default:
      return String(count);
  }
}

const LETTERED: ReadonlyMap<string, string> = new Map([
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
]);

/** The format that HTML and OpenDocument name by its first number, by the name of WordprocessingML. */
export function letteredFormat(first: string): string {
  return LETTERED.get(first) ?? "decimal";
}

/** Bullets of the Symbol and Wingdings fonts stand in the private area; any of them is printed as «•». */
export function listBullet(text: string): string {
  return /[\uE000-\uF8FF]/.test(text) || text === "" ? "•" : text;
}

/** After the last letter of the alphabet letters are doubled: я, аа, бб. */
function letter(count: number, alphabet: string): string {
  if (count < 1) return String(count);
  const at = (count - 1) % alphabet.length;
  return alphabet[at]!.repeat(Math.min(1 + Math.floor((count - 1) / alphabet.length), 9));
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let left = count;
  let text = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}
