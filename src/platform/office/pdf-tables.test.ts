import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { bar, line, lines, pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import { rowsOf, tablesOf, textsOf } from "../../../test/support/pdf-views.ts";
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
    expect(rowsOf(read!)).toEqual([HEADER, ["1", "Опрос / родителей", "май"], ["2", "Семинар", ""]]);
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
    expect(
      tablesOf(blocks).map((one) => rowsOf(one).map((row) => row.map((cell) => cell.replace(" / ", " ")))),
    ).toEqual([
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

describe("laws", () => {
  const word = fc.stringMatching(/^[а-яё]{1,9}$/);
  const cell = fc.array(word, { minLength: 0, maxLength: 3 }).map((words) => words.join("\n"));
  const letters = (texts: readonly string[]): string =>
    [...texts.join("").replace(/[\s\u00AD]/g, "")].sort((a, b) => a.localeCompare(b)).join("");

  it("no letter of a page is lost or added", async () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 5 });
    const border = fc.constantFrom("lines" as const, "bars" as const, "none" as const);
    await fc.assert(
      fc.asyncProperty(rows, border, fc.array(word, { minLength: 1, maxLength: 6 }), async (cells, kind, words) => {
        const drawn = table({ x: 60, y: 100, widths: [100, 200, 100], rows: cells, border: kind });
        const prose = words.map((one, at) => text(60 + at * 70, 600 + (at % 3) * 14, one));
        const blocks = await readPages({ marks: [...drawn.marks, ...prose] });
        const read = blocks.flatMap((one) =>
          one.kind === "table" ? one.cells.flatMap(({ paragraphs }) => paragraphs) : [one.text],
        );
        expect(letters(read)).toBe(letters([...cells.flat(), ...words]));
      }),
      { numRuns: runs(20) },
    );
  });

  it("cells of a table never overlap and leave no square out", async () => {
    const sizes = fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 2, max: 6 }), async (widths, count) => {
        const rows = Array.from({ length: count }, (_one, row) => widths.map((_width, col) => `${row}${col}`));
        const [read] = tablesOf(await readPages({ marks: table({ x: 30, y: 60, widths, rows }).marks }));
        const covered = read!.cells.flatMap(({ row, col, rowSpan, colSpan }) =>
          Array.from(
            { length: rowSpan * colSpan },
            (_one, at) => `${row + Math.floor(at / colSpan)} ${col + (at % colSpan)}`,
          ),
        );
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered).toHaveLength(read!.rows * read!.columns);
        expect(rowsOf(read!)).toEqual(rows);
      }),
      { numRuns: runs(15) },
    );
  });
});
