import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { told } from "../../../test/support/block-views.ts";
import { COVERED, ods } from "../../../test/support/odt-builder.ts";
import { xlsx } from "../../../test/support/xlsx-builder.ts";
import type { Block } from "#shared/document-grids.ts";
import { openDocument } from "./open-document.ts";

const blocksOf = async (bytes: Uint8Array, name: string): Promise<readonly Block[]> => {
  const opened = await openDocument(bytes, name);
  if (!opened.ok) throw new Error(opened.refusal.text);
  return opened.value.blocks;
};

describe("Excel", () => {
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Срок</t></is></c><c r="B1" t="inlineStr"><is><t>Доля</t></is></c><c r="C1" t="s"><v>0</v></c></row>
    <row r="2" hidden="1"><c r="A2" s="1"><v>44713</v></c><c r="B2" s="2"><v>0.5</v></c><c r="C2" t="str"><f>A1</f><v>итог</v></c></row>
    <row r="3"><c r="A3"><f>1/3</f><v>0.30000000000000004</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3" t="inlineStr"><is><t>раз&#10;два</t></is></c></row>`;
  const shared = "<si><r><t>при</t></r><r><rPr><b/></rPr><t>каз</t></r></si>";

  it("shows days, shares, rich texts and counted formulas as the sheet does, hidden rows too", async () => {
    const bytes = xlsx([{ name: "План", rows }], ["[$-419]mmmm yyyy", "0%"], shared);
    expect(told(await blocksOf(bytes, "план.xlsx"))).toEqual([
      "0,0 1x1 Срок",
      "0,1 1x1 Доля",
      "0,2 1x1 приказ",
      "1,0 1x1 июнь 2022",
      "1,1 1x1 50 %",
      "1,2 1x1 итог",
      "2,0 1x1 0,3",
      "2,1 1x1 ",
      "2,2 1x1 раз|два",
    ]);
  });

  it("gives back the numbers of measures that Excel took for fractions and days, and no others", async () => {
    const word = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const line = (at: number, first: string, second: string): string => `<row r="${at}">${first}${second}</row>`;
    const numbered =
      line(1, word("A1", "№ п/п"), word("B1", "Доля")) +
      line(2, '<c r="A2"><v>1.1</v></c>', '<c r="B2"><v>1.1</v></c>') +
      line(3, '<c r="A3" s="1"><v>44987</v></c>', '<c r="B3" s="1"><v>44987</v></c>') +
      line(4, '<c r="A4" s="2"><v>44987</v></c>', word("B4", "2")) +
      line(5, word("A5", "1.10"), word("B5", "2"));
    const [table] = await blocksOf(xlsx([{ name: "План", rows: numbered }], ["dd.mmm", "dd.mm.yyyy"]), "план.xlsx");
    const texts = table?.kind === "table" ? table.cells.map(({ paragraphs }) => paragraphs[0]) : [];
    expect(texts).toEqual(["№ п/п", "Доля", "1.1", "1,1", "2.3", "2 марта", "2.3", "2", "1.10", "2"]);
  });

  it("opens a book with macros without ever unpacking them", async () => {
    const parts = unzipSync(xlsx([{ name: "План", rows }], ["mmmm", "0%"], shared));
    const locked = new Uint8Array(9_000_000);
    const book = zipSync({ ...parts, "xl/vbaProject.bin": locked, "xl/media/image1.png": locked });
    expect(await blocksOf(book, "план.xlsm")).toHaveLength(1);
  });

  it("reads visible sheets, each under the name that a person gave it", async () => {
    const text = (words: string) =>
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c><c r="B1" t="inlineStr"><is><t>май</t></is></c></row>`;
    const bytes = xlsx([
      { name: "2025 год", rows: text("Опрос") },
      { name: "Список", rows: text("тайное"), state: "hidden" },
      { name: "Лист3", rows: text("Отчёт"), merges: ["A1:A1"] },
      { name: "Пусто", rows: "" },
    ]);
    expect(told(await blocksOf(bytes, "план.xlsx"))).toEqual([
      "2025 год",
      "0,0 1x1 Опрос",
      "0,1 1x1 май",
      "0,0 1x1 Отчёт",
      "0,1 1x1 май",
    ]);
  });
});

describe("OpenDocument", () => {
  const cell = (text: string, attributes = ""): string =>
    `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  const filling = '<table:table-cell table:number-columns-repeated="16000"/>';
  const line = (...cells: string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
  const sheet = (name: string, rows: string, style = ""): string =>
    `<table:table table:name="${name}" table:style-name="${style}">${rows}<table:table-row table:number-rows-repeated="1048000">${filling}</table:table-row></table:table>`;
  const automatic =
    '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>';

  it("shows cells as the sheet does, with their merges", async () => {
    const body = sheet(
      "Лист1",
      line(
        cell("Срок", 'table:number-rows-spanned="2"'),
        cell("Годы", 'table:number-columns-spanned="2"'),
        COVERED,
        filling,
      ) +
        line(COVERED, cell("2025"), cell("2026"), filling, '<table:table-cell table:style-name="x"/>') +
        line(
          cell("июнь 2022", 'office:value-type="date" office:date-value="2022-06-01"'),
          cell("50%", 'office:value-type="percentage" office:value="0.5"'),
          cell("#ДЕЛ/0!", 'calcext:value-type="error"'),
          filling,
        ) +
        line(
          cell("", 'office:value-type="date" office:date-value="2022-06-01"'),
          cell("", 'office:value-type="percentage" office:value="0.125"'),
          cell("", 'office:value-type="float" office:value="0.30000000000000004"'),
        ) +
        line(
          "<table:table-cell><text:p>раз</text:p><text:p>два</text:p></table:table-cell>",
          cell("тот же", 'table:number-columns-repeated="2"'),
        ),
    );
    expect(told(await blocksOf(ods(body), "план.ods"))).toEqual([
      "0,0 1x2 Срок",
      "0,1 2x1 Годы",
      "1,1 1x1 2025",
      "1,2 1x1 2026",
      "2,0 1x1 июнь 2022",
      "2,1 1x1 50 %",
      "2,2 1x1 ",
      "3,0 1x1 01.06.2022",
      "3,1 1x1 12,5 %",
      "3,2 1x1 0,3",
      "4,0 1x1 раз|два",
      "4,1 1x1 тот же",
      "4,2 1x1 тот же",
    ]);
  });

  it("leaves hidden sheets out", async () => {
    const body = sheet("А", line(cell("Опрос"), cell("май"))) + sheet("Б", line(cell("тайное"), cell("май")), "hid");
    expect(told(await blocksOf(ods(body, { automatic }), "план.ods"))).toEqual(["0,0 1x1 Опрос", "0,1 1x1 май"]);
  });
});
