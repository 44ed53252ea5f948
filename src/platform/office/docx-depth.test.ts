import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docx, p, paragraph, part, run, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import type { Block } from "#shared/document-grids.ts";
import { readDocx } from "./docx.ts";
import { OfficeRefusal } from "./problems.ts";

/** Paragraphs with their marks, cells with their places. */
const told = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`${block.list?.marker ?? ""}${block.text}`]
      : block.cells.map(
          ({ row, col, rowSpan, colSpan, paragraphs, marks }) =>
            `${row},${col} ${colSpan}x${rowSpan} ${paragraphs.map((text, at) => `${marks?.[at] ?? ""}${text}`).join("|")}`,
        ),
  );

const control = (xml: string, properties = ""): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
const r = (xml: string): string => `<w:r>${xml}</w:r>`;
const field = (code: string, result: string): string =>
  `${r('<w:fldChar w:fldCharType="begin"/>')}${code}${r('<w:fldChar w:fldCharType="separate"/>')}${result}${r('<w:fldChar w:fldCharType="end"/>')}`;
const instruction = (text: string): string => r(`<w:instrText>${text}</w:instrText>`);
const tcWith = (properties: string, text: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const endMark = (mark: string, text: string): string =>
  `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${text && run(text)}</w:p>`;
const MOVED = '<w:moveFrom w:id="1" w:author="x"/>';
const DELETED = '<w:del w:id="1" w:author="x"/>';

describe("tables", () => {
  it.each([
    [
      "an inserted row stays, a deleted, a hidden and a moved one go",
      [
        tr(["а"], { properties: '<w:ins w:id="1" w:author="x"/>' }),
        tr(["б"], { properties: DELETED }),
        tr(["в"], { properties: "<w:hidden/>" }),
        tr([`<w:tc><w:tcPr/>${endMark(MOVED, "")}</w:tc>`]),
        tr(["г"]),
      ],
      ["0,0 1x1 а", "1,0 1x1 г"],
    ],
    [
      "a deleted cell goes, an inserted one stays",
      [tr(["а", tcWith('<w:cellDel w:id="1" w:author="x"/>', "б"), tcWith('<w:cellIns w:id="2" w:author="x"/>', "в")])],
      ["0,0 1x1 а", "0,1 1x1 в"],
    ],
    [
      "cells merged while changes were tracked",
      [
        tr([tcWith('<w:cellMerge w:id="1" w:author="x" w:vMerge="rest"/>', "а"), "б"]),
        tr([tcWith('<w:cellMerge w:id="2" w:author="x" w:vMerge="cont"/>', ""), "в"]),
      ],
      ["0,0 1x2 а", "0,1 1x1 б", "1,1 1x1 в"],
    ],
    [
      "a merge that goes on under a row that begins later",
      [tr(["а", tc("б", { merge: "start" })]), tr([tc("", { merge: "on" })], { before: 1 }), tr(["в", "г"])],
      ["0,0 1x1 а", "0,1 1x2 б", "1,0 1x1 ", "2,0 1x1 в", "2,1 1x1 г"],
    ],
    [
      "a merge that goes on where nothing stands above",
      [tr([tc("а", { merge: "on" }), "б"])],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
    [
      "the older merge along a row",
      [tr([tcWith('<w:hMerge w:val="restart"/>', "а"), tcWith("<w:hMerge/>", ""), "б"])],
      ["0,0 2x1 а", "0,2 1x1 б"],
    ],
    [
      "content controls around rows, cells and what stands in them",
      [control(control(tr([control(tc([control(p("а"))])), "б"])))],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
    [
      "text does not run out of a cell whose last mark was deleted",
      [tr([`<w:tc><w:tcPr/>${endMark(DELETED, "а")}</w:tc>`, "б"])],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
  ])("%s", (_name, rows, cells) => {
    expect(told(readDocx(docx([tbl(rows)])))).toEqual(cells);
  });
});

describe("runs", () => {
  it.each([
    ["the result of a field, not its code", run("Срок: ") + field(instruction("DATE"), run("май")), "Срок: май"],
    [
      "a field inside the code of another",
      field(instruction("IF ") + field(instruction("REF x"), run("лишнее")) + instruction(" = 1"), run("май")),
      "май",
    ],
    ["a field that never ends takes nothing away", r('<w:fldChar w:fldCharType="begin"/>') + run("май"), "май"],
    ["a simple field", `<w:fldSimple w:instr="DATE">${run("май")}</w:fldSimple>`, "май"],
    [
      "hyphens: one that holds, one that hides",
      r("<w:t>кто</w:t><w:noBreakHyphen/><w:t>то\u00AD</w:t><w:softHyphen/><w:t>же</w:t>"),
      "кто-тоже",
    ],
    [
      "symbols that mean something",
      r(
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>50, </w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F04A"/>',
      ),
      "≥50, ✓",
    ],
    ["a page break is no line", r('<w:br w:type="page"/>') + run("май"), "май"],
    ["letters that are shown in spite of a hiding style", run("май", '<w:vanish w:val="0"/>'), "май"],
    [
      "words of an empty content control",
      run("Срок ") + control(run("Место для ввода"), "<w:showingPlcHdr/>"),
      "Срок ",
    ],
    [
      "text moved here, not what was moved away",
      `<w:moveFrom w:id="1" w:author="x">${run("май")}</w:moveFrom><w:moveTo w:id="2" w:author="x">${run("июнь")}</w:moveTo>`,
      "июнь",
    ],
    [
      "what was inserted and deleted again",
      `<w:ins w:id="1" w:author="x"><w:del w:id="2" w:author="y">${run("май")}</w:del>${run("июнь")}</w:ins>`,
      "июнь",
    ],
  ])("%s", (_name, runs, text) => {
    expect(told(readDocx(docx([paragraph(runs)])))).toEqual([text]);
  });

  it("a paragraph whose mark was moved away is gone", () => {
    expect(told(readDocx(docx([p("а"), endMark(MOVED, ""), p("б")])))).toEqual(["а", "б"]);
  });

  it("a hidden paragraph counts in no list, and a hidden mark joins what stands around it", () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const hidden = `<w:p><w:pPr>${list}<w:rPr><w:vanish/></w:rPr></w:pPr>${run("тайное", "<w:vanish/>")}</w:p>`;
    const joined = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run("Срок: ")}</w:p>`;
    const body = [p("а", { list: { id: 1 } }), hidden, p("б", { list: { id: 1 } }), joined, p("май")];
    const lists = [{ id: 1, levels: [{ format: "decimal", text: "%1." }] }];
    expect(told(readDocx(docx(body, lists)))).toEqual(["1.а", "2.б", "Срок: май"]);
  });

  it("a character style makes bold what the paragraph does not", () => {
    const styles = part(
      "styles",
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
    );
    const body = paragraph(run("Важно", '<w:rStyle w:val="S"/>'));
    expect(readDocx(docx([body], [], { "word/styles.xml": styles }))).toEqual([
      { kind: "paragraph", text: "Важно", bold: true },
    ]);
  });
});

describe("notes", () => {
  const note = (kind: string, id: number, text: string): string =>
    `<w:${kind} w:id="${id}">${paragraph(r(`<w:${kind}Ref/>`) + run(text))}</w:${kind}>`;
  const parts = {
    "word/footnotes.xml": part("footnotes", note("footnote", 1, " по согласованию") + note("footnote", 2, "для ШНОР")),
    "word/endnotes.xml": part("endnotes", note("endnote", 1, "приказ")),
  };

  it("stand at the end, each once, and their marks in no cell", () => {
    const [first, second] = [1, 2].map((id) => r(`<w:footnoteReference w:id="${id}"/>`));
    const end = r('<w:endnoteReference w:id="1"/>');
    const body = [
      tbl([tr([tc([paragraph(run("УО") + second!)]), tc([paragraph(run("школы") + first!)])])]),
      paragraph(run("Итог") + end + second!),
    ];
    expect(told(readDocx(docx(body, [], parts)))).toEqual([
      "0,0 1x1 УО",
      "0,1 1x1 школы",
      "Итог",
      "Сноска 1: для ШНОР",
      "Сноска 2: по согласованию",
      "Сноска i: приказ",
    ]);
  });

  it("with a mark of the author's own", () => {
    const mark = r('<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>');
    expect(told(readDocx(docx([paragraph(run("УО") + mark)], [], parts)))).toEqual(["УО", "Сноска *: по согласованию"]);
  });
});

describe("lists", () => {
  const item = (text: string, depth = 0, id = 1): string => p(text, { list: { id, depth } });
  const lvl = (depth: number, text: string, more = "", format = "decimal"): string =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = (id: number, content: string): string =>
    `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
  const num = (id: number, base: number, content = ""): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${base}"/>${content}</w:num>`;
  const restart = (start: number): string =>
    `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

  it.each([
    [
      "several levels in one mark",
      abstract(0, lvl(0, "%1.") + lvl(1, "%1.%2.") + lvl(2, "%1.%2.%3")) + num(1, 0),
      [item("а"), item("б", 1), item("в", 2), item("г", 2), item("д", 1), item("е"), item("ж", 1)],
      ["1.а", "1.1.б", "1.1.1в", "1.1.2г", "1.2.д", "2.е", "2.1.ж"],
    ],
    [
      "a level without one above it",
      abstract(0, lvl(0, "%1.") + lvl(1, "%1.%2.")) + num(1, 0),
      [item("а", 1), item("б", 1)],
      ["1.1.а", "1.2.б"],
    ],
    [
      "Roman numbers above, digits where the law asks for them",
      abstract(0, lvl(0, "%1.", "", "upperRoman") + lvl(1, "%1.%2.", "<w:isLgl/>", "lowerLetter")) + num(1, 0),
      [item("а"), item("б"), item("в", 1)],
      ["I.а", "II.б", "2.1.в"],
    ],
    [
      "Russian letters of both sizes, doubled after the last",
      abstract(
        0,
        lvl(0, "%1)", "", "russianUpper") +
          `<w:lvl w:ilvl="1"><w:start w:val="28"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%2)"/></w:lvl>`,
      ) + num(1, 0),
      [item("а"), item("б", 1), item("в", 1)],
      ["А)а", "я)б", "аа)в"],
    ],
    [
      "a list that another numbering begins anew, once",
      abstract(0, lvl(0, "%1.")) + num(1, 0) + num(2, 0, restart(5)),
      [item("а"), item("б"), item("в", 0, 2), item("г", 0, 2), item("д")],
      ["1.а", "2.б", "5.в", "6.г", "7.д"],
    ],
    [
      "a level that counts on under the next item above",
      abstract(0, lvl(0, "%1.") + lvl(1, "%2)", '<w:lvlRestart w:val="0"/>')) + num(1, 0),
      [item("а"), item("б", 1), item("в"), item("г", 1)],
      ["1.а", "1)б", "2.в", "2)г"],
    ],
    [
      "a list that takes its levels from a list style",
      abstract(0, '<w:numStyleLink w:val="S"/>') +
        abstract(1, `<w:styleLink w:val="S"/>${lvl(0, "п. %1")}`) +
        num(1, 0),
      [item("а")],
      ["п. 1а"],
    ],
    [
      "a level that an override writes anew",
      abstract(0, lvl(0, "%1.")) + num(1, 0, `<w:lvlOverride w:ilvl="0">${lvl(0, "(%1)")}</w:lvlOverride>`),
      [item("а")],
      ["(1)а"],
    ],
    [
      "an empty level and a bullet of the Symbol font",
      abstract(0, lvl(0, "", "", "none") + lvl(1, "\uF0B7", "", "bullet")) + num(1, 0),
      [item("а"), item("б", 1)],
      ["а", "•б"],
    ],
    [
      "the number column of a plan",
      abstract(0, lvl(0, "%1.") + lvl(1, "%1.%2.")) + num(1, 0),
      [tbl([tr([tc([item("")]), "Раздел"]), tr([tc([item("", 1)]), "Опрос"]), tr([tc([item("", 1)]), "Отчёт"])])],
      ["0,0 1x1 1.", "0,1 1x1 Раздел", "1,0 1x1 1.1.", "1,1 1x1 Опрос", "2,0 1x1 1.2.", "2,1 1x1 Отчёт"],
    ],
  ])("%s", (_name, numbering, body, texts) => {
    const parts = { "word/numbering.xml": part("numbering", numbering) };
    expect(told(readDocx(docx(body, [], parts)))).toEqual(texts);
  });

  it("a style puts its paragraphs at its own level of the list", () => {
    const style = (id: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const parts = {
      "word/styles.xml": part("styles", style("Раздел") + style("Пункт")),
      "word/numbering.xml": part(
        "numbering",
        abstract(0, lvl(0, "%1.", '<w:pStyle w:val="Раздел"/>') + lvl(1, "%1.%2.", '<w:pStyle w:val="Пункт"/>')) +
          num(1, 0),
      ),
    };
    const styled = (id: string, text: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(text)}</w:p>`;
    const body = [styled("Раздел", "а"), styled("Пункт", "б"), styled("Пункт", "в"), styled("Раздел", "г")];
    expect(told(readDocx(docx(body, [], parts)))).toEqual(["1.а", "1.1.б", "1.2.в", "2.г"]);
  });
});

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

it("tables nested beyond reason are refused", () => {
  const nested = Array.from({ length: 700 }).reduce<string>((inner) => tbl([tr([tc([inner])])]), p("дно"));
  expect(() => readDocx(docx([nested]))).toThrow(OfficeRefusal);
});
