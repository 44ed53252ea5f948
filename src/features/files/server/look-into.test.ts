import { deflateRawSync, deflateSync } from "node:zlib";
import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { docx, p } from "../../../../test/support/docx-builder.ts";
import { lookInto } from "./look-into.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const relationships = (...links: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`;
const link = (kind: string, target: string, external = true) =>
  `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;

/** A Word document of these parts beside its own. */
function word(parts: Readonly<Record<string, string>>): Uint8Array {
  const whole: Zippable = {
    "[Content_Types].xml": strToU8(
      '<Types><Override ContentType="application/xml" PartName="/word/document.xml"/></Types>',
    ),
    "word/document.xml": strToU8("<w:document/>"),
  };
  for (const [name, text] of Object.entries(parts)) whole[name] = strToU8(text);
  return zipSync(whole);
}

const pdf = (...objects: string[]) =>
  latin(`%PDF-1.7\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("")}trailer\n%%EOF\n`);
/** Objects packed together, as newer programs write them. */
const packed = (inside: string | Buffer) => {
  const stream = (typeof inside === "string" ? deflateSync(latin(inside)) : inside).toString("latin1");
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
};

const megabytes = (count: number, filling = " ") => filling.repeat(Math.floor((count * 1024 * 1024) / filling.length));

describe("files made to be looked at without end", () => {
  it("relationships that begin again and again are read once", () => {
    const parts = { "word/_rels/document.xml.rels": megabytes(1, "<Relationship ") };
    expect(lookInto(word(parts), "план.docx")).toEqual({ ok: false, refusal: "file-damaged" });
  });

  it("relationships are looked through to a bound of all of them together", () => {
    const parts = Object.fromEntries(
      [1, 2, 3, 4, 5].map((at) => [`word/_rels/${at}.rels`, `<Relationships>${megabytes(0.9)}</Relationships>`]),
    );
    expect(lookInto(word(parts), "план.docx")).toEqual({ ok: false, refusal: "file-damaged" });
  });

  it("a PDF with more packed objects than any has is only saved", () => {
    const stream = deflateSync(latin("")).toString("latin1");
    const bytes = latin(`%PDF-1.7\n${`/ObjStm stream\n${stream}endstream\n`.repeat(5001)}%%EOF\n`);
    expect(lookInto(bytes, "план.pdf")).toMatchObject({ value: { opensInline: false } });
  });
});

/** A word left as it is, then a script packed: for a reader that goes by the word the script is not there. */
const BEHIND_WORD = (() => {
  const [known, script] = ["1 0 (endstream) ", "<< /S /JavaScript >>"];
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(known.length, 0);
  lengths.writeUInt16LE(0xffff - known.length, 2);
  const whole = deflateSync(latin(known + script));
  const stored = Buffer.concat([whole.subarray(0, 2), Buffer.from([0]), lengths, latin(known)]);
  return Buffer.concat([stored, deflateRawSync(latin(script)), whole.subarray(-4)]);
})();

describe("what is refused after a deeper look", () => {
  it.each<[string, string, Uint8Array, string]>([
    [
      "macros under another name",
      "план.docx",
      word({
        "word/abc.bin": "x",
        "word/_rels/document.xml.rels": relationships(
          `<Relationship Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="abc.bin"/>`,
        ),
      }),
      "file-macro",
    ],
    [
      "macros told of by the list of kinds alone",
      "план.docx",
      word({
        "[Content_Types].xml":
          '<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      }),
      "file-macro",
    ],
    [
      "a document that is called one with macros",
      "план.docx",
      word({
        "[Content_Types].xml": '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
      "file-macro",
    ],
    [
      "a template from the internet, in other quotes and letters by their numbers",
      "план.docx",
      word({
        "word/_rels/settings.xml.RELS": relationships(
          link("attachedTemplate", "&#104;ttps://a.example/t.dotm").replaceAll('"', "'").replace("Mode=", "Mode = "),
        ),
      }),
      "file-remote",
    ],
    [
      "relationships in letters of two bytes, which nobody writes",
      "план.docx",
      zipSync({
        "[Content_Types].xml": strToU8("<Types/>"),
        "word/document.xml": strToU8("<w:document/>"),
        "word/_rels/settings.xml.rels": Buffer.from(
          `\ufeff${relationships(link("attachedTemplate", "https://a.example/t.dotm"))}`,
          "utf16le",
        ),
      }),
      "file-damaged",
    ],
    [
      "a template from the internet behind four hundred empty lists",
      "план.docx",
      word({
        ...Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`word/_rels/${at}.rels`, relationships()])),
        "word/_rels/settings.xml.rels": relationships(link("attachedTemplate", "https://a.example/t.dotm")),
      }),
      "file-remote",
    ],
    ["a control of ActiveX", "план.docx", word({ "word/activeX/activeX1.xml": "x" }), "file-macro"],
    [
      "a template from the internet",
      "план.docx",
      word({ "word/_rels/settings.xml.rels": relationships(link("attachedTemplate", "https://a.example/t.dotm")) }),
      "file-remote",
    ],
    [
      "an object from the internet",
      "план.docx",
      word({ "word/_rels/document.xml.rels": relationships(link("oleObject", "mhtml:https://a.example/x!x")) }),
      "file-remote",
    ],
    [
      "a PDF with a page before its first object",
      "план.pdf",
      latin("%PDF-1.4\n<html><script>alert(1)</script>\n1 0 obj\n<<>>\nendobj\n%%EOF"),
      "file-mixed",
    ],
    [
      "a PDF with a page after its end",
      "план.pdf",
      latin("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n<script>alert(1)</script>"),
      "file-mixed",
    ],
    [
      "a PDF with an archive behind it",
      "план.pdf",
      Buffer.concat([pdf("<<>>"), zipSync({ "a.class": strToU8("x") })]),
      "file-mixed",
    ],
  ])("%s", (_what, name, bytes, refusal) => {
    expect(lookInto(bytes, name)).toEqual({ ok: false, refusal });
  });
});

describe("what is kept, and how it is given out", () => {
  it.each<[string, Uint8Array, string, boolean]>([
    ["a paper", pdf("<< /Type /Catalog /OpenAction [1 0 R /Fit] /URI (https://a.example) >>"), "application/pdf", true],
    ["a paper whose objects are packed", pdf(packed("1 0 << /Type /Font >>")), "application/pdf", true],
    [
      "a paper that speaks of scripts in its text",
      pdf("<< /Title (JavaScript /Javascripts) >>"),
      "application/pdf",
      true,
    ],
    [
      "a paper with a script",
      pdf("<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"),
      "application/pdf",
      false,
    ],
    ["a paper with a script in disguise", pdf("<< /S /J#61vaScript >>"), "application/pdf", false],
    [
      "a paper with a script packed under a name in disguise",
      pdf(packed("1 0 << /S /JavaScript >>").replace("ObjStm", "Obj#53tm")),
      "application/pdf",
      false,
    ],
    [
      "a paper with a script packed far behind its name",
      pdf(packed("1 0 << /S /JavaScript >>").replace("/ObjStm", `/ObjStm${" ".repeat(3000)}`)),
      "application/pdf",
      false,
    ],
    ["a paper with a script behind a word among what is packed", pdf(packed(BEHIND_WORD)), "application/pdf", false],
    [
      "a paper with a script packed twice",
      pdf(packed(deflateSync(latin("1 0 << /S /JavaScript >>")).toString("latin1"))),
      "application/pdf",
      false,
    ],
    ["a paper with a script packed away", pdf(packed("1 0 << /S /JavaScript >>")), "application/pdf", false],
    [
      "a paper whose packed objects are broken",
      pdf("<< /Type /ObjStm >>\nstream\nnothing\nendstream"),
      "application/pdf",
      false,
    ],
    ["a paper that starts a program", pdf("<< /S /Launch /F (cmd.exe) >>"), "application/pdf", false],
    ["a paper with a file inside", pdf("<< /Type /EmbeddedFile >>"), "application/pdf", false],
    ["a locked paper", pdf("<< /Encrypt 5 0 R >>"), "application/pdf", false],
    ["a document of Word", docx([p("Приказ")]), DOCX, false],
    [
      "a document with links to be clicked and a template on the own network",
      word({
        "word/_rels/document.xml.rels": relationships(
          link("hyperlink", "https://a.example"),
          link("attachedTemplate", "file:///C:/Users/U/Normal.dotm"),
        ),
      }),
      DOCX,
      false,
    ],
    ["a document whose end is lost", docx([p("Приказ")]).subarray(0, 900), DOCX, false],
    ["a text", latin("Plan"), "text/plain; charset=utf-8", false],
    ["a page that only shows", latin("<!DOCTYPE html><p>x</p>"), "text/plain; charset=utf-8", false],
  ])("%s", (_what, bytes, mediaType, opensInline) => {
    expect(lookInto(bytes, "файл")).toEqual({ ok: true, value: { mediaType, opensInline } });
  });
});
