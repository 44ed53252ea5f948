import { attributeOf } from "./html-tokens.ts";
import { listNumber } from "./list-numbers.ts";

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

/** The types of HTML by the names of `listNumber`. */
const FORMATS: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** The mark of the next item: «3.», «b.», «iv.», «•». */
export function nextMark(list: HtmlList | undefined, attributes: string): string {
  if (!list?.ordered) return "•";
  const own = Number.parseInt(attributeOf(attributes, "value") ?? "", 10);
  list.count = Number.isFinite(own) ? own : list.count + 1;
  return `${listNumber(list.count, FORMATS[list.type] ?? "decimal")}.`;
}
