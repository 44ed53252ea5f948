import { expect, it } from "vitest";
import { docx, p, part, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import { odt } from "../../../test/support/odt-builder.ts";
import { pdf, text } from "../../../test/support/pdf-builder.ts";
import { xlsx } from "../../../test/support/xlsx-builder.ts";
import type { Block } from "#shared/document-grids.ts";
import { readHtml } from "./html.ts";
import { openDocument } from "./open-document.ts";
import { eachPdfSheet } from "./pdf-library.ts";

/*
 * Small files that would take a reader's whole time or memory, or make it say what is not true. What they did once: a count over a thousand
 * million empty places, squares of a table written out before they were counted, a search begun anew at each letter.
 */
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const repeated = (times: number, one: (at: number) => string): string =>
  Array.from({ length: times }, (_, at) => one(at)).join("");

async function outcomeOf(bytes: Uint8Array, name: string): Promise<string | readonly Block[]> {
  const opened = await openDocument(bytes, name, { program: null });
  return opened.ok ? opened.value.blocks : opened.refusal.code;
}

const listed = (levels: string, depth: number): Uint8Array =>
  docx([p("а", { list: { id: 1, depth } }), p("б", { list: { id: 1 } })], [], {
    "word/numbering.xml": part(
      "numbering",
      `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    ),
  });
const level = (depth: number, start: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:lvlText w:val="%1."/></w:lvl>`;

it.each([
  ["a list of a thousand million levels", listed(level(0, "1") + level(999_999_999, "1"), 999_999_999), ["а", "1.б"]],
  ["a list that counts from no number", listed(level(0, "1e309"), 0), ["1.а", "2.б"]],
  [
    "styles based on each other without end",
    docx([p("а", { level: 1 })], [], {
      "word/styles.xml": part(
        "styles",
        `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="s0"/></w:style>${repeated(12_000, (at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`)}`,
      ),
    }),
    ["а"],
  ],
])("reads a .docx with %s", async (_name, bytes, texts) => {
  const blocks = await outcomeOf(bytes, "план.docx");
  expect(
    (blocks as readonly Block[]).map((one) => one.kind === "paragraph" && `${one.list?.marker ?? ""}${one.text}`),
  ).toEqual(texts);
});

it.each(["1e309", "0", "-3", "999999999"])("reads an .odt with a heading of level %s", async (outline) => {
  const blocks = await outcomeOf(odt(`<text:h text:outline-level="${outline}">План</text:h>`), "план.odt");
  expect(blocks).toEqual([{ kind: "paragraph", text: "План", level: outline === "999999999" ? 10 : 1 }]);
});

it("reads a page with tags and letters of no language", async () => {
  const blocks = await outcomeOf(
    bytesOf("<html><constructor>План</constructor><p>a&constructor;b</p></html>"),
    "план.html",
  );
  expect(blocks).toMatchObject([{ text: "План" }, { text: "a&constructor;b" }]);
});

it("reads a page whose one cell stands over millions of squares as plain cells", async () => {
  const page = `<table><tr><td rowspan="0" colspan="200">а</td></tr>${"<tr><td>б".repeat(20_000)}</table>`;
  expect(await outcomeOf(bytesOf(page), "план.html")).toMatchObject([{ kind: "table", rows: 20_001, columns: 1 }]);
});

it("reads a PDF with a map of more points than any table has", async () => {
  const map = repeated(130_000, (at) => `${at % 500} ${(at * 7) % 800} l `);
  const drawn = ["f", "S"].map((how) => () => `10 10 m ${map}${how}`);
  expect(await outcomeOf(pdf([{ marks: [text(60, 60, "План"), ...drawn] }]), "план.pdf")).toMatchObject([
    { text: "План" },
  ]);
});

it("reads a PDF with a word of a hundred thousand letters", async () => {
  const word = "слово".repeat(20_000);
  const bytes = pdf([{ marks: [text(60, 60, word, { size: 0.005 }), text(60, 75, "конец")] }]);
  expect(await outcomeOf(bytes, "план.pdf")).toMatchObject([{ text: word }, { text: "конец" }]);
});

const sheet = (cells: string, merges: readonly string[] = []): Uint8Array =>
  xlsx([{ name: "План", rows: cells, merges }]);
const filled = (ref: string): string => `<c r="${ref}"><v>1</v></c>`;

it("reads a sheet whose title is merged over all its columns as the table it shows", async () => {
  const rows = `<row r="1">${filled("A1")}</row><row r="2">${filled("A2")}${filled("B2")}</row>`;
  expect(await outcomeOf(sheet(rows, ["A1:XFD1"]), "план.xlsx")).toMatchObject([{ rows: 2, columns: 2 }]);
});

it("passes over a stray cell at the far end of each row", async () => {
  const rows = repeated(4000, (at) => `<row r="${at + 1}">${filled(`A${at + 1}`)}${filled(`XFD${at + 1}`)}</row>`);
  expect(await outcomeOf(sheet(rows), "план.xlsx")).toHaveLength(4000);
});

it.each([
  [
    "an entity that XML has not",
    docx([`<w:p><w:r><w:t>&constructor;</w:t></w:r></w:p>`]),
    "план.docx",
    "office-damaged",
  ],
  [
    "an element of countless attributes",
    docx([`<w:p ${repeated(600, (at) => `a${at}="" `)}/>`, p("а")]),
    "план.docx",
    "office-damaged",
  ],
  [
    "a row of more cells than any page has",
    docx([tbl([tr(Array.from({ length: 600 }, () => tc("а")))])]),
    "план.docx",
    "office-boundless",
  ],
  ["a text of countless rows", bytesOf("а;б;в\n".repeat(130_000)), "план.csv", "office-boundless"],
  [
    "a sheet with a text beyond the last column",
    sheet(`<row r="1">${filled("A1")}${filled("SG1")}</row>`),
    "план.xlsx",
    "office-boundless",
  ],
  [
    "a sheet of merges over merges",
    sheet(
      repeated(600, (at) => `<row r="${at + 1}">${filled(`A${at + 1}`)}</row>`),
      Array.from({ length: 60 }, (_, at) => `A1:OJ${600 - at}`),
    ),
    "план.xlsx",
    "office-damaged",
  ],
  [
    "a PDF page of countless words",
    pdf([{ marks: [text(60, 60, "а ".repeat(26_000))] }]),
    "план.pdf",
    "office-pdf-long",
  ],
  [
    "a PDF of brackets that never close",
    bytesOf(`%PDF-1.7 1 beginbfrange ${"<".repeat(300_000)}`),
    "план.pdf",
    "office-pdf-damaged",
  ],
])("refuses %s", async (_name, bytes, name, code) => {
  expect(await outcomeOf(bytes, name)).toBe(code);
});

it("refuses a PDF that takes longer than it may, though its next page is ready", async () => {
  const bytes = pdf([{ marks: [text(60, 60, "План")] }]);
  await expect(eachPdfSheet(bytes, () => undefined, 0)).rejects.toThrow("office-pdf-long");
});

it("stops at the first cell of a page that is one too many", () => {
  expect(() => readHtml(`<table><tr>${"<td>".repeat(300_001)}`)).toThrow("office-boundless");
});
