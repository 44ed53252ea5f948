import type { StyleOf } from "./odf-styles.ts";
import { child, TEXT, type XmlNode } from "./xml.ts";

export interface OdfNote {
  readonly mark: string;
  readonly body: XmlNode;
}

export interface OdfText {
  readonly text: string;
  /** every visible letter is bold */
  readonly bold: boolean;
  /** frames and shapes with text anchored in the paragraph */
  readonly boxes: readonly XmlNode[];
  readonly notes: readonly OdfNote[];
}

/** Stands in a paragraph and prints nothing in its place. */
const SILENT = new Set([
  "office:annotation",
  "office:annotation-end",
  "text:ruby-text",
  "text:tracked-changes",
  "text:hidden-text",
  "text:script",
  "text:placeholder",
]);

const MOST_SPACES = 1000;

/** The text of a paragraph as printed: white space as OpenDocument folds it, hidden letters and note marks left out. */
export function odfText(paragraph: XmlNode, styleOf: StyleOf, boldByStyle: boolean): OdfText {
  let text = "";
  let plain = false;
  /** a folded space is written before the next letter, so that none stands at either end */
  let space = false;
  const boxes: XmlNode[] = [];
  const notes: OdfNote[] = [];

  const put = (piece: string, bold: boolean): void => {
    if (space && text !== "" && !text.endsWith("\n")) text += " ";
    space = false;
    text += piece;
    if (!bold && piece.trim() !== "") plain = true;
  };

  const walk = (node: XmlNode, bold: boolean): void => {
    for (const part of node.children) {
      const { name, attributes } = part;
      if (name === TEXT) {
        const folded = part.text.replace(/[ \t\r\n]+/g, " ");
        if (folded.startsWith(" ")) space = true;
        if (folded.trim() !== "" || folded.replaceAll(" ", "") !== "") put(folded.replace(/^ | $/g, ""), bold);
        if (folded.endsWith(" ")) space = true;
      } else if (name === "text:s")
        put(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, MOST_SPACES)), bold);
      else if (name === "text:tab") put("\t", bold);
      else if (name === "text:line-break") put("\n", bold);
      else if (name === "text:span") {
        const style = styleOf("text", attributes["text:style-name"]);
        if (!style.hidden) walk(part, style.bold ?? bold);
      } else if (name === "text:note") {
        const body = child(part, "text:note-body");
        if (body) notes.push({ mark: citationOf(part), body });
      } else if (name.startsWith("draw:")) boxes.push(part);
      else if (name.startsWith("text:") && !SILENT.has(name)) walk(part, bold);
    }
  };
  walk(paragraph, boldByStyle);
  return { text, bold: !plain && text.trim() !== "", boxes, notes };
}

function citationOf(note: XmlNode): string {
  const citation = child(note, "text:note-citation");
  const own = citation?.children
    .map(({ text }) => text)
    .join("")
    .trim();
  return own || (citation?.attributes["text:label"] ?? "");
}
