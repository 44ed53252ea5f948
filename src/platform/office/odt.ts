import type { Block, ListMark } from "#shared/document-grids.ts";
import type { OdfTrees } from "./odf.ts";
import { countOn, listStyles, OUTLINE, type Counts } from "./odf-lists.ts";
import { odfStyles } from "./odf-styles.ts";
import { odfTable } from "./odf-table.ts";
import { odfText, type OdfNote } from "./odf-text.ts";
import { noteBlock, pageBlocks, type Found } from "./page.ts";
import { OfficeRefusal } from "./problems.ts";
import { child, wholeOf, type XmlNode } from "./xml.ts";

/** Walked through to what they hold. */
const CONTAINERS = new Set([
  "text:section",
  "text:index-body",
  "text:index-title",
  "text:table-of-content",
  "text:alphabetical-index",
  "text:illustration-index",
  "text:table-index",
  "text:object-index",
  "text:user-index",
  "text:bibliography",
  "text:numbered-paragraph",
  "draw:frame",
  "draw:text-box",
  "draw:g",
  "draw:a",
  "draw:custom-shape",
  "draw:rect",
  "draw:ellipse",
]);

interface OpenList {
  readonly style: string | undefined;
  readonly counts: Counts;
  readonly depth: number;
  /** set while an item waits for its first paragraph, which carries the mark */
  readonly item: { waits: boolean; readonly start: number | undefined };
}

/** Blocks of a text document: tracked changes accepted, hidden text left out, list numbers computed. Throws OfficeRefusal. */
export function readOdt({ content, styles }: OdfTrees): readonly Block[] {
  const body = child(child(content, "office:body"), "office:text");
  if (!body) throw new OfficeRefusal("office-damaged");
  const styleOf = odfStyles(content, styles);
  const lists = listStyles(content, styles);
  const begun = new Map<string, Counts>();
  const outline: Counts = [];
  const notes: OdfNote[] = [];

  const walk = (node: XmlNode, found: Found, list?: OpenList): void => walkAll(node.children, found, list);

  const walkAll = (parts: readonly XmlNode[], found: Found, list?: OpenList): void => {
    for (const part of parts) {
      const { name, attributes } = part;
      if (name === "text:p" || name === "text:h") readParagraph(part, found, list);
      else if (name === "text:list") readList(part, found, list);
      else if (name === "table:table") found.table(part);
      else if (CONTAINERS.has(name)) {
        const hidden =
          attributes["text:display"] === "none" || styleOf("section", attributes["text:style-name"]).hidden;
        if (name !== "text:section" || !hidden) walk(part, found);
      }
    }
  };

  const readList = (node: XmlNode, found: Found, outer: OpenList | undefined): void => {
    const style = node.attributes["text:style-name"] ?? outer?.style;
    const counts = outer?.counts ?? countsOf(node, style);
    const id = node.attributes["xml:id"];
    if (id !== undefined) begun.set(`id ${id}`, counts);
    begun.set(`style ${style}`, counts);
    for (const part of node.children) {
      if (part.name !== "text:list-item" && part.name !== "text:list-header") continue;
      const start = part.attributes["text:start-value"];
      const item = {
        waits: part.name === "text:list-item",
        start: start === undefined ? undefined : wholeOf(start, 1),
      };
      walk(part, found, { style, counts, depth: outer ? outer.depth + 1 : 0, item });
    }
  };

  const countsOf = (node: XmlNode, style: string | undefined): Counts => {
    const goesOn = node.attributes["text:continue-list"];
    const known = goesOn === undefined ? undefined : begun.get(`id ${goesOn}`);
    if (known) return known;
    const same = node.attributes["text:continue-numbering"] === "true" ? begun.get(`style ${style}`) : undefined;
    return same ?? (style === OUTLINE ? outline : []);
  };

  const readParagraph = (node: XmlNode, found: Found, list: OpenList | undefined): void => {
    const { attributes } = node;
    const style = styleOf("paragraph", attributes["text:style-name"]);
    const { text, bold, boxes, notes: inside } = odfText(node, styleOf, style.bold ?? false);
    if (!style.hidden) {
      notes.push(...inside);
      const depth = node.name === "text:h" ? levelOf(attributes["text:outline-level"]) : undefined;
      const mark = list ? listMark(list, style.list) : depth === undefined ? undefined : headingMark(node, depth);
      found.paragraph({ text, bold, level: depth ?? style.level, list: mark });
    }
    walkAll(boxes, found);
  };

  const listMark = ({ style, counts, depth, item }: OpenList, own: string | undefined): ListMark | undefined => {
    if (!item.waits) return undefined;
    item.waits = false;
    const marker = countOn(counts, lists.get(style ?? own ?? ""), depth, item.start);
    return marker === "" ? undefined : { marker, depth };
  };

  const headingMark = ({ attributes }: XmlNode, depth: number): ListMark | undefined => {
    if (attributes["text:is-list-header"] === "true") return undefined;
    const restart =
      attributes["text:restart-numbering"] === "true" ? wholeOf(attributes["text:start-value"], 1) : undefined;
    const marker = countOn(outline, lists.get(OUTLINE), depth - 1, restart);
    return marker === "" ? undefined : { marker, depth: depth - 1 };
  };

  const blocks = pageBlocks(body, { walk, shapeOf: (table) => odfTable(table, styleOf) });
  // a note may hold a note: the list grows while it is read
  for (let at = 0; at < notes.length && at < MOST_NOTES; at += 1) {
    const { mark, body: own } = notes[at]!;
    const texts: string[] = [];
    walk(own, { paragraph: ({ text }) => void texts.push(text), table: () => undefined });
    blocks.push(noteBlock(mark || String(at + 1), texts.join(" ").trim()));
  }
  return blocks;
}

const MOST_NOTES = 10_000;

/** The level of a heading, 1…10 as the standard has them. */
function levelOf(text: string | undefined): number {
  return Math.min(Math.max(wholeOf(text, 1), 1), 10);
}
