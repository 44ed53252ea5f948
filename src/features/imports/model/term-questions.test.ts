import { describe, expect, it } from "vitest";
import { readTerm } from "#domain/phrases/read-term.ts";
import { termQuestion } from "./term-questions.ts";

describe("what is asked about a term", () => {
  it.each(["октябрь 2026", "не реже 1 раза в четверть", "каждый вторник", "до01.09.26"])("nothing: «%s»", (phrase) => {
    expect(termQuestion(readTerm(phrase))).toBeUndefined();
  });

  it.each([
    ["ноябр", "Ноябрь"],
    ["0ктябрь 2026", "Октябрь 2026"],
    ["до декабря 2026 года", "До 30 ноября 2026"],
    ["1-2 раза в месяц", "Не реже 1 раза в месяц"],
    ["в течение недели после семинара", "По запросу"],
  ])("«%s» is asked about with its reading as the proposal", (phrase, label) => {
    const question = termQuestion(readTerm(phrase));
    expect(question?.suggested).toBe("read");
    expect(question?.choices[0]).toMatchObject({ key: "read", label });
    expect(question?.question).toContain(readTerm(phrase).doubts[0]!.words);
  });

  it("what was not understood tells why", () => {
    expect(termQuestion(readTerm("31.09"))).toMatchObject({
      question: "Не понято: «31.09». Такого дня нет в календаре. Какой это срок?",
      suggested: null,
    });
  });

  it("a half-year is asked about by its kinds", () => {
    expect(termQuestion(readTerm("I полугодие"))?.choices.map(({ key }) => key)).toEqual(["school", "calendar"]);
  });
});
