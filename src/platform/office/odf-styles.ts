import { headingLevel } from "./heading-level.ts";
import { child, children, type XmlNode } from "./xml.ts";

/** What a style says to a reader; undefined where neither it nor those it is based on say anything. */
export interface OdfStyle {
  readonly bold?: boolean;
  /** letters, a section or a sheet that are not shown */
  readonly hidden?: boolean;
  readonly list?: string;
  /** of a table's column, points */
  readonly width?: number;
  /** heading level 1…9 */
  readonly level?: number;
}

export type StyleOf = (family: string, name: string | undefined) => OdfStyle;

const DEEPEST = 40;

/** Styles of an OpenDocument file by family and name: the automatic ones of its content over the named ones. */
export function odfStyles(content: XmlNode, styles: XmlNode | undefined): StyleOf {
  const byName = new Map<string, XmlNode>();
  for (const group of [child(styles, "office:styles"), child(content, "office:styles"), child(content, AUTOMATIC)]) {
    for (const one of children(group, "style:style"))
      byName.set(`${one.attributes["style:family"]} ${one.attributes["style:name"]}`, one);
  }
  const known = new Map<string, OdfStyle>();

  const read = (family: string, name: string, depth: number): OdfStyle => {
    const key = `${family} ${name}`;
    const node = byName.get(key);
    const ready = known.get(key);
    if (ready) return ready;
    if (!node || depth > DEEPEST) return {};
    const parent = node.attributes["style:parent-style-name"];
    const base = parent === undefined ? {} : read(family, parent, depth + 1);
    const style: OdfStyle = { ...base, ...ownOf(node) };
    known.set(key, style);
    return style;
  };
  return (family, name) => (name === undefined ? {} : read(family, name, 0));
}

export const AUTOMATIC = "office:automatic-styles";

function ownOf(node: XmlNode): OdfStyle {
  const text = child(node, "style:text-properties")?.attributes ?? {};
  const weight = text["fo:font-weight"];
  const display = text["text:display"] ?? child(node, "style:section-properties")?.attributes["text:display"];
  const list = node.attributes["style:list-style-name"];
  const width = pointsOf(child(node, "style:table-column-properties")?.attributes["style:column-width"]);
  const name = (node.attributes["style:name"] ?? "").replaceAll("_20_", " ");
  const level = headingLevel(name, node.attributes["style:default-outline-level"]);
  const isSheetHidden = child(node, "style:table-properties")?.attributes["table:display"] === "false";
  return {
    ...(isSheetHidden && { hidden: true }),
    ...(level !== undefined && { level }),
    ...(weight !== undefined && { bold: weight === "bold" || Number(weight) >= 600 }),
    ...(display !== undefined && { hidden: display === "none" }),
    ...(list !== undefined && { list }),
    ...(width !== undefined && { width }),
  };
}

const UNITS: Readonly<Record<string, number>> = { in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pt: 1, pc: 12, px: 0.75 };

function pointsOf(length: string | undefined): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(in|cm|mm|pt|pc|px)$/.exec(length ?? "");
  return found ? Math.round(Number(found[1]) * UNITS[found[2]!]! * 20) / 20 : undefined;
}
