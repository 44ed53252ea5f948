import { unzipSync } from "fflate";
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Library } from "./export.ts";

type ParagraphOptions = Exclude<ConstructorParameters<typeof Paragraph>[0], string>;
type RunOptions = Exclude<ConstructorParameters<typeof TextRun>[0], string>;
type Said<Options> = { -readonly [Key in keyof Options]: Options[Key] };

/** The document as it was read: what the library is told of each of its paragraphs and cells. */
interface ReadParagraph {
  readonly look: Said<ParagraphOptions>;
  readonly runs: readonly RunOptions[];
}
interface ReadCell {
  readonly look: Omit<ConstructorParameters<typeof TableCell>[0], "children">;
  readonly paragraphs: readonly ReadParagraph[];
}
interface ReadRow {
  readonly isHead: boolean;
  readonly cells: readonly ReadCell[];
}

/**
 * A document written again by the library: the same paragraphs, rows and cells with the same looks, its header and footer; all is read
 * beforehand. Throws where what it writes does not hold as many of each element as the document.
 */
export async function documentAlone(file: Uint8Array): Promise<Library> {
  const parts = unzipSync(file);
  const xml = Buffer.from(parts["word/document.xml"]!).toString("utf8");
  const [, above, table] = /<w:body>(.*?)(<w:tbl>.*<\/w:tbl>)/s.exec(xml)!;
  const lines = paragraphsOf(above!);
  const rows = [...table!.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => rowOf(row));
  const columnWidths = [...table!.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  const footer = Object.keys(parts).find((name) => name.startsWith("word/footer"))!;
  const foot = paragraphsOf(Buffer.from(parts[footer]!).toString("utf8"));
  const write = () => Packer.toBuffer(documentOf(lines, rows, columnWidths, foot));
  const again = Buffer.from(unzipSync(await write())["word/document.xml"]!).toString("utf8");
  for (const tag of ["p", "tr", "tc", "r", "b", "sz", "jc", "spacing", "tcW", "shd", "vAlign", "keepNext", "br"]) {
    const [ours, theirs] = [xml, again].map((text) => text.match(new RegExp(`<w:${tag}[ />]`, "g"))?.length ?? 0);
    if (ours !== theirs) throw new Error(`the document has ${ours} of <w:${tag}>, the library wrote ${theirs}`);
  }
  return { rows: rows.length, write };
}

function documentOf(
  lines: readonly ReadParagraph[],
  rows: readonly ReadRow[],
  columnWidths: readonly number[],
  foot: readonly ReadParagraph[],
): Document {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const footer = new Footer({ children: foot.map(paragraph) });
  const table = new Table({
    rows: rows.map(
      ({ isHead, cells }) =>
        new TableRow({
          ...(isHead && { tableHeader: true }),
          cantSplit: true,
          children: cells.map(
            ({ look, paragraphs }) => new TableCell({ ...look, children: paragraphs.map(paragraph) }),
          ),
        }),
    ),
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
  });
  return new Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 24, language: { value: "ru-RU" } } } } },
    sections: [
      {
        properties: { titlePage: true },
        headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer, first: footer },
        children: [...lines.map(paragraph), table],
      },
    ],
  });
}

const paragraph = ({ look, runs }: ReadParagraph) =>
  new Paragraph({ ...look, children: runs.map((run) => new TextRun(run)) });

const numberIn = (xml: string, pattern: RegExp) => {
  const found = pattern.exec(xml)?.[1];
  return found === undefined ? undefined : Number(found);
};

function rowOf(xml: string): ReadRow {
  const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]): ReadCell => {
    const [width, columnSpan] = [numberIn(cell, /<w:tcW[^>]*w:w="(\d+)"/), numberIn(cell, /<w:gridSpan w:val="(\d+)"/)];
    const fill = /<w:shd w:fill="(\w+)"/.exec(cell)?.[1];
    const merge = /<w:vMerge(?: w:val="(\w+)")?/.exec(cell);
    return {
      paragraphs: paragraphsOf(cell),
      look: {
        ...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
        ...(columnSpan !== undefined && { columnSpan }),
        ...(fill && { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
        ...(merge && { verticalMerge: merge[1] === "restart" ? "restart" : "continue" }),
        ...(cell.includes("<w:vAlign") && { verticalAlign: VerticalAlignTable.CENTER }),
      },
    };
  });
  return { isHead: xml.includes("<w:tblHeader/>"), cells };
}

function paragraphsOf(xml: string): ReadParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([text]) => {
    const look: Said<ParagraphOptions> = {};
    const side = /<w:jc w:val="(center|right)"/.exec(text)?.[1];
    if (side) look.alignment = side === "center" ? AlignmentType.CENTER : AlignmentType.RIGHT;
    if (text.includes("<w:keepNext/>")) look.keepNext = true;
    const [before, after] = [
      numberIn(text, /<w:spacing[^>]*w:before="(\d+)"/),
      numberIn(text, /<w:spacing[^>]*w:after="(\d+)"/),
    ];
    if (before !== undefined || after !== undefined)
      look.spacing = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    const runs = [...text.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]): RunOptions => {
      const size = numberIn(run, /<w:sz w:val="(\d+)"/);
      return {
        text: /<w:t[ >][^<]*/.exec(run)?.[0].replace(/^[^>]*>/, "") ?? "",
        ...(run.includes("<w:br/>") && { break: 1 }),
        ...(run.includes("<w:b/>") && { bold: true }),
        ...(size !== undefined && { size }),
      };
    });
    return { look, runs };
  });
}
