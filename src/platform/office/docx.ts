import type { Block, ListMark } from "#shared/document-grids.ts";
import { unpack } from "./archive.ts";
import { listCounter, type ListCounter } from "./docx-lists.ts";
import { outlineOf, paragraphStyles, type ParagraphStyle } from "./docx-styles.ts";
import { rowsOf, spansOf } from "./docx-table.ts";
import { runText } from "./docx-text.ts";
import { headingLevel } from "./heading-level.ts";
import { pageBlocks, type Found } from "./page.ts";
import { OfficeRefusal } from "./problems.ts";
import { child, children, parseXml, valueOf, type XmlNode } from "./xml.ts";

const PARTS = { body: "word/document.xml", styles: "word/styles.xml", numbering: "word/numbering.xml" } as const;

/** What is never read: looks, deleted text, and the old twin of every drawing. */
const SKIP = new Set([
  "w:rFonts",
  "w:sz",
  "w:szCs",
  "w:lang",
  "w:color",
  "w:spacing",
  "w:ind",
  "w:jc",
  "w:shd",
  "w:tcBorders",
  "w:tblBorders",
  "w:pBdr",
  "w:tcMar",
  "w:tblCellMar",
  "w:tblLook",
  "w:tcW",
  "w:tabs",
  "w:sectPr",
  "w:proofErr",
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:instrText",
  "w:delText",
  "w:moveFrom",
  "mc:Fallback",
  "w:object",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:rPrChange",
  "w:pPrChange",
  "w:tcPrChange",
  "w:footnoteReference",
  "w:endnoteReference",
  "w:commentReference",
  "w:rt",
]);

/** Blocks of a .docx in document order: tracked changes accepted, content controls opened, list marks computed. Throws OfficeRefusal. */
export function readDocx(bytes: Uint8Array): readonly Block[] {
  const wanted = new Set<string>(Object.values(PARTS));
  const parts = unpack(bytes, (name) => wanted.has(name));
  const part = (name: string): XmlNode | undefined => {
    const found = parts.get(name);
    return found && parseXml(new TextDecoder().decode(found), { skip: SKIP });
  };
  const body = child(part(PARTS.body), "w:body");
  if (!body) throw new OfficeRefusal("office-damaged");
  return readBody(body, paragraphStyles(part(PARTS.styles)), listCounter(part(PARTS.numbering)));
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

/** Walks the body once: list counters, table numbers and text carried over a deleted paragraph mark go forward with it. */
function readBody(body: XmlNode, styleOf: (id: string | undefined) => ParagraphStyle, markOf: ListCounter): Block[] {
  let carried = "";

  const walk = (node: XmlNode, found: Found): void => {
    for (const part of node.children) {
      if (part.name === "w:tbl") found.table(part);
      else if (CONTAINERS.has(part.name)) walk(part, found);
      else if (part.name === "w:p") readParagraph(part, found);
    }
  };

  const readParagraph = (node: XmlNode, found: Found): void => {
    const properties = child(node, "w:pPr");
    const style = styleOf(valueOf(properties, "w:pStyle"));
    const { text: own, bold, boxes } = runText(node, style.bold ?? false);
    const text = carried + own;
    // The paragraph mark itself was deleted: as accepted, the text runs on into the next paragraph.
    const runsOn = child(child(properties, "w:rPr"), "w:del") !== undefined;
    carried = runsOn ? text : "";
    if (!runsOn) {
      const level = headingLevel("", outlineOf(properties)) ?? style.level;
      found.paragraph({ text, bold, level, list: listOf(properties, style) });
    }
    for (const box of boxes) walk(box, found);
  };

  const listOf = (properties: XmlNode | undefined, style: ParagraphStyle): ListMark | undefined => {
    const own = child(properties, "w:numPr");
    const numId = valueOf(own, "w:numId") ?? style.list?.numId;
    if (numId === undefined || numId === "0") return undefined;
    const depth = Number(valueOf(own, "w:ilvl") ?? style.list?.depth ?? 0);
    const marker = markOf(numId, depth);
    return marker === "" ? undefined : { marker, depth };
  };

  return pageBlocks(body, {
    walk,
    shapeOf: (node) => ({
      ...spansOf(rowsOf(node)),
      widths: children(child(node, "w:tblGrid"), "w:gridCol").map((one) => Number(one.attributes["w:w"] ?? 0)),
    }),
  });
}
