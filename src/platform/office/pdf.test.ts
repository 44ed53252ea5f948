import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LETTER, line, lines, pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import type { Block, TableBlock } from "#shared/document-grids.ts";
import { readPdf } from "./pdf.ts";
import { OfficeRefusal } from "./problems.ts";

const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.flatMap((one) => (one.kind === "table" ? [one] : []));
const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((one) => (one.kind === "paragraph" ? [one.text] : []));
const rowsOf = ({ rows, cells }: TableBlock): readonly (readonly string[])[] =>
  Array.from({ length: rows }, (_one, at) =>
    cells.filter(({ row }) => row === at).map(({ paragraphs }) => paragraphs.join(" / ")),
  );
const HEADER = ["№", "Мероприятие", "Срок"];
const WIDTHS = [40, 200, 120];
const readPages = (...pages: readonly PdfPage[]): Promise<readonly Block[]> => readPdf(pdf(pages));

describe("refusals", () => {
  const refusalOf = (bytes: Uint8Array): Promise<string> =>
    readPdf(bytes).then(
      () => "read",
      (error: unknown) => (error instanceof OfficeRefusal ? error.problem.code : "thrown"),
    );
  const whole = pdf([{ marks: [text(60, 60, "План работы школы")] }]);

  it.each([
    [
      "pages without a letter, as a scanner makes them",
      pdf([{ marks: [line(60, 60, 200, 60)] }, { marks: [] }]),
      "office-pdf-scan",
    ],
    ["a password", pdf([{ marks: [text(60, 60, "План")] }], { locked: true }), "office-pdf-password"],
    ["the head of a file without its body", whole.subarray(0, 60), "office-pdf-damaged"],
    [
      "more pages than anybody plans",
      pdf(Array.from({ length: 301 }, () => ({ marks: [text(60, 60, "Лист")] }))),
      "office-pdf-long",
    ],
  ])("%s", async (_name, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it("bytes changed anywhere give blocks or a refusal", async () => {
    const edits = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 8, max: whole.length }), async (changes, keep) => {
        const bytes = whole.slice(0, keep);
        for (const [at, value] of changes) if (at < keep && at > 4) bytes[at] = value;
        expect(await refusalOf(bytes)).not.toBe("thrown");
      }),
      { numRuns: 60 },
    );
  });
});

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

describe("a page", () => {
  const rows = [HEADER, ["1", "Опрос", "май"]];

  it("turned by its own mark is read as it is shown", async () => {
    const drawn = table({ x: 60, y: 100, widths: WIDTHS, rows });
    const upright = await readPages({ marks: drawn.marks });
    // The same drawing on a sheet that lies on its side, with the sheet turned back when shown.
    const turned: PdfPage = {
      width: 842,
      height: 595,
      rotate: 90,
      marks: drawn.marks.map((mark) => () => `q 0 1 -1 0 842 0 cm ${mark(842)} Q`),
    };
    expect(await readPages(turned)).toEqual(upright);
  });

  it("whose text lies on its side without any mark is read along the text", async () => {
    const drawn = table({ x: 60, y: 100, widths: WIDTHS, rows });
    const laid: PdfPage = {
      width: 842,
      height: 595,
      marks: drawn.marks.map((mark) => () => `q 0 1 -1 0 842 0 cm ${mark(842)} Q`),
    };
    expect(tablesOf(await readPages(laid)).map(rowsOf)).toEqual([rows]);
  });

  it("in landscape keeps its columns", async () => {
    const drawn = table({
      x: 60,
      y: 100,
      widths: [40, 300, 200, 180],
      rows: [
        [...HEADER, "Итог"],
        ["1", "Опрос", "май", "да"],
      ],
    });
    const [read] = tablesOf(await readPages({ width: 842, height: 595, marks: drawn.marks }));
    expect(read!.columns).toBe(4);
  });
});

