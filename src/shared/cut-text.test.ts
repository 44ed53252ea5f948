import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, shortened } from "./cut-text.ts";

describe("a text cut to a length", () => {
  it.each([
    ["план", 10, "план"],
    ["план", 2, "пл"],
    ["😀😀", 3, "😀"],
    ["😀", 1, ""],
  ])("«%s» to %i is «%s»", (text, most, cut) => expect(cutText(text, most)).toBe(cut));

  it("is a beginning of it, no longer, and whole as text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, most) => {
        const cut = cutText(text, most);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

it.each([
  ["Ярмарка", 7, "Ярмарка"],
  ["Ярмарка кружков", 8, "Ярмарка…"],
  ["a😀😀", 2, "a…"],
])("«%s» named in %i signs is «%s»", (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});
