import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, pasteNumbers, type FactRow } from "./pasted-numbers.ts";

const rows: readonly FactRow[] = [
  { key: "a", unit: "count" },
  { key: "b", unit: "percent" },
  { key: "c", unit: "count" },
];
const typed = { a: { value: "7", denominator: "" } };
const paste = (text: string, row = 0, column: "value" | "denominator" = "value") =>
  pasteNumbers(cellsOf(text)!, rows, { row, column }, typed);

describe("a copied table of numbers", () => {
  it.each([
    ["a value alone", "26", undefined],
    ["a value with the end of its line", "26\n", undefined],
    ["a column", "1\r\n2\r\n", [["1"], ["2"]]],
    ["a row", "26\t31", [["26", "31"]]],
  ])("is told from a value: %s", (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it("lands as cells, down and to the right, and leaves empty ones as they were", () => {
    expect(paste("\t\n26\t31\n1 234,5")).toEqual({
      ok: true,
      value: {
        a: { value: "7", denominator: "" },
        b: { value: "26", denominator: "31" },
        c: { value: "1234,5", denominator: "" },
      },
    });
    expect(paste("3\n4", 1)).toMatchObject({ value: { b: { value: "3", denominator: "" }, c: { value: "4" } } });
    expect(paste("31\n ", 1, "denominator")).toMatchObject({ value: { b: { value: "", denominator: "31" } } });
    expect(paste("31\n5", 1, "denominator")).toMatchObject({ ok: false });
  });

  it.each([
    ["more lines than fields", "1\n2\n3\n4", 0, "4\u00a0строки"],
    ["more columns than fields", "1\t2\n3", 0, "больше чисел, чем полей"],
    ["a heading among the numbers", "Факт\n2", 0, "«Факт» не похоже на число"],
    ["a number below zero", "-5\n2", 0, "«-5»"],
  ])("is refused whole with a sentence: %s", (_what, text, row, words) => {
    const answer = paste(text, row);
    expect(answer).toMatchObject({ ok: false, refusal: expect.stringContaining(words) });
    expect((answer as { refusal: string }).refusal).toContain("Ничего не изменилось");
  });

  it("is never half taken: each field is either as it was or as copied, and what is refused changes nothing", () => {
    const cell = fc.oneof(fc.constant(""), fc.nat(999).map(String), fc.string({ maxLength: 4 }));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.nat(2), fc.constantFrom("value" as const, "denominator" as const), (cells, row, column) => {
        const before = structuredClone(typed);
        const answer = pasteNumbers(cells, rows, { row, column }, typed);
        expect(typed).toEqual(before);
        if (!answer.ok) return;
        expect(cells.length).toBeLessThanOrEqual(rows.length - row);
        for (const { value, denominator } of Object.values(answer.value))
          for (const text of [value, denominator]) expect(text).toMatch(/^$|^\d+(,\d+)?$/u);
      }),
    );
  });
});
