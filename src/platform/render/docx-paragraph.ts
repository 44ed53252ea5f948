import { AlignmentType, Paragraph, TextRun } from "docx";
import { runsOf, writable } from "./cell-text.ts";
import type { Align, Content, ParagraphBlock, ParagraphStyle } from "./document-tree.ts";
import { twips } from "./page.ts";

/** A title is larger than the text by so much, points. */
const TITLE_MORE = 2;
/** Small print, points. */
const NOTE_SIZE = 10;

/** Points → half points, the unit of type sizes in WordprocessingML. */
export const halfPoints = (points: number) => Math.round(points * 2);

export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

interface RunLook {
  readonly bold?: boolean;
  readonly size?: number;
}

/** Runs of Word for a content; line feeds become line breaks inside the paragraph. */
function textRuns(content: Content, look: RunLook): TextRun[] {
  return runsOf(content).flatMap((run) =>
    writable(run.text)
      .split("\n")
      .map(
        (text, line) =>
          new TextRun({
            text,
            ...(line > 0 ? { break: 1 } : {}),
            // what is as Word has it anyway is not said of each cell: a long table is as quick to write as it is short
            ...((run.bold ?? look.bold) && { bold: true }),
            ...(run.italic && { italics: true }),
            ...(look.size === undefined ? {} : { size: halfPoints(look.size) }),
          }),
      ),
  );
}

/** A paragraph in a cell: no space around it, so that rows stay dense. */
export function cellParagraph(content: Content, align: Align, look: RunLook, keepNext = false): Paragraph {
  return new Paragraph({
    children: textRuns(content, look),
    spacing: { before: 0, after: 0 },
    ...(align !== "left" && { alignment: ALIGNMENT[align] }),
    ...(keepNext && { keepNext }),
  });
}

/** What stands under a table, apart from its last row. */
export function closingParagraph(content: Content): Paragraph {
  return new Paragraph({ children: textRuns(content, {}), spacing: { before: 360, after: 0 } });
}

/** A paragraph of the document in one of its styles; `width` is that between the margins, millimetres; `textSize` points. */
export function blockParagraph(block: ParagraphBlock, width: number, textSize: number): Paragraph {
  const style: ParagraphStyle = block.style ?? "text";
  const after = { after: 120 };
  switch (style) {
    case "title":
      return new Paragraph({
        children: textRuns(block.content, { bold: true, size: textSize + TITLE_MORE }),
        alignment: AlignmentType.CENTER,
        spacing: { before: 160, after: 0 },
        keepNext: true,
      });
    case "subtitle":
      return new Paragraph({
        children: textRuns(block.content, { bold: true }),
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 120 },
        keepNext: true,
      });
    case "line":
      return new Paragraph({ children: textRuns(block.content, {}), spacing: { before: 0, after: 20 } });
    case "heading":
      return new Paragraph({
        children: textRuns(block.content, { bold: true }),
        keepNext: true,
        spacing: { before: 200, after: 80 },
      });
    case "centred":
      return new Paragraph({ children: textRuns(block.content, {}), alignment: AlignmentType.CENTER, spacing: after });
    case "right":
      return new Paragraph({ children: textRuns(block.content, {}), alignment: AlignmentType.RIGHT, spacing: after });
    case "attribute":
      return new Paragraph({
        children: textRuns(block.content, {}),
        indent: { left: twips(width / 2) },
        spacing: after,
      });
    case "note":
      return new Paragraph({ children: textRuns(block.content, { size: NOTE_SIZE }), spacing: after });
    case "text":
      return new Paragraph({ children: textRuns(block.content, {}), spacing: after });
  }
}
