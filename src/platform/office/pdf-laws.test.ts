import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import { runs } from "../../../test/support/laws.ts";
import { rowsOf, tablesOf } from "../../../test/support/block-views.ts";
import type { Block } from "#shared/document-grids.ts";
import { readPdf } from "./pdf.ts";

const readPages = (...pages: readonly PdfPage[]): Promise<readonly Block[]> => readPdf(pdf(pages));

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
