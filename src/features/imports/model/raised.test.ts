import { expect, it } from "vitest";
import { DISTRICT, draft, planGrids, read } from "../../../../test/support/import-samples.ts";
import type { ReviewDoubt } from "./doubts.ts";
import { raisedWords } from "./raised.ts";
import { reviewRows } from "./review-row.ts";

const source = read(planGrids());

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
  expect(
    raisedWords({ doubts: doubts(...before) }, { doubts: doubts(...after), rows: [] })?.replace(/\s/g, " ") ?? null,
  ).toBe(said);
});

it("says at which row the question has appeared", () => {
  const [row] = reviewRows(draft(source), DISTRICT, source);
  const place = { measureKey: row!.key, field: "term", table: 0, row: 2, col: 2 };
  const after = doubts("a!", "b").map((doubt) => ({ ...doubt, places: [place] }));
  expect(raisedWords({ doubts: doubts("a") }, { doubts: after, rows: [row!] })?.replace(/\s/g, " ")).toBe(
    "Появился ещё 1 вопрос. Строка 1.1.",
  );
});
