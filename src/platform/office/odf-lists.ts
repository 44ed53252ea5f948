import { letteredFormat, listBullet, listNumber } from "./list-numbers.ts";
import { AUTOMATIC } from "./odf-styles.ts";
import { child, wholeOf, type XmlNode } from "./xml.ts";

interface Level {
  readonly bullet: string | undefined;
  readonly format: string;
  readonly start: number;
  /** «%1%.%2%)», as LibreOffice writes it */
  readonly pattern: string;
}

export type ListStyle = ReadonlyMap<number, Level>;

/** Counts of a list's levels as far as it has been read; an item of a level puts those below it back. */
export type Counts = (number | undefined)[];

/** The heading numbers of a document, and the name under which LibreOffice puts headings into lists. */
export const OUTLINE = "Outline";

/** List styles of an OpenDocument file by name, its outline among them. */
export function listStyles(content: XmlNode, styles: XmlNode | undefined): ReadonlyMap<string, ListStyle> {
  const found = new Map<string, ListStyle>();
  for (const group of [child(styles, "office:styles"), child(content, "office:styles"), child(content, AUTOMATIC)]) {
    for (const node of group?.children ?? []) {
      if (node.name === "text:list-style") found.set(node.attributes["style:name"] ?? "", levelsOf(node));
      else if (node.name === "text:outline-style") found.set(OUTLINE, levelsOf(node));
    }
  }
  return found;
}

function levelsOf(style: XmlNode): ListStyle {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of style.children) {
    const depth = wholeOf(attributes["text:level"], 1) - 1;
    if (!/^text:(?:list-level-style-|outline-level-style)/.test(name) || !(depth >= 0 && depth < 10)) continue;
    const isNumber = name.endsWith("-number") || name.startsWith("text:outline");
    const bullet = isNumber ? undefined : listBullet(attributes["text:bullet-char"] ?? "");
    levels.set(depth, {
      bullet,
      format: formatOf(attributes["style:num-format"] ?? ""),
      start: wholeOf(attributes["text:start-value"], 1),
      pattern: patternOf(attributes, depth),
    });
  }
  return levels;
}

function patternOf(attributes: Readonly<Record<string, string>>, depth: number): string {
  const written = attributes["style:num-list-format"] ?? attributes["loext:num-list-format"];
  if (written !== undefined) return written;
  const shown = Math.min(Math.max(wholeOf(attributes["text:display-levels"], 1), 1), depth + 1);
  const numbers = Array.from({ length: shown }, (_, at) => `%${depth - shown + 2 + at}%`).join(".");
  return `${attributes["style:num-prefix"] ?? ""}${numbers}${attributes["style:num-suffix"] ?? ""}`;
}

/** OpenDocument names a format by its first number; LibreOffice adds the Cyrillic ones as «А, Б, .., Аа, Аб, ... (ru)». */
function formatOf(name: string): string {
  if (name.startsWith("А")) return "russianUpper";
  if (name.startsWith("а")) return "russianLower";
  if (name.startsWith("01")) return "decimalZero";
  return name === "" ? "none" : letteredFormat(name);
}

/** Counts an item on and returns its printed mark, empty where the level prints none. `start` begins the count anew. */
export function countOn(counts: Counts, style: ListStyle | undefined, depth: number, start?: number): string {
  const level = style?.get(depth);
  const before = counts[depth];
  counts[depth] = start ?? (before === undefined ? (level?.start ?? 1) : before + 1);
  counts.length = depth + 1;
  if (!style || !level) return "";
  if (level.bullet !== undefined) return level.bullet;
  if (level.format === "none") return "";
  return level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => {
    const at = Number(digits) - 1;
    const format = style.get(at)?.format ?? "decimal";
    return format === "none" ? "" : listNumber(counts[at] ?? style.get(at)?.start ?? 1, format);
  });
}
