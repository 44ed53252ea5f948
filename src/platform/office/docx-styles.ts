import { headingLevel } from "./heading-level.ts";
import { child, children, valueOf, type XmlNode } from "./xml.ts";

export interface ParagraphStyle {
  /** heading level 1…9 */
  readonly level?: number;
  readonly bold?: boolean;
  readonly list?: { readonly numId: string; readonly depth: number };
}

/** What each paragraph style means for reading, with what it inherits from the style it is based on. */
export function paragraphStyles(styles: XmlNode | undefined): (id: string | undefined) => ParagraphStyle {
  const byId = new Map(children(styles, "w:style").map((one) => [one.attributes["w:styleId"] ?? "", one]));
  const known = new Map<string, ParagraphStyle>();

  const read = (id: string, seen: ReadonlySet<string>): ParagraphStyle => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return {};
    const ready = known.get(id);
    if (ready) return ready;
    const base = valueOf(node, "w:basedOn");
    const inherited = base ? read(base, new Set([...seen, id])) : {};
    const properties = child(node, "w:pPr");
    const level = headingLevel(valueOf(node, "w:name") ?? "", outlineOf(properties));
    const numPr = child(properties, "w:numPr");
    const numId = valueOf(numPr, "w:numId");
    const bold = boldOf(child(node, "w:rPr"));
    const style: ParagraphStyle = {
      ...inherited,
      ...(level !== undefined && { level }),
      ...(bold !== undefined && { bold }),
      ...(numId !== undefined && { list: { numId, depth: Number(valueOf(numPr, "w:ilvl") ?? 0) } }),
    };
    known.set(id, style);
    return style;
  };

  return (id) => (id === undefined ? {} : read(id, new Set()));
}

/** Whether run properties switch bold on or off; undefined where they do not say. */
export function boldOf(properties: XmlNode | undefined): boolean | undefined {
  const bold = child(properties, "w:b");
  if (!bold) return undefined;
  return !["0", "false", "off"].includes(bold.attributes["w:val"] ?? "");
}

/** The heading level that paragraph properties name, counted from 1 as a string; Word counts from 0 and means «no heading» by 9. */
export function outlineOf(properties: XmlNode | undefined): string | undefined {
  const outline = valueOf(properties, "w:outlineLvl");
  return outline === undefined ? undefined : String(Number(outline) + 1);
}
