import { describe, expect, it } from "vitest";
import { lines, pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import { rowsOf, tablesOf, textsOf } from "../../../test/support/block-views.ts";
import type { Block } from "#shared/document-grids.ts";
import { readPdf } from "./pdf.ts";

const HEADER = ["№", "Мероприятие", "Срок"];
const WIDTHS = [40, 200, 120];
const readPages = (...pages: readonly PdfPage[]): Promise<readonly Block[]> => readPdf(pdf(pages));

describe("without drawn lines", () => {
  it("columns of a table are seen by the white between them", async () => {
    const drawn = table({
      x: 60,
      y: 100,
      widths: WIDTHS,
      border: "none",
      rows: [
        HEADER,
        ["1.", "Проведение опроса\nродителей и детей", "май"],
        ["2.", "Семинар", "июнь"],
        ["3.", "Отчёт района", "август"],
      ],
    });
    const blocks = await readPages({ marks: [text(60, 60, "План работы"), ...drawn.marks] });
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
    expect(tablesOf(blocks).map((one) => rowsOf(one).map((row) => row.map((cell) => cell.replace("|", " "))))).toEqual([
      [
        HEADER,
        ["1.", "Проведение опроса родителей и детей", "май"],
        ["2.", "Семинар", "июнь"],
        ["3.", "Отчёт района", "август"],
      ],
    ]);
  });

  it("a title over several columns and a section in the middle keep their places", async () => {
    const at = (y: number, texts: readonly (readonly [number, string])[]) =>
      texts.map(([x, words]) => text(x, y, words));
    const blocks = await readPages({
      marks: [
        ...at(100, [
          [60, "№"],
          [100, "Мероприятие"],
          [270, "Сроки по годам"],
        ]),
        ...at(112, [
          [260, "2025"],
          [330, "2026"],
        ]),
        text(160, 124, "Работа со школами района"),
        ...at(136, [
          [60, "1."],
          [100, "Опрос родителей"],
          [260, "май"],
          [330, "июнь"],
        ]),
        ...at(148, [
          [60, "2."],
          [100, "Семинар"],
          [260, "март"],
          [330, "апрель"],
        ]),
        ...at(160, [
          [60, "3."],
          [100, "Отчёт района"],
          [260, "июль"],
          [330, "август"],
        ]),
      ],
    });
    const [read] = tablesOf(blocks);
    expect(rowsOf(read!)).toEqual([
      ["№", "Мероприятие", "Сроки по годам"],
      ["2025", "2026"],
      ["Работа со школами района"],
      ["1.", "Опрос родителей", "май", "июнь"],
      ["2.", "Семинар", "март", "апрель"],
      ["3.", "Отчёт района", "июль", "август"],
    ]);
    expect(read!.cells.flatMap(({ colSpan, paragraphs }) => (colSpan > 1 ? [[colSpan, paragraphs[0]]] : []))).toEqual([
      [2, "Сроки по годам"],
      [4, "Работа со школами района"],
    ]);
  });

  it("two columns of text are read one after the other", async () => {
    const left = Array.from({ length: 10 }, (_one, at) => `Слева идёт первая колонка текста, номер ${at}`);
    const right = Array.from({ length: 10 }, (_one, at) => `Справа идёт другая колонка текста, знак ${at}`);
    const texts = textsOf(
      await readPages({ marks: [...lines(60, 100, left, { size: 9 }), ...lines(310, 100, right, { size: 9 })] }),
    );
    expect(texts.join(" ")).toBe([...left, ...right].join(" "));
  });

  it("a signature beside an office is one paragraph", async () => {
    expect(
      textsOf(await readPages({ marks: [text(60, 100, "Начальник управления"), text(400, 100, "И. И. Иванова")] })),
    ).toEqual(["Начальник управления\tИ. И. Иванова"]);
  });
});
