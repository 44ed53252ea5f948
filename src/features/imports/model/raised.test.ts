import { expect, it } from "vitest";
import type { ReviewDoubt } from "./doubts.ts";
import { raisedWords } from "./raised.ts";

const doubts = (...ids: readonly string[]): ReviewDoubt[] =>
  ids.map((id) => ({
    id: id.replace("!", ""),
    topic: "term",
    places: [],
    question: "",
    quote: "",
    options: [],
    suggested: null,
    own: null,
    answer: id.endsWith("!") ? { doubtId: id.replace("!", ""), option: "a", remember: false } : null,
  }));

it.each([
  [["a", "b"], ["a!", "b"], null],
  [["a"], ["a!", "b"], "Появился ещё 1 вопрос."],
  [["a"], ["b", "a!", "c"], "Появилось ещё 2 вопроса."],
  [["a"], ["a!", "b!"], null],
])("from %j to %j", (before, after, said) => {
  expect(raisedWords(doubts(...before), doubts(...after))?.replace(/\s/g, " ") ?? null).toBe(said);
});
