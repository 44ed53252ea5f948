import { OfficeRefusal } from "./problems.ts";
import { scanXml } from "./xml-scan.ts";

export interface XmlNode {
  /** prefix included: «w:p», whatever prefix the file gives to the namespace */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** text directly inside; in a tree read as mixed it stands among the children instead, in nodes named TEXT */
  readonly text: string;
}

interface OpenNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** NOBODY until the first child comes: most elements have none */
  children: OpenNode[];
  text: string;
}

export interface XmlShape {
  /** subtrees left out, so that borders and fonts cost nothing */
  readonly skip?: ReadonlySet<string>;
  /** keep text in its place between elements, as OpenDocument needs it */
  readonly mixed?: boolean;
}

/** The name of a piece of text among the children of a mixed tree. */
export const TEXT = "#text";

const DEEPEST = 600;
/** elements and texts of one part; a document of a thousand pages has about a million */
const MOST_NODES = 1_500_000;
const NOBODY: OpenNode[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const NONE: ReadonlySet<string> = new Set();

/** The prefixes that the readers know, by the namespace they stand for; a strict package names another one for the same words. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/^urn:oasis:names:tc:opendocument:xmlns:(office|style|text|table|draw|meta|manifest):1\.0$/, ""],
  [/^urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1\.0$/, "fo"],
  [/^urn:oasis:names:tc:opendocument:xmlns:datastyle:1\.0$/, "number"],
];

/** A lean tree of an XML part. Throws OfficeRefusal where it is broken, nested beyond reason, or declares a document type. */
export function parseXml(xml: string, { skip = NONE, mixed = false }: XmlShape = {}): XmlNode {
  const top: OpenNode = { name: "", attributes: {}, children: NOBODY, text: "" };
  const stack: OpenNode[] = [top];
  let current = top;
  let nodes = 0;
  const add = (node: OpenNode): void => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new OfficeRefusal("office-bomb");
    if (current.children === NOBODY) current.children = [node];
    else current.children.push(node);
  };
  let rename: ((name: string) => string) | undefined;
  try {
    scanXml(xml, {
      open: (given, attributes) => {
        if (stack.length === 1) rename = renamerOf(attributes);
        const name = rename ? rename(given) : given;
        if (stack.length > DEEPEST) throw new OfficeRefusal("office-bomb");
        const own = rename ? renamed(attributes, rename) : attributes;
        const node: OpenNode = { name, attributes: own, children: NOBODY, text: "" };
        add(node);
        stack.push(node);
        current = node;
      },
      text: (text) => {
        if (mixed) add({ name: TEXT, attributes: NO_ATTRIBUTES, children: NOBODY, text });
        else current.text += text;
      },
      close: () => {
        stack.pop();
        current = stack[stack.length - 1]!;
      },
      skips: (given) => skip.has(rename ? rename(given) : given),
    });
  } catch (error) {
    throw error instanceof OfficeRefusal ? error : new OfficeRefusal("office-damaged");
  }
  const [root] = top.children;
  if (!root) throw new OfficeRefusal("office-damaged");
  return root;
}

/** Nearly every producer uses the prefixes of the standards; where one does not, they are put back. Undefined where nothing is to do. */
function renamerOf(attributes: Readonly<Record<string, string>>): ((name: string) => string) | undefined {
  const known = new Map<string, string>();
  for (const [name, uri] of Object.entries(attributes)) {
    if (!/^xmlns(?::|$)/.test(name)) continue;
    const usual = usualPrefix(uri);
    if (usual !== undefined && usual !== name.slice(6)) known.set(name.slice(6), usual);
  }
  if (known.size === 0) return undefined;
  return (name) => {
    const colon = name.indexOf(":");
    const usual = known.get(colon < 0 ? "" : name.slice(0, colon));
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`;
  };
}

function usualPrefix(uri: string): string | undefined {
  for (const [namespace, prefix] of PREFIXES) {
    const found = namespace.exec(uri);
    if (found) return prefix || found[1];
  }
  return undefined;
}

/** An attribute without a prefix belongs to no namespace, whatever the default one is. */
function renamed(attributes: Record<string, string>, rename: (name: string) => string): Record<string, string> {
  const entries = Object.entries(attributes).map(([name, value]) => [name.includes(":") ? rename(name) : name, value]);
  return Object.fromEntries(entries) as Record<string, string>;
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}

/** A whole number as an attribute writes it; `otherwise` where it writes none. */
export function wholeOf(text: string | undefined, otherwise: number): number {
  const number = Number(text?.trim() || Number.NaN);
  return Number.isSafeInteger(number) ? number : otherwise;
}

/** The `w:val` of a child element. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes["w:val"];
}
