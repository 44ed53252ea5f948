import { describe, expect, it } from "vitest";
import { told } from "../../../test/support/block-views.ts";
import { docx, p, paragraph, part, run, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import { readDocx } from "./docx.ts";

const control = (xml: string, properties = ""): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
const r = (xml: string): string => `<w:r>${xml}</w:r>`;
const field = (code: string, result: string): string =>
  `${r('<w:fldChar w:fldCharType="begin"/>')}${code}${r('<w:fldChar w:fldCharType="separate"/>')}${result}${r('<w:fldChar w:fldCharType="end"/>')}`;
const instruction = (text: string): string => r(`<w:instrText>${text}</w:instrText>`);
const endMark = (mark: string, text: string): string =>
  `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${text && run(text)}</w:p>`;
const MOVED = '<w:moveFrom w:id="1" w:author="x"/>';

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
