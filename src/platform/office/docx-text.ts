import { isOn } from "./docx-styles.ts";
import { symbolText } from "./docx-symbols.ts";
import { child, type XmlNode } from "./xml.ts";

export interface NoteReference {
  readonly kind: "footnote" | "endnote";
  readonly id: string;
  /** a mark of the author's own, «*» */
  readonly mark: string | undefined;
}

export interface RunText {
  readonly text: string;
  /** every visible letter is bold */
  readonly bold: boolean;
  /** contents of text boxes anchored in the paragraph */
  readonly boxes: readonly XmlNode[];
  readonly notes: readonly NoteReference[];
}

/** Whether run properties make letters bold; undefined where they do not say. */
export type BoldOf = (properties: XmlNode | undefined) => boolean | undefined;

/** Content that only wraps runs; tracked insertions count as accepted. */
const WRAPPERS = new Set([
  "w:hyperlink",
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "w:sdt",
  "w:sdtContent",
  "w:fldSimple",
  "w:customXml",
  "w:dir",
  "w:bdo",
  "w:ruby",
  "w:rubyBase",
  "mc:AlternateContent",
  "mc:Choice",
  "m:oMath",
  "m:oMathPara",
]);

/** The text of a paragraph as printed: deletions, field codes, note marks and hidden letters left out. */
export function runText(paragraph: XmlNode, boldByStyle: boolean, boldOf: BoldOf): RunText {
  let text = "";
  let plain = false;
  let broken = false;
  /** letters inside the code of a field: part of the code, unless the field turns out never to end */
  let code = "";
  /** of each open field, whether its code still goes on; a result may hold further fields */
  const fields: boolean[] = [];
  const boxes: XmlNode[] = [];
  const notes: NoteReference[] = [];

  const run = (node: XmlNode): void => {
    const properties = child(node, "w:rPr");
    if (isOn(child(properties, "w:vanish"))) return;
    const before = text.length;
    for (const part of node.children) {
      const kind = noteKind(part.name);
      if (part.name === "w:fldChar") turnField(fields, part.attributes["w:fldCharType"]);
      else if (fields.includes(true)) code += pieceOf(part, boxes);
      else if (kind) {
        const own = isOn(part, "w:customMarkFollows") ? node.children.map((one) => one.text).join("") : undefined;
        notes.push({ kind, id: part.attributes["w:id"] ?? "", mark: own });
        // the author's own mark fills the rest of its run
        if (own !== undefined) break;
      } else {
        if (isPageBreak(part)) broken = true;
        text += pieceOf(part, boxes);
      }
    }
    if (text.length > before && text.slice(before).trim() !== "" && !(boldOf(properties) ?? boldByStyle)) plain = true;
  };
  const walk = (node: XmlNode): void => {
    for (const part of node.children) {
      if (part.name === "w:r") run(part);
      else if (part.name === "m:r") text += part.children.map((one) => one.text).join("");
      else if (WRAPPERS.has(part.name) ? !isPlaceholder(part) : part.name.startsWith("m:")) walk(part);
    }
  };
  walk(paragraph);
  if (fields.includes(true)) text += code;
  if (broken) text = text.replace(/^\n+|\n+$/g, "");
  return { text, bold: !plain && text.trim() !== "", boxes, notes };
}

/** A content control that nobody has filled shows words of Word's own. */
export function isPlaceholder(node: XmlNode): boolean {
  return node.name === "w:sdt" && isOn(child(child(node, "w:sdtPr"), "w:showingPlcHdr"));
}

function noteKind(name: string): NoteReference["kind"] | undefined {
  if (name === "w:footnoteReference") return "footnote";
  return name === "w:endnoteReference" ? "endnote" : undefined;
}

function turnField(fields: boolean[], type: string | undefined): void {
  if (type === "begin") fields.push(true);
  else if (type === "separate" && fields.length > 0) fields[fields.length - 1] = false;
  else if (type === "end") fields.pop();
}

function isPageBreak(part: XmlNode): boolean {
  return part.name === "w:br" && /^(?:page|column)$/.test(part.attributes["w:type"] ?? "");
}

function pieceOf(part: XmlNode, boxes: XmlNode[]): string {
  switch (part.name) {
    case "w:t":
      return part.text.includes("\u00AD") ? part.text.replaceAll("\u00AD", "") : part.text;
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbolText(part.attributes["w:char"] ?? "", part.attributes["w:font"] ?? "");
    case "w:drawing":
    case "w:pict":
    case "mc:AlternateContent":
      findBoxes(part, boxes);
      return "";
    default:
      return "";
  }
}

function findBoxes(node: XmlNode, boxes: XmlNode[]): void {
  for (const part of node.children) {
    if (part.name === "w:txbxContent") boxes.push(part);
    else findBoxes(part, boxes);
  }
}
