import { textOf, unpack } from "./archive.ts";
import { OfficeRefusal } from "./problems.ts";
import { child, parseXml, type XmlNode } from "./xml.ts";

/** An OpenDocument file as trees; a file that is one XML holds its styles in the content. */
export interface OdfTrees {
  readonly content: XmlNode;
  readonly styles: XmlNode | undefined;
}

/** What is never read, so that it costs nothing. */
const SKIP = new Set([
  "text:tracked-changes",
  "table:tracked-changes",
  "office:forms",
  "office:scripts",
  "office:font-face-decls",
  "office:binary-data",
  "office:meta",
  "office:settings",
  "office:master-styles",
  "draw:image",
  "draw:object",
  "draw:object-ole",
  "svg:title",
  "svg:desc",
]);
const SHAPE = { skip: SKIP, mixed: true } as const;
const PARTS = { content: "content.xml", styles: "styles.xml", manifest: "META-INF/manifest.xml" } as const;

/** The trees of a package (.odt, .ods). Throws OfficeRefusal. */
export function unpackOdf(bytes: Uint8Array): OdfTrees {
  const wanted = new Set<string>(Object.values(PARTS));
  const parts = unpack(bytes, (name) => wanted.has(name));
  const xmlOf = (name: string): string | undefined => {
    const found = parts.get(name);
    return found && textOf(found);
  };
  if (xmlOf(PARTS.manifest)?.includes(":encryption-data")) throw new OfficeRefusal("office-password");
  const content = xmlOf(PARTS.content);
  const styles = xmlOf(PARTS.styles);
  if (content === undefined) throw new OfficeRefusal("office-damaged");
  return { content: parseXml(content, SHAPE), styles: styles === undefined ? undefined : parseXml(styles, SHAPE) };
}

/** The tree of a file that is one XML (.fodt, .fods). Throws OfficeRefusal. */
export function parseFlatOdf(xml: string): OdfTrees {
  return { content: parseXml(xml, SHAPE), styles: undefined };
}

/** What the body holds: «text», «spreadsheet», «presentation»; undefined where there is none. */
export function odfKind({ content }: OdfTrees): string | undefined {
  const found = child(content, "office:body")?.children.find(({ name }) => name.startsWith("office:"));
  return found?.name.slice("office:".length);
}
