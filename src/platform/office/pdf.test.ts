import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { line, lines, pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import { rowsOf, tablesOf, textsOf } from "../../../test/support/block-views.ts";
import type { Block } from "#shared/document-grids.ts";
import { isOfPdfLibrary } from "./pdf-library.ts";
import { readPdf } from "./pdf.ts";
import { OfficeRefusal } from "./problems.ts";

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

  it("what the library leaves behind on a torn file does not end the program, what others leave does", async () => {
    const torn = "%PDF-1.4\n11 0 obj<<(12 0 obj<<///Count 2/Kids[R 11 0R]13 0 obj<<///Pages 12 0R<</Root 13 0R>>";
    const left: unknown[] = [];
    const notice = (fault: unknown) => void left.push(fault);
    process.on("unhandledRejection", notice);
    expect(await refusalOf(Buffer.from(torn))).toBe("office-pdf-scan");
    await new Promise((settled) => setTimeout(settled, 10));
    process.off("unhandledRejection", notice);
    expect(left.map(isOfPdfLibrary)).toEqual([true]);
    expect(isOfPdfLibrary(new Error("чужая"))).toBe(false);
  });

  it("bytes changed anywhere give blocks or a refusal", async () => {
    const edits = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 8, max: whole.length }), async (changes, keep) => {
        const bytes = whole.slice(0, keep);
        for (const [at, value] of changes) if (at < keep && at > 4) bytes[at] = value;
        expect(await refusalOf(bytes)).not.toBe("thrown");
      }),
      { numRuns: runs(30) },
    );
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

  it("is not stretched by what is drawn far beyond its edges", async () => {
    const drawn = table({ x: 60, y: 100, widths: WIDTHS, rows });
    const far = [text(900_000_000, 300, "Даль"), text(60, 300, "Близь"), line(60, 100, 900_000_000, 100)];
    const blocks = await readPages({ marks: [...drawn.marks, ...far] });
    expect(tablesOf(blocks).map(rowsOf)).toEqual([rows]);
    expect(textsOf(blocks)).toEqual(["Близь"]);
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
