import { expect, it } from "vitest";
import { placeOfWords } from "./find-words.ts";

it.each([
  ["оценка результатов", "ТО", -1],
  ["Методика и ТО", "то", 11],
  ["итог: то, что вышло", "ТО", 6],
  ["УО, ОО", "УО", 0],
  ["УО", "", -1],
  ["до 15.10", "15", 3],
])("in «%s» the words «%s» stand at %i", (text, words, place) => {
  expect(placeOfWords(text, words)).toBe(place);
});
