import type { Block, CellAddress, GridCell, ListMark, TableBlock } from "#shared/document-grids.ts";
import { unpack } from "./archive.ts";
import { listCounter, type ListCounter } from "./docx-lists.ts";
import { paragraphStyles, type ParagraphStyle } from "./docx-styles.ts";
import { rowsOf, spansOf } from "./docx-table.ts";
import { runText } from "./docx-text.ts";
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
    return found && parseXml(new TextDecoder().decode(found), SKIP);
  };
  const body = child(part(PARTS.body), "w:body");
  if (!body) throw new OfficeRefusal("office-damaged");
  return readBody(body, paragraphStyles(part(PARTS.styles)), listCounter(part(PARTS.numbering)));
}

interface Paragraph {
  readonly text: string;
  readonly bold: boolean;
  readonly level: number | undefined;
  readonly list: ListMark | undefined;
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

interface Found {
  readonly paragraph: (one: Paragraph) => void;
  readonly table: (node: XmlNode) => void;
}

/** Walks the body once: list counters, table numbers and text carried over a deleted paragraph mark go forward with it. */
function readBody(body: XmlNode, styleOf: (id: string | undefined) => ParagraphStyle, markOf: ListCounter): Block[] {
  let tables = 0;
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
      const outline = valueOf(properties, "w:outlineLvl");
      const level = outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style.level;
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

  const readTable = (node: XmlNode, parent?: CellAddress): TableBlock[] => {
    const index = tables;
    tables += 1;
    const nested: TableBlock[] = [];
    const widths = children(child(node, "w:tblGrid"), "w:gridCol").map((one) => Number(one.attributes["w:w"] ?? 0));
    const { spans, rows, columns } = spansOf(rowsOf(node));
    const cells = spans.map(({ row, col, rowSpan, colSpan, node: cell }): GridCell => {
      const paragraphs: Paragraph[] = [];
      if (cell) {
        walk(cell, {
          paragraph: (one) => paragraphs.push(one),
          table: (inner) => nested.push(...readTable(inner, { table: index, row, col })),
        });
      }
      const marks = paragraphs.map(({ list }) => list?.marker ?? null);
      const texts = paragraphs.map(({ text }) => text);
      return { row, col, rowSpan, colSpan, paragraphs: texts, ...(marks.some((mark) => mark !== null) && { marks }) };
    });
    const known = widths.length === columns && widths.every((width) => width > 0);
    const table: TableBlock = {
      kind: "table",
      index,
      rows,
      columns,
      cells,
      ...(known && { widths }),
      ...(parent && { parent }),
    };
    return [table, ...nested];
  };

  const blocks: Block[] = [];
  walk(body, {
    paragraph: ({ text, bold, level, list }) =>
      blocks.push({ kind: "paragraph", text, ...(level && { level }), ...(bold && { bold }), ...(list && { list }) }),
    table: (node) => blocks.push(...readTable(node)),
  });
  return blocks;
}
