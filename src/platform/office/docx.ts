import type { Block, ListMark } from "#shared/document-grids.ts";
import { listCounter } from "./docx-lists.ts";
import { docxParts, type DocxParts } from "./docx-parts.ts";
import { boldWith, depthOf, isOn, outlineOf, paragraphStyles, type ParagraphStyle } from "./docx-styles.ts";
import { rowsOf, spansOf } from "./docx-table.ts";
import { isPlaceholder, runText, type NoteReference } from "./docx-text.ts";
import { headingLevel } from "./heading-level.ts";
import { listNumber } from "./list-numbers.ts";
import { noteBlock, pageBlocks, type Found } from "./page.ts";
import { OfficeRefusal } from "./problems.ts";
import { child, children, valueOf, type XmlNode } from "./xml.ts";

/**
 * Blocks of a .docx in document order: tracked changes accepted, content controls opened, list marks computed, notes at the end. Throws
 * OfficeRefusal.
 */
export function readDocx(bytes: Uint8Array): readonly Block[] {
  const parts = docxParts(bytes);
  const body = child(parts.document, "w:body");
  if (!body) throw new OfficeRefusal("office-damaged");
  return readBody(body, parts);
}

const CONTAINERS = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "mc:AlternateContent",
  "mc:Choice",
]);

/** Walks the body once: list counters, notes and text carried over a deleted paragraph mark go forward with it. */
function readBody(body: XmlNode, { styles, numbering, footnotes, endnotes }: DocxParts): Block[] {
  const styleOf = paragraphStyles(styles);
  const boldOf = boldWith(styleOf);
  const lists = listCounter(numbering);
  const notes: NoteReference[] = [];
  let carried = "";

  const walk = (node: XmlNode, found: Found): void => {
    for (const part of node.children) {
      if (part.name === "w:p") readParagraph(part, found);
      else if (part.name === "w:tbl") found.table(part);
      else if (CONTAINERS.has(part.name) && !isPlaceholder(part)) walk(part, found);
    }
  };

  /** A cell or a body ends every paragraph. */
  const walkWhole = (node: XmlNode, found: Found): void => {
    const outside = carried;
    carried = "";
    walk(node, found);
    if (carried !== "") found.paragraph({ text: carried, bold: false, level: undefined, list: undefined });
    carried = outside;
  };

  const readParagraph = (node: XmlNode, found: Found): void => {
    const properties = child(node, "w:pPr");
    const style = styleOf(valueOf(properties, "w:pStyle"));
    const { text: own, bold, boxes, notes: inside } = runText(node, style.bold ?? false, boldOf);
    notes.push(...inside);
    const text = carried + own;
    // The paragraph mark itself was deleted, moved away or hidden: the text runs on into the next paragraph.
    const mark = child(properties, "w:rPr");
    const runsOn = mark !== undefined && mark.children.some(isGone);
    carried = runsOn ? text : "";
    if (!runsOn) {
      const level = headingLevel("", outlineOf(properties)) ?? style.level;
      found.paragraph({ text, bold, level, list: listOf(properties, style) });
    }
    for (const box of boxes) walkWhole(box, found);
  };

  const listOf = (properties: XmlNode | undefined, { list }: ParagraphStyle): ListMark | undefined => {
    const own = child(properties, "w:numPr");
    const numId = valueOf(own, "w:numId") ?? list?.numId;
    if (numId === undefined || numId === "0") return undefined;
    const byStyle = list && (list.depth ?? lists.depthOfStyle(numId, list.style));
    const depth = depthOf(own) ?? byStyle ?? 0;
    const marker = lists.markOf(numId, depth);
    return marker === "" ? undefined : { marker, depth };
  };

  const blocks = pageBlocks(body, {
    walk: walkWhole,
    shapeOf: (node) => ({
      ...spansOf(rowsOf(node)),
      widths: children(child(node, "w:tblGrid"), "w:gridCol").map((one) => Number(one.attributes["w:w"] ?? 0)),
    }),
  });
  return [...blocks, ...noteBlocks([...notes], { footnote: footnotes, endnote: endnotes }, walkWhole)];
}

function isGone(mark: XmlNode): boolean {
  return mark.name === "w:del" || mark.name === "w:moveFrom" || (mark.name === "w:vanish" && isOn(mark));
}

/** Each note once, in the order of its first mark; notes at the end of a document have Roman numbers, as Word gives them. */
function noteBlocks(
  references: readonly NoteReference[],
  parts: Record<NoteReference["kind"], XmlNode | undefined>,
  walk: (node: XmlNode, found: Found) => void,
): Block[] {
  const byId = new Map<string, XmlNode>(
    (["footnote", "endnote"] as const).flatMap((kind) =>
      children(parts[kind], `w:${kind}`).map((one) => [`${kind} ${one.attributes["w:id"]}`, one] as const),
    ),
  );
  const counts = { footnote: 0, endnote: 0 };
  const seen = new Set<string>();
  const blocks: Block[] = [];
  for (const { kind, id, mark } of references) {
    const key = `${kind} ${id}`;
    const note = byId.get(key);
    if (seen.has(key) || !note) continue;
    seen.add(key);
    if (mark === undefined) counts[kind] += 1;
    const texts: string[] = [];
    walk(note, { paragraph: ({ text }) => void texts.push(text), table: () => undefined });
    const number = listNumber(counts[kind], kind === "endnote" ? "lowerRoman" : "decimal");
    blocks.push(noteBlock(mark?.trim() ?? number, texts.join(" ").trim()));
  }
  return blocks;
}
