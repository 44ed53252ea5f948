import { expect, it } from "vitest";
import type { PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import { plannedWords } from "./planned-words.ts";

const value = (totalText: string, texts: readonly string[], subGroup = ""): PlannedValueDraft => ({
  label: "Встречи",
  unit: "count",
  aggregation: "eachYear",
  subGroup,
  totalText,
  totalValue: null,
  years: texts.map((text, at) => ({ year: 2021 + at, text, value: null, atLeast: false })),
});

it.each([
  ["10", ["10", "10"], "10 в год"],
  ["30", ["10", "10"], "10 в год, всего 30"],
  ["не менее 3", ["1", "1"], "1 в год, всего не менее 3"],
  ["не менее 3", ["не менее 1 раза в год", "не менее 1 раза в год"], "не менее 1 раза в год, всего не менее 3"],
  ["", ["ежегодно", "ежегодно"], "ежегодно"],
  ["10", ["3", "7"], "2021: 3, 2022: 7, всего 10"],
  ["5", ["5"], "2021: 5"],
  ["по заявкам", [], "по заявкам"],
  ["", [], ""],
])("total «%s», by year %j: «%s»", (total, years, words) => {
  expect(plannedWords(value(total, years))).toBe(words);
});

it("a part of the schools stands before its figure", () => {
  expect(plannedWords(value("", ["100 %", "100 %"], "ШНОР"))).toBe("ШНОР: 100 % в год");
});
