import { AlignmentType, Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import { writable } from "./cell-text.ts";
import type { DocumentTree } from "./document-tree.ts";
import { blockParagraph, halfPoints } from "./docx-paragraph.ts";
import { docxTable } from "./docx-table.ts";
import { pageOf, SHEET, textWidth, twips } from "./page.ts";

const FONT = "Times New Roman";
const TEXT_SIZE = 12;
const FOOTER_SIZE = 9;
/** From the sheet's edge to the page number and to the footer, millimetres. */
const EDGE = 10;

function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  });
}

function footer(text: string): Footer {
  return new Footer({
    children: [new Paragraph({ children: [new TextRun({ text: writable(text), size: halfPoints(FOOTER_SIZE) })] })],
  });
}

/**
 * Prints a document tree as DOCX: A4, Times New Roman, official margins, the number of the page in the middle of its top
 * from the second page on. Throws RangeError for a tree whose tables do not fit together (see `gridOf`).
 */
export async function renderDocx(tree: DocumentTree): Promise<Uint8Array> {
  const page = pageOf(tree);
  const width = textWidth(page);
  const foot = tree.footer ? footer(tree.footer) : undefined;
  const document = new Document({
    title: writable(tree.title),
    creator: "Ориентир",
    styles: {
      default: {
        document: { run: { font: FONT, size: halfPoints(tree.textSize ?? TEXT_SIZE), language: { value: "ru-RU" } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(SHEET.width),
              height: twips(SHEET.height),
              orientation: page.orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left: twips(page.left),
              right: twips(page.right),
              top: twips(page.top),
              bottom: twips(page.bottom),
              header: twips(EDGE),
              footer: twips(EDGE),
            },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        ...(foot ? { footers: { default: foot, first: foot } } : {}),
        children: tree.blocks.map((block) =>
          block.kind === "table" ? docxTable(block, width) : blockParagraph(block, width, tree.textSize ?? TEXT_SIZE),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
