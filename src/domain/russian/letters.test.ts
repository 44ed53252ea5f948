import { expect, it } from "vitest";
import { letters } from "./letters.ts";

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
