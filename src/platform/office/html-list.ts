import { attributeOf } from "./html-tokens.ts";

/** An open list of a page and where its count stands. */
export interface HtmlList {
  readonly ordered: boolean;
  readonly type: string;
  count: number;
}

export function openList(name: string, attributes: string): HtmlList {
  const style = attributeOf(attributes, "style") ?? "";
  const named = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(style)?.[1] ?? "";
  const start = Number.parseInt(attributeOf(attributes, "start") ?? "1", 10);
  return {
    ordered: name === "ol",
    type: attributeOf(attributes, "type") ?? STYLES[named.toLowerCase()] ?? "1",
    count: (Number.isFinite(start) ? start : 1) - 1,
  };
}

const STYLES: Readonly<Record<string, string>> = {
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
};

/** The mark of the next item: «3.», «b.», «iv.», «•». */
export function nextMark(list: HtmlList | undefined, attributes: string): string {
  if (!list?.ordered) return "•";
  const own = Number.parseInt(attributeOf(attributes, "value") ?? "", 10);
  list.count = Number.isFinite(own) ? own : list.count + 1;
  return `${counted(list.count, list.type)}.`;
}

function counted(count: number, type: string): string {
  if (count < 1 || count > 1000) return String(count);
  if (type === "a" || type === "A") return cased(letters(count), type);
  if (type === "i" || type === "I") return cased(roman(count), type);
  return String(count);
}

const cased = (text: string, type: string): string => (type === type.toUpperCase() ? text.toUpperCase() : text);

function letters(count: number): string {
  const last = String.fromCodePoint(97 + ((count - 1) % 26));
  return count > 26 ? `${letters(Math.floor((count - 1) / 26))}${last}` : last;
}

const ROMAN: readonly (readonly [number, string])[] = [
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

function roman(count: number): string {
  const found = ROMAN.find(([value]) => value <= count);
  return found ? `${found[1]}${roman(count - found[0])}` : "";
}
