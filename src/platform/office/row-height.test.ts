import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, rowHeight } from "./row-height.ts";

const lines = (text: string, width: number, bold = false) => linesOf({ text, width, bold });

describe("lines of a text in a column", () => {
  it.each([
    ["", 10, 1],
    ["семинар", 8, 1],
    ["семинар для школ", 12, 2],
    ["раз\nдва\nтри", 40, 3],
    ["подтверждающий", 8, 2],
    ["https://school.example/documents", 16, 3],
  ])("«%s» in %i letters takes %i", (text, width, expected) => {
    expect(lines(text, width)).toBe(expected);
  });

  it("are more where letters are bold, and never fewer in a narrower column that breaks no word", () => {
    expect([lines("семинар для школ", 17), lines("семинар для школ", 17, true)]).toEqual([1, 2]);
    fc.assert(
      fc.property(fc.lorem({ mode: "sentences" }), fc.integer({ min: 16, max: 60 }), (text, width) => {
        expect(lines(text, width)).toBeGreaterThanOrEqual(lines(text, width + 1));
        expect(lines(text, width) * width).toBeGreaterThanOrEqual(text.length - width);
      }),
    );
  });
});

it("a row is as high as its lines, up to what Excel takes", () => {
  expect(rowHeight(2)).toBeGreaterThan(rowHeight(1));
  expect(rowHeight(0)).toBe(rowHeight(1));
  expect(rowHeight(500)).toBe(409);
});
