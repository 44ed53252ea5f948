import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { docx, p, tbl, tr } from "../../../test/support/docx-builder.ts";
import { MOST_FILE_BYTES, openDocument } from "./open-document.ts";
import { OFFICE_PROBLEMS } from "./problems.ts";

const wide = (word: string): number[] => [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
const ole = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from({ length: 200 }, () => 0),
    ...wide(stream),
  ]);
const archive = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const escaped = (text: string): string => text.replace(/[.()]/g, "\\$&");
const whole = docx([p("План"), tbl([tr(["№", "Мероприятие"]), tr(["1", "Опрос"])])]);

describe("refusals", () => {
  it.each([
    ["nothing at all", new Uint8Array(), "план.docx", "office-empty"],
    ["a document without a letter", docx([p("")]), "план.docx", "office-empty"],
    ["blank text", strToU8(" \n\t\n"), "план.txt", "office-empty"],
    ["a cut archive", whole.subarray(0, whole.length - 400), "план.docx", "office-damaged"],
    ["noise under a Word name", Uint8Array.from([1, 2, 3, 0, 0, 7]), "план.docx", "office-damaged"],
    [
      "broken XML inside",
      archive({ "[Content_Types].xml": "<a/>", "word/document.xml": "<w:document><w:body>" }),
      "план.docx",
      "office-damaged",
    ],
    [
      "a package without its document",
      archive({ "[Content_Types].xml": "<a/>", "word/other.xml": "<a/>" }),
      "план.docx",
      "office-damaged",
    ],
    ["a password", ole("EncryptedPackage"), "план.docx", "office-password"],
    ["an old Word file", ole("WordDocument"), "план.doc", "office-old-word"],
    ["an old Excel file", ole("Workbook"), "план.xls", "office-old-excel"],
    [
      "a drawing of OpenDocument",
      archive({
        "content.xml":
          "<office:document-content><office:body><office:drawing/></office:body></office:document-content>",
      }),
      "план.odg",
      "office-opendocument",
    ],
    ["RTF", strToU8("{\\rtf1\\ansi text}"), "план.rtf", "office-rtf"],
    ["PDF without pages", strToU8("%PDF-1.7 …"), "план.pdf", "office-pdf-damaged"],
    ["an archive of something else", archive({ "фото.txt": "x" }), "архив.zip", "office-wrong-type"],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
      "скан.png",
      "office-wrong-type",
    ],
  ])("%s", async (_name, bytes, name, code) => {
    const opened = await openDocument(bytes, name, { program: null });
    expect(opened).toEqual({
      ok: false,
      refusal: { code, text: OFFICE_PROBLEMS[code as keyof typeof OFFICE_PROBLEMS] },
    });
  });

  it.each([
    [
      "a photograph",
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      "план.docx",
      "документ Word",
      "изображение JPEG",
    ],
    ["a video", strToU8("\0\0\0 ftypisom"), "план.docx", "документ Word", "видеозапись"],
    ["an old Word file", ole("WordDocument"), "план.docx", "документ Word", "старый формат Word (.doc)"],
    ["RTF", strToU8("{\\rtf1 text}"), "план.xlsx", "файл Excel", "файл RTF"],
    ["a plain archive", archive({ "фото.txt": "x" }), "план.docx", "документ Word", "архив ZIP"],
    [
      "a presentation",
      archive({ "[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>" }),
      "план.docx",
      "документ Word",
      "презентация PowerPoint",
    ],
  ])("%s under the name of a document is named for what it is", async (_name, bytes, name, promised, inside) => {
    const opened = await openDocument(bytes, name, { program: null });
    expect(opened.ok || opened.refusal.text).toMatch(new RegExp(`^Это не ${promised}: внутри ${escaped(inside)}\\. `));
  });

  it("a file over the limit, before anything is read", async () => {
    expect(await openDocument(new Uint8Array(MOST_FILE_BYTES + 1), "план.docx")).toMatchObject({
      refusal: { code: "office-too-large" },
    });
  });

  it("an archive that swells", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(8 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await openDocument(bomb, "план.docx")).toMatchObject({ refusal: { code: "office-bomb" } });
  });

  it("an archive of countless parts", async () => {
    const parts = Object.fromEntries(Array.from({ length: 4100 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]));
    expect(await openDocument(zipSync({ ...parts, "word/document.xml": strToU8("<a/>") }), "план.docx")).toMatchObject({
      refusal: { code: "office-bomb" },
    });
  });

  it("a table wider than any page", async () => {
    const cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p/></w:tc>';
    expect(await openDocument(docx([p("план"), tbl([tr([cell])])]), "план.docx")).toMatchObject({
      refusal: { code: "office-boundless" },
    });
  });
});

it("opens by content whatever the name says, and drops the extension", async () => {
  const opened = await openDocument(whole, "Дорожная карта 2025.v2.txt");
  expect(opened).toMatchObject({ ok: true, value: { document: "Дорожная карта 2025.v2" } });
});

it.each([
  ["UTF-8", strToU8("Срок: май")],
  [
    "UTF-16",
    Uint8Array.from([
      0xff,
      0xfe,
      ...[..."Срок: май"].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]),
  ],
  ["the old Windows code page", Uint8Array.from([0xd1, 0xf0, 0xee, 0xea, 0x3a, 0x20, 0xec, 0xe0, 0xe9])],
])("reads text in %s", async (_name, bytes) => {
  expect(await openDocument(bytes, "срок.txt")).toMatchObject({
    value: { blocks: [{ kind: "paragraph", text: "Срок: май" }] },
  });
});

it.each([
  ["too many lines", "Опрос проведён.\n".repeat(60_001)],
  ["lines too long", `${"Опрос проведён. ".repeat(8000)}\n`.repeat(40)],
])("refuses a text that no paper has: %s", async (_name, text) => {
  expect(await openDocument(new TextEncoder().encode(text), "план.txt")).toMatchObject({
    ok: false,
    refusal: { code: "office-long" },
  });
});

it("refuses a table that no paper has", async () => {
  const sprawling = `№\tМероприятие\tСрок${"\t".repeat(600)}\n1\tОпрос\tмай${"\t".repeat(600)}`;
  expect(await openDocument(new TextEncoder().encode(sprawling), "план.txt")).toMatchObject({
    ok: false,
    refusal: { code: "office-boundless" },
  });
});

describe("any bytes", () => {
  it("give a document or a refusal, never an exception", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("а.docx", "а.xlsx", "а.txt", "а.html", "а"),
        async (bytes, name) => {
          const opened = await openDocument(bytes, name, { program: null });
          expect(opened.ok || opened.refusal.code in OFFICE_PROBLEMS).toBe(true);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it("changed in a good file give a document or a refusal", async () => {
    const edits = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(edits, fc.nat(whole.length), async (changes, keep) => {
        const bytes = whole.slice(0, Math.max(keep, 4));
        for (const [at, value] of changes) if (at < bytes.length && at > 3) bytes[at] = value;
        const opened = await openDocument(bytes, "план.docx");
        expect(opened.ok || opened.refusal.code in OFFICE_PROBLEMS).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });
});
