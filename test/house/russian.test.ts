import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { expect, it } from "vitest";
import { pageModules } from "../../scripts/english/graph.ts";

/** Names that Russian writes in Latin letters too. */
const NAMES =
  /^(?:Excel|Word|PDF|English|Ctrl|Esc|Enter|Shift|Alt|DOCX|XLSX|OpenDocument|PostgreSQL|FreeOTP|Google|Authenticator|https)$/;
/** Attributes whose words a person reads or hears. */
const READ = new Set([
  "label",
  "title",
  "placeholder",
  "aria-label",
  "alt",
  "hint",
  "description",
  "empty",
  "lead",
  "kicker",
]);

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: { readonly name?: unknown };
}

/** Words of Latin letters that a page would show or say although nobody has said them in Russian. */
function foreignWords(path: string, code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "JSXText") found.push(...wordsIn(String(node.value)));
    const attribute = node.type === "JSXAttribute" && READ.has(String(node.name?.name));
    const value = node.value as Node | null | undefined;
    if (attribute && value?.type === "Literal") found.push(...wordsIn(String(value.value)));
    for (const child of Object.values(node).flat())
      if (child && typeof (child as Node).type === "string") visit(child as Node);
  };
  visit(parseSync(path, code).program as unknown as Node);
  return found;
}

const wordsIn = (text: string) =>
  [...text.replace(/&\w+;/g, " ").matchAll(/(?<![\p{L}\d_.])[A-Za-z]{3,}(?![\p{L}\d_])/gu)]
    .map(([word]) => word)
    .filter((word) => !NAMES.test(word));

it("sees a word that was left in English", () => {
  const page = 'const a = <p title="Save it">Сохранить в Excel &nbsp; now <b className="wide">Да</b></p>;';
  expect(foreignWords("a.tsx", page)).toEqual(["Save", "now"]);
});

it("no page shows or says a word that is not Russian", () => {
  const pages = pageModules(new Map()).filter((path) => path.endsWith(".tsx"));
  expect(pages.length).toBeGreaterThan(200);
  const foreign = pages.flatMap((path) =>
    foreignWords(path, readFileSync(path, "utf8")).map((word) => `${path}: ${word}`),
  );
  expect(foreign).toEqual([]);
});
