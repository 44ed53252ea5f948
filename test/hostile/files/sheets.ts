import { strToU8, unzipSync, zipSync } from "fflate";
import { xlsx, type SheetXml } from "../../support/xlsx-builder.ts";
import type { Random } from "../../fuzz/random.ts";
import type { Made, Maker } from "./hostile-file.ts";

const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEAD = `<row r="1">${cell("A1", "Полное название")}${cell("B1", "Краткое название")}${cell("C1", "Вид")}</row>`;
const ROW = `<row r="2">${cell("A2", "Школа пробы")}${cell("B2", "Проба")}${cell("C2", "школа")}</row>`;
const LONGEST = 60_000_000;

const book = (rows: string, more: Partial<SheetXml> = {}, shared = "", formats: readonly string[] = []): Made => ({
  name: "список.xlsx",
  bytes: xlsx([{ name: "Список", rows: HEAD + rows, ...more }], formats, shared),
});

/** A book with some of its parts written anew or added. */
function withParts(made: Made, parts: Readonly<Record<string, string>>, active?: true): Made {
  const added = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return { ...made, bytes: zipSync({ ...unzipSync(made.bytes), ...added }), ...(active && { active }) };
}

const times = (count: number, one: (at: number) => string): string => {
  let made = "";
  for (let at = 0; at < count && made.length < LONGEST; at += 1) made += one(at);
  return made;
};
const reference = (random: Random): string =>
  random.pick(["XFD1048576", "XFE1", "A0", "ZZZZZZZZ1", "A99999999999", "$A$1", "1", "", "A1:B2", "SG20000", "А1"]);

/** Books of sheets: huge claims, circles, things that reach out. */
export const sheets: readonly Maker[] = [
  (random) =>
    book(ROW + `<row r="${random.pick([1_048_576, 1, -1, 99_999_999])}">${cell(reference(random), "далеко")}</row>`),
  // a million rows, thousands of columns
  (random) => {
    const rows = random.pick([20_000, 300_000, 1_048_576]);
    return book(times(rows, (at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`));
  },
  (random) =>
    book(
      times(
        random.pick([40, 1500]),
        (at) => `<row r="${at + 2}">${"<c><v>1</v></c>".repeat(random.pick([500, 2000]))}</row>`,
      ),
    ),
  // every place of a sheet named, all empty
  () => book(`<row r="2">${times(700_000, () => "<c/>")}</row>`),
  // merges over everything and over each other
  (random) => {
    const merges = Array.from({ length: random.pick([1, 300, 40_000]) }, (_, at) =>
      random.pick(["A1:XFD1048576", `A${at + 1}:SG${at + 900}`, "A1:A1", "B2:A1", "A1:", "A0:B0"]),
    );
    return book(ROW, { merges });
  },
  // words that are kept apart: without number, out of bounds, in a circle
  (random) => {
    const index = random.pick(["-1", "999999999", "1e9", "", "NaN", "0"]);
    const shared = random.pick([
      "",
      "<si><t>а</t></si>".repeat(1_000_000),
      `<si>${"<r><t>а</t></r>".repeat(500_000)}</si>`,
      `<si><t>${"я".repeat(8_000_000)}</t></si>`,
    ]);
    return book(`<row r="2"><c r="A2" t="s"><v>${index}</v></c></row>`, {}, shared);
  },
  // styles out of bounds, formats that repeat without end
  (random) => {
    const format = random.pick([
      "0".repeat(200_000),
      "[".repeat(50_000),
      '"'.repeat(50_001),
      "yyyy".repeat(30_000),
      "#,##0.00".repeat(20_000),
      `[$${"-".repeat(40_000)}]`,
    ]);
    return book(
      `<row r="2"><c r="A2" s="${random.pick(["1", "-1", "999999999"])}"><v>${random.pick(["45000", "1e308", "-1e308", "NaN", "1e-320"])}</v></c></row>`,
      {},
      "",
      [format],
    );
  },
  (random) => {
    const xfs = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs>${'<xf xfId="0" fontId="999999"/>'.repeat(random.pick([10, 200_000]))}</cellStyleXfs><cellXfs count="4294967295"><xf xfId="1" numFmtId="-1"/></cellXfs></styleSheet>`;
    return withParts(book(ROW), { "xl/styles.xml": xfs });
  },
  // formulas: in a circle, shared with themselves, asking and starting
  (random, { web, file }) => {
    const formula = random.pick([
      "A2",
      "A2+1",
      `WEBSERVICE("${web}/w")`,
      `HYPERLINK("${web}","а")`,
      `cmd|'/C calc'!A0`,
      `DDE("soffice";"${file}";"a")`,
      "(".repeat(20_000),
      "1+".repeat(30_000) + "1",
      `IMAGE("${web}/i.png")`,
      "SUM(A1:XFD1048576)",
      `EXEC("calc")`,
      `'${file}'#$a.A1`,
    ]);
    return {
      ...book(
        `<row r="2"><c r="A2"><f t="${random.pick(["normal", "shared", "array"])}" si="0" ref="A1:XFD1048576">${formula.replaceAll('"', "&quot;")}</f><v>1</v></c></row>`,
      ),
      active: true,
    };
  },
  // books that lean on others, on macros of Excel 4, on a query
  (random, { web }) => {
    const rels = (type: string, target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="e1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
    const parts: Readonly<Record<string, string>> = random.pick<Readonly<Record<string, string>>>([
      {
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels("externalLinkPath", `${web}/a.xlsx`),
      },
      { "xl/macrosheets/sheet1.xml": "<xm:macrosheet/>" },
      {
        "xl/connections.xml": `<connections><connection id="1" type="4" refreshOnLoad="1"><webPr url="${web}/q"/></connection></connections>`,
      },
      { "xl/worksheets/_rels/sheet1.xml.rels": rels("hyperlink", `${web}/h`) },
      { "xl/worksheets/_rels/sheet1.xml.rels": rels("image", `${web}/i.png`) },
      { "xl/worksheets/_rels/sheet1.xml.rels": rels("oleObject", `${web}/o.bin`) },
      { "xl/vbaProject.bin": "Attribut VB_Name" },
      { "xl/ctrlProps/ctrlProp1.xml": "<formControlPr/>" },
      { "customXml/item1.xml": `<DataMashup>${web}</DataMashup>` },
    ]);
    return withParts(book(ROW), parts, true);
  },
  // sheets without number, with one name, one part for all
  (random) => {
    const count = random.pick([200, 3900]);
    return {
      name: "список.xlsx",
      bytes: xlsx(Array.from({ length: count }, () => ({ name: "Л", rows: HEAD, state: "hidden" as const }))),
    };
  },
  // a sheet of a size that a book may really have: slow to read, not wrong
  (random) =>
    book(
      times(
        2000,
        (at) =>
          `<row r="${at + 2}">${[..."ABCDEFG"].map((col) => cell(`${col}${at + 2}`, random.pick(["школа", "", "1/0", "=1+1", "я".repeat(200)]))).join("")}</row>`,
      ),
    ),
];
