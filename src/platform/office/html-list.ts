import { attributeOf } from "./html-tokens.ts";
import { letteredFormat, listNumber } from "./list-numbers.ts";

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
    type: attributeOf(attributes, "type") ?? STYLES.get(named.toLowerCase()) ?? "1",
    count: (Number.isFinite(start) ? start : 1) - 1,
  };
}

const STYLES: ReadonlyMap<string, string> = new Map([
  ["lower-alpha", "a"],
  ["lower-latin", "a"],
  ["upper-alpha", "A"],
  ["upper-latin", "A"],
  ["lower-roman", "i"],
  ["upper-roman", "I"],
]);

/** The mark of the next item: «3.», «b.», «iv.», «•». */
export function nextMark(list: HtmlList | undefined, attributes: string): string {
  if (!list?.ordered) return "•";
  const own = Number.parseInt(attributeOf(attributes, "value") ?? "", 10);
  list.count = Number.isFinite(own) ? own : list.count + 1;
  return `${listNumber(list.count, letteredFormat(list.type))}.`;
}
