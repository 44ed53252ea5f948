import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { latinLookAlikes, matchKey } from "./match-key.ts";

describe("what must stay apart", () => {
  it.each([
    ["УО", "ОО"],
    ["ШНОР", "ШНСУ"],
    ["IT", "ИТ"],
    ["PR", "РК"],
    ["ШМО", "РМО"],
    ["МО-1", "МО 1"],
  ])("%s is not %s", (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });

  it("leaves a Latin word alone", () => {
    expect(latinLookAlikes("Zoom, IT-куб, Excel, top")).toEqual([]);
    expect(matchKey("Excel")).toBe("excel");
  });
});

describe("what is one name", () => {
  it.each([
    ["OO", "ОО"],
    ["MЦ", "МЦ"],
    ["МБУ «ЦРО»", 'МБУ "ЦРО"'],
    ["МБУ „ЦРО“", "мбу  «цро»"],
    ["учёба", "УЧЕБА"],
    ["Тьюторы\u00A0ММЦ", "тьюторы ММЦ"],
    ["сетевое\u00ADвзаимодействие", "сетевоевзаимодействие"],
    ["ОО — школа", "ОО - школа"],
    ["Муниципальный\u200B", "муниципальный"],
    ["Район", "Раи\u0306он"],
  ])("%s is %s", (one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  it("tells what was typed in Latin letters, each once, in order", () => {
    expect(latinLookAlikes("MЦ / OO, ОО, OO, Mуниципальный")).toEqual([
      { typed: "MЦ", meant: "МЦ" },
      { typed: "OO", meant: "ОО" },
      { typed: "Mуниципальный", meant: "Муниципальный" },
    ]);
  });
});

describe("laws", () => {
  it("the key of a key is the key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(matchKey(matchKey(text))).toBe(matchKey(text));
      }),
    );
  });

  it("any choice of look-alike letters in a code gives one key, and codes that differ keep theirs", () => {
    const latin = new Map([..."АВСЕНКМОРТХУ"].map((letter, at) => [letter, "ABCEHKMOPTXY"[at]!]));
    const code = fc.string({ unit: fc.constantFrom(..."АВСЕНКМОРТХУШЛИЦДПЯ"), minLength: 2, maxLength: 6 });
    const disguised = fc.tuple(code, fc.infiniteStream(fc.boolean())).map(([text, coin]) => ({
      text,
      typed: [...text].map((letter) => (coin.next().value ? (latin.get(letter) ?? letter) : letter)).join(""),
    }));
    fc.assert(
      fc.property(disguised, disguised, (one, other) => {
        expect(matchKey(one.typed)).toBe(matchKey(one.text));
        expect(matchKey(one.typed) === matchKey(other.typed)).toBe(one.text === other.text);
      }),
      { numRuns: runs(100) },
    );
  });
});
