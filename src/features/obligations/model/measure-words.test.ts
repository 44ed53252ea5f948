import { expect, it } from "vitest";
import { measureWords } from "./measure-words.ts";

const named = { programmeTitle: "Поддержка школ", measureNumber: "1.3", period: "I четверть 2021/22" };

it.each([
  [named, [], "Поддержка школ ·\u00a0мероприятие\u00a01.3 ·\u00a0I четверть 2021/22"],
  [{ ...named, measureNumber: "", period: null }, [], "Поддержка школ"],
  [{ ...named, period: null }, ["до 1 мая"], "Поддержка школ ·\u00a0мероприятие\u00a01.3 ·\u00a0до 1 мая"],
])("a line never ends with the mark between two words: %j", (row, more, words) => {
  expect(measureWords(row, ...more)).toBe(words);
});
