import { boldOf } from "./docx-styles.ts";
import { child, type XmlNode } from "./xml.ts";

export interface RunText {
  readonly text: string;
  /** every visible letter is bold */
  readonly bold: boolean;
  /** contents of text boxes anchored in the paragraph */
  readonly boxes: readonly XmlNode[];
}

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

/** The text of a paragraph as printed: deletions, field codes, footnote marks and hidden letters left out. */
export function runText(paragraph: XmlNode, boldByStyle: boolean): RunText {
  let text = "";
  let plain = false;
  const boxes: XmlNode[] = [];

  const run = (node: XmlNode): void => {
    const properties = child(node, "w:rPr");
    if (child(properties, "w:vanish")) return;
    const before = text.length;
    for (const part of node.children) text += pieceOf(part, boxes);
    if (text.slice(before).trim() !== "" && !(boldOf(properties) ?? boldByStyle)) plain = true;
  };
  const walk = (node: XmlNode): void => {
    for (const part of node.children) {
      if (part.name === "w:r") run(part);
      else if (part.name === "m:r") text += part.children.map((one) => one.text).join("");
      else if (WRAPPERS.has(part.name) || part.name.startsWith("m:")) walk(part);
    }
  };
  walk(paragraph);
  return { text, bold: !plain && text.trim() !== "", boxes };
}

function pieceOf(part: XmlNode, boxes: XmlNode[]): string {
  switch (part.name) {
    case "w:t":
      return part.text;
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbolOf(part.attributes["w:char"] ?? "");
    case "w:drawing":
    case "w:pict":
    case "mc:AlternateContent":
      findBoxes(part, boxes);
      return "";
    default:
      return "";
  }
}

/** Symbol fonts map letters into the private area, where only the picture has meaning. */
function symbolOf(code: string): string {
  const point = Number.parseInt(code, 16);
  return point >= 0x20 && point < 0xe000 ? String.fromCodePoint(point) : "";
}

function findBoxes(node: XmlNode, boxes: XmlNode[]): void {
  for (const part of node.children) {
    if (part.name === "w:txbxContent") boxes.push(part);
    else findBoxes(part, boxes);
  }
}
