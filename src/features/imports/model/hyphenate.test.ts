import fc from "fast-check";
import { expect, it } from "vitest";
import { hyphenated, longestPiece } from "./hyphenate.ts";

it.each([
  ["соисполнители", "со-ис-пол-ни-те-ли"],
  ["Преемственность", "Пре-ем-ствен-ность"],
  ["значение", "зна-че-ние"],
  ["Письменный", "Пись-мен-ный"],
  ["майский", "май-ский"],
  ["качества", "ка-че-ства"],
  ["администрация", "ад-ми-ни-стра-ция"],
  ["школа", "школа"],
  ["ШНОР и ШНСУ", "ШНОР и ШНСУ"],
])("«%s» may be parted as «%s»", (word, parted) => {
  expect(hyphenated(word).replaceAll("\u00AD", "-")).toBe(parted);
});

it("changes nothing but the places to part, and never leaves one letter alone", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."абвгеиоуьйстрнл -"), maxLength: 40 });
  fc.assert(
    fc.property(letters, (text) => {
      expect(hyphenated(text).replaceAll("\u00AD", "")).toBe(text);
      expect(hyphenated(text)).not.toMatch(/(?<!\p{L})\p{L}\u00AD|\u00AD\p{L}(?!\p{L})/u);
    }),
  );
});

it("counts the longest piece of a text", () => {
  expect(longestPiece("1.2 соисполнители")).toBe(3);
  expect(longestPiece("№ п/п")).toBe(4);
  expect(longestPiece("школа")).toBe(5);
  expect(longestPiece("")).toBe(0);
});
