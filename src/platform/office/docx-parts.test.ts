import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docx, p, tbl, tr } from "../../../test/support/docx-builder.ts";
import { readDocx } from "./docx.ts";

describe("packages of other producers", () => {
  const usual = docx([p("План", { level: 1 }), tbl([tr(["1", "Опрос"])])]);
  const rewritten = (change: (name: string, xml: string) => readonly [string, string]): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(usual)).map(([name, bytes]) => {
          const [now, xml] = change(name, strFromU8(bytes));
          return [now, strToU8(xml)];
        }),
      ),
    );
  it.each([
    [
      "the strict namespaces",
      rewritten((name, xml) => [
        name,
        xml
          .replaceAll(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    ],
    [
      "a body under another name",
      rewritten((name, xml) => [
        name.replace("document.xml", "document2.xml"),
        xml.replaceAll("document.xml", "document2.xml"),
      ]),
    ],
    [
      "targets from the root of the package",
      rewritten((name, xml) => [
        name,
        xml.replace('Target="word/', 'Target="/word/').replace('Target="styles.xml"', 'Target="/word/styles.xml"'),
      ]),
    ],
    [
      "another prefix",
      rewritten((name, xml) => [
        name,
        xml
          .replaceAll("<w:", "<x:")
          .replaceAll("</w:", "</x:")
          .replaceAll(" w:", " x:")
          .replaceAll("xmlns:w=", "xmlns:x="),
      ]),
    ],
    [
      "macros and a template's kind, both left alone",
      zipSync({ ...unzipSync(usual), "word/vbaProject.bin": new Uint8Array(9_000_000) }),
    ],
    ["no relationships at all", rewritten((name, xml) => [name.replace(/^.*\.rels$/, "x/$&"), xml])],
  ])("%s", (_name, bytes) => {
    expect(readDocx(bytes)).toEqual(readDocx(usual));
    expect(readDocx(bytes)).toMatchObject([{ text: "План", level: 1 }, { kind: "table" }]);
  });
});
