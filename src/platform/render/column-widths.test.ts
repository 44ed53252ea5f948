import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { fittedWidths, lettersOf } from "./column-widths.ts";
import type { TableBlock } from "./document-tree.ts";
import { gridOf } from "./table-grid.ts";

describe("what must not be broken", () => {
  it("is the longest word of a column's own heads, and a day", () => {
    const table: TableBlock = {
      kind: "table",
      columns: [{ width: 1 }, { width: 1 }, { width: 1 }],
      header: [
        { cells: [{ value: "Подтверждение исполнения", colSpan: 3 }] },
        { cells: ["№", "План-график работ", "Дата"] },
      ],
      rows: [
        { section: "Необыкновенноедлинноеслово" },
        { cells: [1, "словодлиннеешапки", { date: localDate("2026-10-22") }] },
      ],
    };
    const letters = lettersOf(table, gridOf(table));
    expect(letters.map(Math.floor)).toEqual([5, 7, 10]);
  });
});

describe("widths", () => {
  it("give the needy what they need at the cost of the wide", () => {
    expect(fittedWidths([1, 1, 8], [20, 5, 10], 100)).toEqual([20, 10 - (5 / 75) * 10, 80 - (70 / 75) * 10]);
  });

  it("sum to the whole, and stay by the shares where there is no room for all needs", () => {
    expect(fittedWidths([1, 3], [60, 60], 100)).toEqual([25, 75]);
    const amounts = fc.array(fc.record({ share: fc.integer({ min: 1, max: 30 }), need: fc.nat(40) }), { minLength: 1 });
    fc.assert(
      fc.property(amounts, (given) => {
        const widths = fittedWidths(
          given.map(({ share }) => share),
          given.map(({ need }) => need),
          250,
        );
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(250, 6);
        const fits = given.reduce((sum, { need }) => sum + need, 0) <= 250;
        if (fits) for (const [at, { need }] of given.entries()) expect(widths[at]).toBeGreaterThan(need - 1e-6);
      }),
    );
  });
});