describe("page after page", () => {
  const page = (number: number, body: PdfPage["marks"]): PdfPage => ({
    marks: [text(200, 40, "Программа развития района"), ...body, text(290, 810, String(number))],
  });

  it("running titles and page numbers are left out, a year in the text is not", async () => {
    const texts = textsOf(
      await readPages(
        page(1, [text(60, 100, "Введение")]),
        page(2, [text(60, 100, "2025")]),
        page(3, [text(60, 100, "Итоги")]),
      ),
    );
    expect(texts).toEqual(["Введение", "2025", "Итоги"]);
  });

  it("what the file marks as no part of the text is left out on a single page", async () => {
    expect(
      textsOf(await readPages({ marks: [text(60, 40, "Лист 7", { tag: "Artifact" }), text(60, 100, "Введение")] })),
    ).toEqual(["Введение"]);
  });

  it("a table goes on as a part of its own where no row was torn", async () => {
    const first = table({ x: 60, y: 700, widths: WIDTHS, rows: [HEADER, ["1", "Опрос", "май"]] });
    const second = table({ x: 60, y: 60, widths: WIDTHS, rows: [["2", "Семинар", "июнь"]] });
    expect(tablesOf(await readPages({ marks: first.marks }, { marks: second.marks })).map(rowsOf)).toEqual([
      [HEADER, ["1", "Опрос", "май"]],
      [["2", "Семинар", "июнь"]],
    ]);
  });

  it("a row torn by the page break is one row again, without the header printed once more", async () => {
    const wide = "Проведение опроса родителей о качестве ";
    const first = table({ x: 60, y: 700, widths: WIDTHS, rows: [HEADER, ["1", wide, "май"]] });
    const second = table({
      x: 60,
      y: 60,
      widths: WIDTHS,
      rows: [HEADER, ["", "услуг в школе", ""], ["2", "Семинар", "июнь"]],
    });
    expect(tablesOf(await readPages({ marks: first.marks }, { marks: second.marks })).map(rowsOf)).toEqual([
      [HEADER, ["1", "Проведение опроса родителей о качестве услуг в школе", "май"], ["2", "Семинар", "июнь"]],
    ]);
  });

  it("a paragraph torn by the page break is one paragraph", async () => {
    const full = "Слова которые стоят в строке от края и до края листа бумаги ".trim();
    const above = lines(
      60,
      600,
      Array.from({ length: 15 }, () => full),
    );
    const texts = textsOf(await readPages({ marks: above }, { marks: lines(60, 60, [full, "и конец."]) }));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/бумаги и конец\.$/);
  });
});

describe("words", () => {
  const cellText = async (...texts: readonly string[]): Promise<string> => {
    const width = Math.max(...texts.map((one) => one.trimEnd().length)) * 10 * LETTER + 8.5;
    const drawn = table({ x: 60, y: 100, widths: [30, width], rows: [["1", texts.join("\n")]] });
    const known = lines(60, 500, ["Повышение качества образования и социально-экономический рост."]);
    const [read] = tablesOf(await readPages({ marks: [...drawn.marks, ...known] }));
    return rowsOf(read!)[0]![1]!.replace(/\u00AD/g, "");
  };

  it.each([
    [["Качество обра-", "зования"], "Качество образования"],
    [["Уровень социально-", "экономический"], "Уровень социально-экономический"],
    [["Материально-", "техническое оснащение"], "Материально-техническое оснащение"],
    [["Организация работы в меропри-", "ятиях"], "Организация работы в мероприятиях"],
    [["Заявка на 2025-", "2026 годы"], "Заявка на 2025-2026 годы"],
    [["Школы район-", "Ковров"], "Школы район-Ковров"],
    [["В срок июль-", "август"], "В срок июль-август"],
    [["Результативно-", "сть обучения"], "Результативность обучения"],
    [["Связь учитель-ученик-", "родитель"], "Связь учитель-ученик-родитель"],
    [["Дело информационно- ", "методическое"], "Дело информационно- методическое"],
  ])("%j is «%s»", async (texts, whole) => {
    expect(await cellText(...texts)).toBe(whole);
  });

  it("a guess about a hyphen leaves an invisible mark", async () => {
    const drawn = table({ x: 60, y: 100, widths: [30, 78], rows: [["1", "Новое устрой-\nство"]] });
    const [read] = tablesOf(await readPages({ marks: drawn.marks }));
    expect(rowsOf(read!)[0]![1]).toBe("Новое устрой\u00ADство");
  });

  it("drawn twice for boldness stand once, and a drawn bullet is a mark of a list", async () => {
    const blocks = await readPages({
      marks: [text(60, 100, "План"), text(60.3, 100, "План"), text(60, 130, "\uF0B7"), text(78, 130, "Опрос")],
    });
    expect(blocks).toMatchObject([{ text: "План" }, { text: "Опрос", list: { marker: "•", depth: 0 } }]);
  });

  it("set large and in the middle are a heading", async () => {
    const body = lines(
      60,
      200,
      Array.from({ length: 6 }, () => "Слова которые стоят в строке от края и до края листа бумаги, да и дальше."),
    );
    const blocks = await readPages({ marks: [text(200, 120, "План работы", { size: 16, bold: true }), ...body] });
    expect(blocks[0]).toMatchObject({ text: "План работы", level: 1, bold: true });
    expect(blocks[1]).not.toHaveProperty("level");
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
      { numRuns: 60 },
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
      { numRuns: 40 },
    );
  });
});
