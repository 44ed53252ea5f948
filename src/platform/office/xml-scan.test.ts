import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { scanXml, XmlFault } from "./xml-scan.ts";

/** Events as lines, neighbouring texts joined; «fault» at the end of what is no XML. */
function scanned(xml: string): string[] {
  const lines: string[] = [];
  try {
    scanXml(xml, {
      open: (name, attributes) => lines.push(`<${name} ${JSON.stringify(attributes)}`),
      text: (text) => hear(lines, text),
      close: () => lines.push(">"),
    });
  } catch (error) {
    expect(error).toBeInstanceOf(XmlFault);
    return ["fault"];
  }
  return lines;
}

/** The same by a parser that knows every rule of XML. */
function parsed(xml: string): string[] {
  const lines: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  const fault = () => {
    throw new XmlFault("refused");
  };
  let depth = 0;
  parser.on("error", fault);
  parser.on("doctype", fault);
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    lines.push(`<${name} ${JSON.stringify(attributes)}`);
  });
  parser.on("closetag", () => {
    depth -= 1;
    lines.push(">");
  });
  parser.on("text", (text) => depth > 0 && hear(lines, text));
  parser.on("cdata", (text) => hear(lines, text));
  try {
    parser.write(xml).close();
  } catch {
    return ["fault"];
  }
  return lines;
}

function hear(lines: string[], text: string): void {
  if (lines.at(-1)?.startsWith("=")) lines[lines.length - 1] += text;
  else lines.push(`=${text}`);
}

it.each([
  ["a document type", "<!DOCTYPE a><a/>"],
  ["an entity of one's own", "<a>&own;</a>"],
  ["a bare ampersand", "<a>A & B</a>"],
  ["a number beyond Unicode", "<a>&#x110000;</a>"],
  ["crossed elements", "<a><b></a></b>"],
  ["two roots", "<a/><b/>"],
  ["text outside", "<a/>x"],
  ["no element at all", "<?xml version='1.0'?>"],
  ["an attribute twice", "<a b='1' b='2'/>"],
  ["an attribute without a value", "<a b/>"],
  ["a cut tag", "<a b='1'"],
  ["a cut comment", "<a><!-- </a>"],
  ["a mark inside a tag", "<a<b></a>"],
])("refuses %s", (_name, xml) => {
  expect(scanned(xml)).toEqual(["fault"]);
});

it("hears elements, texts, numbers and character data in order", () => {
  const xml = `\uFEFF<?xml version="1.0"?><!-- x --><a b='1 &lt; 2' c = "&#x41;"><d/>до&amp;&#1103;<![CDATA[<b>]]>\r\nпосле</a>\n`;
  expect(scanned(xml)).toEqual(['<a {"b":"1 < 2","c":"A"}', "<d {}", ">", "=до&я<b>\nпосле", ">"]);
});

it("hears what a full parser hears in any document made of such pieces", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<b c='1'>",
    "</b>",
    "<d/>",
    "текст",
    " ",
    "&amp;",
    "&#65;",
    "&x;",
    "<![CDATA[<]]>",
    "<!-- - -->",
    "<?p q?>",
    "<",
    ">",
    "&",
    "\r\n",
    '"',
    '<e f="&quot;\'"/>',
    "<!DOCTYPE a>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, wrapped) => {
      const xml = wrapped ? `<r>${pieces.join("")}</r>` : pieces.join("");
      const full = parsed(xml);
      if (full[0] === "fault") return; // a lean walk may forgive what hurts nobody
      expect(scanned(xml)).toEqual(full);
    }),
    { numRuns: runs(300) },
  );
});
