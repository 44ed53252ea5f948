import { parseSync } from "oxc-parser";

/** A part of a module as the parser reads it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly [field: string]: any;
}

/** A Russian text of a module. */
export interface Text {
  readonly start: number;
  readonly end: number;
  /** the text with `{0}`, `{1}` where a template has its values */
  readonly key: string;
  /** the code that says it in English; `render` gives the code of a value */
  readonly write: (english: string, render: (value: Pick<Node, "start" | "end">) => string) => string;
}

const RUSSIAN = /\p{Script=Cyrillic}/u;
const ENTITIES = new Map(
  Object.entries({ nbsp: "\u00A0", laquo: "«", raquo: "»", mdash: "—", ndash: "–", amp: "&", lt: "<", gt: ">" }),
);
const SKIPPED = new Set([
  "TSLiteralType",
  "TSTypeAnnotation",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "TSEnumMember",
]);

/**
 * String literals, templates and words between tags that hold Russian, in the order they stand; one lies within another only as a value of a
 * template. Types, keys of objects, sources of imports and regular expressions are no texts. Throws where the module does not parse.
 */
export function textsOf(path: string, code: string): readonly Text[] {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const found: Text[] = [];
  visit(program as unknown as Node, undefined, undefined, found);
  return found.sort((one, other) => one.start - other.start);
}

function visit(node: Node, parent: Node | undefined, field: string | undefined, found: Text[]): void {
  if (SKIPPED.has(node.type) || node.type.startsWith("TSType")) return;
  const text = textOf(node, parent, field);
  if (text) found.push(text);
  for (const [name, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child.type === "string" && child.type !== "TemplateElement") visit(child, node, name, found);
}

/** Marks of HTML in words between tags and in attributes, as the page shows them. */
const shownMarks = (text: string) => text.replace(/&(\w+);/g, (mark, name: string) => ENTITIES.get(name) ?? mark);

function textOf(node: Node, parent: Node | undefined, field: string | undefined): Text | undefined {
  if (node.type === "JSXText") return RUSSIAN.test(node["value"]) ? betweenTags(node) : undefined;
  if (node.type === "Literal" && typeof node["value"] === "string") {
    if (!RUSSIAN.test(node["value"]) || (field === "key" && !parent?.["computed"])) return undefined;
    const { start, end } = node;
    const value = node["value"] as string;
    if (parent?.type !== "JSXAttribute") return { start, end, key: value, write: (english) => JSON.stringify(english) };
    return { start, end, key: shownMarks(value), write: (english) => `{${JSON.stringify(english)}}` };
  }
  if (node.type !== "TemplateLiteral" || parent?.type === "TaggedTemplateExpression") return undefined;
  if (!node["quasis"].some(({ value }: Node) => RUSSIAN.test(value.cooked))) return undefined;
  return template(node);
}

/** «Осталось ${n} из ${m}» has the key «Осталось {0} из {1}»; the English says where the values stand. */
function template(node: Node): Text {
  const key = node["quasis"]
    .map(({ value }: Node, at: number) => (at === 0 ? "" : `{${at - 1}}`) + value.cooked)
    .join("");
  const write: Text["write"] = (english, render) => {
    const body = english
      .split(/\{(\d+)\}/)
      .map((part, at) =>
        at % 2 === 0 ? part.replace(/[`\\]|\$\{/g, "\\$&") : `\${${render(node["expressions"][Number(part)])}}`,
      );
    return `\`${body.join("")}\``;
  };
  return { start: node.start, end: node.end, key, write };
}

/** Words between tags as the page shows them: lines joined, the spaces at their ends kept where they stand in the line of a tag. */
function betweenTags(node: Node): Text {
  const lines = shownMarks(node["value"]).split("\n");
  const shown = lines
    .map((line, at) => {
      const left = at === 0 ? line : line.replace(/^[ \t]+/, "");
      return at === lines.length - 1 ? left : left.replace(/[ \t]+$/, "");
    })
    .filter((line) => line !== "")
    .join(" ");
  const [, before, key, after] = /^([ \t]*)(.*?)([ \t]*)$/su.exec(shown)!;
  return {
    start: node.start,
    end: node.end,
    key: key!,
    write: (english) => `{${JSON.stringify(before! + english + after!)}}`,
  };
}
