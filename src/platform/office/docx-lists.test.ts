import { describe, expect, it } from "vitest";
import { told } from "../../../test/support/block-views.ts";
import { docx, p, part, run, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import { readDocx } from "./docx.ts";

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
