import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, hasAll, hasFound, piecesOf } from "./pieces.ts";

const shown = (text: string, stems: string[], beginning: string | null = null) =>
  piecesOf(text, { stems, beginning })
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join("");

describe("marks words where they stand", () => {
  it.each([
    ["О Наставничестве и школах", ["наставничеств"], null, "О [Наставничестве] и школах"],
    ["Ёлка у школы-лидера", ["елк", "лидер"], null, "[Ёлка] у школы-[лидера]"],
    ["№ 540/1 и 5401", ["540", "1"], null, "№ [540]/[1] и 5401"],
    ["наставник, наставники", [], "настав", "[наставник], [наставники]"],
    ["школа и школоведение", ["школ"], null, "[школа] и школоведение"],
    ["<b>план</b>", ["план"], null, "<b>[план]</b>"],
    ["ничего", ["план"], null, "ничего"],
  ])("%s", (text, stems, beginning, marked) => {
    expect(shown(text, stems, beginning)).toBe(marked);
  });

  it("and loses nothing of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string({ minLength: 1 })), (text, stems) => {
        const pieces = piecesOf(text, { stems, beginning: null });
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const [at, piece] of pieces.entries()) expect(piece.found).not.toBe(pieces[at + 1]?.found);
      }),
    );
  });
});

it("says whether anything is marked", () => {
  expect(hasFound(piecesOf("план", { stems: ["план"], beginning: null }))).toBe(true);
  expect(hasFound(piecesOf("", { stems: ["план"], beginning: null }))).toBe(false);
});

it.each([
  ["ало работы школ и конец раб", { starts: false, ends: false }, "… работы школ и конец …"],
  ["Начало работы\n школ", { starts: true, ends: true }, "Начало работы школ"],
  ["односло", { starts: false, ends: false }, "… односло …"],
])("cuts %j from word to word", (cut, edges, excerpt) => {
  expect(excerptOf(cut, edges)).toBe(excerpt);
});

it.each([
  ["Отбор школ", { stems: ["отбор", "школ"], beginning: "школам" }, true],
  ["Отбор школ", { stems: ["отбор", "педагог"], beginning: "педагог" }, false],
  ["Отбор школ", { stems: ["отбор", "шк"], beginning: "шк" }, true],
  ["Отбор школ", { stems: ["540"], beginning: "540" }, false],
  ["Отбор", { stems: ["отбор"], beginning: null }, true],
])("%s has all of %j: %s", (title, sought, all) => {
  expect(hasAll(piecesOf(title, sought), sought)).toBe(all);
});
