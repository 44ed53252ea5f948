import type { BoldOf } from "./docx-text.ts";
import { headingLevel } from "./heading-level.ts";
import { child, children, valueOf, wholeOf, type XmlNode } from "./xml.ts";

export interface ParagraphStyle {
  /** heading level 1…9 */
  readonly level?: number;
  readonly bold?: boolean;
  /** without a depth the list itself knows the depth by the style */
  readonly list?: { readonly numId: string; readonly depth: number | undefined; readonly style: string };
}

/** styles are based on each other no deeper; a circle ends here too */
const DEEPEST = 40;

/** What each paragraph style means for reading, with what it inherits from the style it is based on. */
export function paragraphStyles(styles: XmlNode | undefined): (id: string | undefined) => ParagraphStyle {
  const byId = new Map(children(styles, "w:style").map((one) => [one.attributes["w:styleId"] ?? "", one]));
  const known = new Map<string, ParagraphStyle>();

  const read = (id: string, depth: number): ParagraphStyle => {
    const node = byId.get(id);
    const ready = known.get(id);
    if (ready) return ready;
    if (!node || depth > DEEPEST) return {};
    const base = valueOf(node, "w:basedOn");
    const inherited = base ? read(base, depth + 1) : {};
    const properties = child(node, "w:pPr");
    const level = headingLevel(valueOf(node, "w:name") ?? "", outlineOf(properties));
    const numPr = child(properties, "w:numPr");
    const numId = valueOf(numPr, "w:numId");
    const bold = boldOf(child(node, "w:rPr"));
    const style: ParagraphStyle = {
      ...inherited,
      ...(level !== undefined && { level }),
      ...(bold !== undefined && { bold }),
      ...(numId !== undefined && { list: { numId, depth: depthOf(numPr), style: id } }),
    };
    known.set(id, style);
    return style;
  };

  return (id) => (id === undefined ? {} : read(id, 0));
}

/** The level that list properties name. */
export function depthOf(numPr: XmlNode | undefined): number | undefined {
  const depth = valueOf(numPr, "w:ilvl");
  return depth === undefined ? undefined : wholeOf(depth, 0);
}

/** Whether a property that is either there or not is switched on; `name` where the switch is an attribute of its own. */
export function isOn(property: XmlNode | undefined, name = "w:val"): boolean {
  if (!property) return false;
  const value = property.attributes[name];
  return value === undefined ? name === "w:val" : !["0", "false", "off"].includes(value);
}

/** Whether run properties switch bold on or off; undefined where they do not say. */
function boldOf(properties: XmlNode | undefined): boolean | undefined {
  const bold = child(properties, "w:b");
  return bold && isOn(bold);
}

/** As `boldOf`, the character style that the properties name included. */
export function boldWith(styleOf: (id: string | undefined) => ParagraphStyle): BoldOf {
  return (properties) => boldOf(properties) ?? (properties && styleOf(valueOf(properties, "w:rStyle")).bold);
}

/** The heading level that paragraph properties name, counted from 1 as a string; Word counts from 0 and means «no heading» by 9. */
export function outlineOf(properties: XmlNode | undefined): string | undefined {
  const outline = valueOf(properties, "w:outlineLvl");
  return outline === undefined ? undefined : String(Number(outline) + 1);
}
