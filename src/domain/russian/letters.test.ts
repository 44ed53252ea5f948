import { expect, it } from "vitest";
import { beginsLow, letters } from "./letters.ts";

const FOUND = "Съёмка Ўзбек Әби Үҙәк Ӳкерчӗк naïve Straße 7½ № — «ʼ» × ÷ ͏ 中 ω \u0489";

it.each([
  [/\p{L}+/gu],
  [/[^\p{L}\d№]+/gu],
  [/(?<!\p{L})\p{Lu}\p{Ll}+(?!\p{L})/gu],
  [/[\p{Ll}–•-]\p{L}/gu],
  [/\\p\{L\}|[[\]\p{Lu}]/gu],
])("%s finds the letters of our documents, inside a class and outside", (pattern) => {
  const ours = FOUND.replace(/[中ωʼ]/gu, "");
  expect(ours.match(letters(pattern))).toEqual(ours.match(pattern));
});

it("keeps the flags, and knows no letters of other alphabets", () => {
  expect(letters(/^\p{Lu}/iu).test("ъ")).toBe(true);
  expect("中ω".match(letters(/\p{L}/u))).toBeNull();
});

it.each([
  ["и далее", true],
  ["ёлка", true],
  ["Далее", false],
  ["«и", false],
  ["1 раз", false],
  ["", false],
])("«%s» begins in small letters: %s", (text, low) => expect(beginsLow(text)).toBe(low));
