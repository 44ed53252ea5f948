import { child, children, valueOf, type XmlNode } from "./xml.ts";

/** Computes the printed mark of each list paragraph, as Word does: counters live per abstract list and restart under a higher level. */
export type ListCounter = (numId: string, depth: number) => string;

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
}

const MANY_LEVELS = 9;

export function listCounter(numbering: XmlNode | undefined): ListCounter {
  const abstracts = new Map(
    children(numbering, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", levelsOf(one)]),
  );
  const lists = new Map(
    children(numbering, "w:num").map((one) => {
      const base = valueOf(one, "w:abstractNumId") ?? "";
      const levels = new Map(abstracts.get(base) ?? []);
      const restarts = new Map<number, number>();
      for (const override of children(one, "w:lvlOverride")) {
        const depth = Number(override.attributes["w:ilvl"] ?? 0);
        const own = child(override, "w:lvl");
        if (own) levels.set(depth, levelOf(own));
        const start = valueOf(override, "w:startOverride");
        if (start !== undefined) restarts.set(depth, Number(start));
      }
      return [one.attributes["w:numId"] ?? "", { base, levels, restarts }] as const;
    }),
  );
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return (numId, depth) => {
    const list = lists.get(numId);
    const level = list?.levels.get(depth);
    if (!list || !level) return "";
    const counts = counters.get(list.base) ?? [];
    counters.set(list.base, counts);
    const restart = list.restarts.get(depth);
    if (restart !== undefined && !begun.has(`${numId}/${depth}`)) counts[depth] = undefined;
    begun.add(`${numId}/${depth}`);
    counts[depth] = counts[depth] === undefined ? (restart ?? level.start) : counts[depth] + 1;
    counts.length = depth + 1;
    if (level.format === "none") return "";
    if (level.format === "bullet") return bulletOf(level.text);
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = list.levels.get(at)?.format ?? "decimal";
      return written(counts[at] ?? list.levels.get(at)?.start ?? 1, format);
    });
  };
}

function levelsOf(abstract: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of children(abstract, "w:lvl").slice(0, MANY_LEVELS)) {
    levels.set(Number(one.attributes["w:ilvl"] ?? 0), levelOf(one));
  }
  return levels;
}

function levelOf(node: XmlNode): Level {
  return {
    start: Number(valueOf(node, "w:start") ?? 1),
    format: valueOf(node, "w:numFmt") ?? "decimal",
    text: valueOf(node, "w:lvlText") ?? "",
  };
}

/** Bullets of the Symbol and Wingdings fonts stand in the private area; any of them is printed as «•». */
function bulletOf(text: string): string {
  return /[\uE000-\uF8FF]/.test(text) || text === "" ? "•" : text;
}

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

function written(count: number, format: string): string {
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

function letter(count: number, alphabet: string): string {
  const at = (count - 1) % alphabet.length;
  return (alphabet[at] ?? "").repeat(Math.min(1 + Math.floor((count - 1) / alphabet.length), 9));
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
