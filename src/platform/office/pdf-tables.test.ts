import { describe, expect, it } from "vitest";
import { bar, line, pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import { rowsOf, tablesOf, textsOf } from "../../../test/support/block-views.ts";
import type { Block } from "#shared/document-grids.ts";
import { readPdf } from "./pdf.ts";

const HEADER = ["№", "Мероприятие", "Срок"];
const WIDTHS = [40, 200, 120];
const readPages = (...pages: readonly PdfPage[]): Promise<readonly Block[]> => readPdf(pdf(pages));

describe("a ruled table", () => {
  it.each(["lines", "bars"] as const)("drawn with %s is read cell by cell", async (border) => {
    const rows = [HEADER, ["1", "Опрос\nродителей", "май"], ["2", "Семинар", ""]];
    const drawn = table({ x: 60, y: 100, widths: WIDTHS, border, rows });
    const blocks = await readPages({
      marks: [text(60, 60, "План работы"), ...drawn.marks, text(60, drawn.bottom + 30, "Подпись")],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
    const [read] = tablesOf(blocks);
    expect(rowsOf(read!)).toEqual([HEADER, ["1", "Опрос|родителей", "май"], ["2", "Семинар", ""]]);
    expect(read!.widths).toEqual(WIDTHS);
  });

  it("has cells over several columns and rows where lines are missing", async () => {
    const drawn = table({
      x: 60,
      y: 100,
      widths: [40, 160, 80, 80],
      rows: [
        [{ text: "№", rows: 2 }, { text: "Мероприятие", rows: 2 }, { text: "Срок", cols: 2 }, null],
        [null, null, "2025", "2026"],
        [{ text: "Раздел I", cols: 4 }, null, null, null],
        ["1", "Опрос", { text: "ежегодно", rows: 2 }, "10"],
        ["2", "Семинар", null, "20"],
      ],
    });
    const [read] = tablesOf(await readPages({ marks: drawn.marks }));
    const spans = read!.cells.flatMap(({ row, col, rowSpan, colSpan, paragraphs }) =>
      rowSpan > 1 || colSpan > 1 ? [[row, col, rowSpan, colSpan, paragraphs.join(" ")]] : [],
    );
    expect(spans).toEqual([
      [0, 0, 2, 1, "№"],
      [0, 1, 2, 1, "Мероприятие"],
      [0, 2, 1, 2, "Срок"],
      [2, 0, 1, 4, "Раздел I"],
      [3, 2, 2, 1, "ежегодно"],
    ]);
    expect(read!.cells).toHaveLength(13);
  });

  it("is not made of an underline or of a box round a text", async () => {
    const [x, y] = [60, 100];
    const box = [
      line(x, y, x + 300, y),
      line(x, y + 40, x + 300, y + 40),
      line(x, y, x, y + 40),
      line(x + 300, y, x + 300, y + 40),
    ];
    const blocks = await readPages({
      marks: [...box, text(70, 120, "Внимание"), text(60, 200, "Подпись"), line(60, 203, 130, 203)],
    });
    expect(tablesOf(blocks)).toEqual([]);
    expect(textsOf(blocks)).toEqual(["Внимание", "Подпись"]);
  });

  it("is not made of shades behind a text", async () => {
    const shades = [bar(60, 100, 150, 40), bar(210, 100, 150, 40)];
    const blocks = await readPages({ marks: [...shades, text(70, 120, "Внимание"), text(220, 120, "Важно")] });
    expect(tablesOf(blocks)).toEqual([]);
  });

  it("inside a cell follows the table that holds it", async () => {
    const inner = table({
      x: 120,
      y: 130,
      widths: [30, 80],
      rows: [
        ["1", "Сбор"],
        ["2", "Свод"],
      ],
    });
    const outer = table({
      x: 60,
      y: 100,
      widths: [50, 250],
      rows: [
        ["1", "Этапы:\n\n\n\n\n\n"],
        ["2", "Итог"],
      ],
    });
    const [first, second] = tablesOf(await readPages({ marks: [...outer.marks, ...inner.marks] }));
    expect(rowsOf(first!)).toEqual([
      ["1", "Этапы:"],
      ["2", "Итог"],
    ]);
    expect(rowsOf(second!)).toEqual([
      ["1", "Сбор"],
      ["2", "Свод"],
    ]);
    expect(second!.parent).toEqual({ table: 0, row: 0, col: 1 });
  });

  it("keeps the words of a text that stands on its side", async () => {
    const drawn = table({
      x: 60,
      y: 100,
      widths: [30, 200],
      rows: [
        ["\n\n\n\n\n\n", "Мероприятие"],
        ["1", "Опрос"],
      ],
    });
    const side = [text(72, 175, "Номер", { angle: 90 }), text(84, 175, "строки", { angle: 90 })];
    const [read] = tablesOf(await readPages({ marks: [...drawn.marks, ...side] }));
    expect(rowsOf(read!)[0]).toEqual(["Номер строки", "Мероприятие"]);
  });
});
