import { textOf, unpack } from "./archive.ts";
import { OfficeRefusal } from "./problems.ts";
import { children, parseXml, type XmlNode } from "./xml.ts";

/** Trees of a Word package; each but the body may be missing. */
export interface DocxParts {
  readonly document: XmlNode;
  readonly styles: XmlNode | undefined;
  readonly numbering: XmlNode | undefined;
  readonly footnotes: XmlNode | undefined;
  readonly endnotes: XmlNode | undefined;
}

/** What is never read: looks, deleted text, and the old twin of every drawing. */
const SKIP = new Set([
  "w:sz",
  "w:szCs",
  "w:lang",
  "w:color",
  "w:spacing",
  "w:ind",
  "w:jc",
  "w:shd",
  "w:tcBorders",
  "w:tblBorders",
  "w:pBdr",
  "w:tcMar",
  "w:tblCellMar",
  "w:tblLook",
  "w:tcW",
  "w:tabs",
  "w:sectPr",
  "w:proofErr",
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:rFonts",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "mc:Fallback",
  "w:object",
  "w:sdtEndPr",
  "w:rPrChange",
  "w:pPrChange",
  "w:tcPrChange",
  "w:trPrChange",
  "w:tblPrChange",
  "w:tblGridChange",
  "w:commentReference",
  "w:rt",
  "w:latentStyles",
]);

const WANTED = /^(?:_rels\/\.rels|word\/_rels\/[^/]+|word\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml)$/;
const MAIN = "word/document.xml";
const RELATED = ["styles", "numbering", "footnotes", "endnotes"] as const;

/** Unpacks and parses what a reader of the document needs, wherever its relationships say it lies. Throws OfficeRefusal. */
export function docxParts(bytes: Uint8Array): DocxParts {
  const parts = unpack(bytes, (name) => WANTED.test(name));
  const tree = (name: string | undefined): XmlNode | undefined => {
    const found = name === undefined ? undefined : parts.get(name);
    return found && parseXml(textOf(found), { skip: SKIP });
  };
  const main = targetsOf(tree("_rels/.rels"), "").get("officeDocument") ?? MAIN;
  const document = tree(main) ?? tree(MAIN);
  if (!document) throw new OfficeRefusal("office-damaged");
  const folder = main.replace(/[^/]*$/, "");
  const targets = targetsOf(tree(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const [styles, numbering, footnotes, endnotes] = RELATED.map((kind) =>
    tree(targets.get(kind) ?? `${folder}${kind}.xml`),
  );
  return { document, styles, numbering, footnotes, endnotes };
}

/** Parts by the last word of their relationship's type, which the strict and the usual packages share. */
function targetsOf(relationships: XmlNode | undefined, folder: string): ReadonlyMap<string, string> {
  return new Map(
    children(relationships, "Relationship")
      .filter(({ attributes }) => attributes["TargetMode"] !== "External")
      .map(({ attributes }) => {
        const target = attributes["Target"] ?? "";
        const path = target.startsWith("/") ? target.slice(1) : `${folder}${target.replace(/^\.\//, "")}`;
        return [(attributes["Type"] ?? "").replace(/^.*\//, ""), path] as const;
      }),
  );
}
