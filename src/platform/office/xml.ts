import { SaxesParser } from "saxes";
import { OfficeRefusal } from "./problems.ts";

export interface XmlNode {
  /** prefix included: «w:p», whatever prefix the file gives to WordprocessingML */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** text directly inside */
  readonly text: string;
}

interface OpenNode {
  name: string;
  attributes: Record<string, string>;
  children: OpenNode[];
  text: string;
}

const DEEPEST = 600;
const WORD = /\/wordprocessingml\/(?:2006\/)?main$/;

/**
 * A lean tree of an XML part: subtrees named in `skip` are left out, so that borders and fonts cost nothing. A document type is refused:
 * Office never writes one, and entities are how XML is made to read other files. Throws OfficeRefusal.
 */
export function parseXml(xml: string, skip: ReadonlySet<string> = new Set()): XmlNode {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const top: OpenNode = { name: "", attributes: {}, children: [], text: "" };
  const stack: OpenNode[] = [top];
  let skipped = 0;
  let rename = (name: string): string => name;
  const refuse = () => {
    throw new OfficeRefusal("office-damaged");
  };
  const hear = (text: string): void => {
    if (skipped === 0) stack.at(-1)!.text += text;
  };
  parser.on("doctype", refuse);
  parser.on("error", refuse);
  parser.on("opentag", (tag) => {
    if (stack.length === 1) rename = renamerOf(tag.attributes);
    const name = rename(tag.name);
    if (skipped > 0 || skip.has(name)) {
      skipped += 1;
      return;
    }
    if (stack.length > DEEPEST) throw new OfficeRefusal("office-bomb");
    const node: OpenNode = { name, attributes: tag.attributes, children: [], text: "" };
    stack.at(-1)!.children.push(node);
    stack.push(node);
  });
  parser.on("text", hear);
  parser.on("cdata", hear);
  parser.on("closetag", () => {
    if (skipped > 0) skipped -= 1;
    else stack.pop();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof OfficeRefusal ? error : new OfficeRefusal("office-damaged");
  }
  return top.children[0] ?? refuse();
}

/** Nearly every producer calls the namespace «w»; where one does not, its names are put back to «w». */
function renamerOf(attributes: Readonly<Record<string, string>>): (name: string) => string {
  const bound = Object.entries(attributes).find(([name, value]) => name.startsWith("xmlns") && WORD.test(value));
  const prefix = bound?.[0] === "xmlns" ? "" : `${bound?.[0].slice(6) ?? "w"}:`;
  if (!bound || prefix === "w:") return (name) => name;
  return (name) => (prefix === "" ? (name.includes(":") ? name : `w:${name}`) : name.replace(prefix, "w:"));
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}

/** The `w:val` of a child element. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes["w:val"];
}
