import { describe, expect, it } from "vitest";
import type { ObligationRow } from "../../model/contract.ts";
import { homeSentence, returnedWords } from "./home-sentence.ts";

const rows = (count: number, dueOn = "2026-10-31") => Array.from({ length: count }, () => ({ dueOn }) as ObligationRow);

describe("the first sentence of the home", () => {
  it.each([
    [2, 3, 0, "2 отчёта просрочены, ещё 3 нужно сдать до воскресенья."],
    [1, 0, 4, "1 отчёт просрочен, до воскресенья других сроков нет."],
    [21, 0, 0, "21 отчёт просрочен, до воскресенья других сроков нет."],
    [0, 5, 1, "До воскресенья нужно сдать 5 отчётов."],
    [0, 0, 1, "До воскресенья сроков нет. Ближайший — 31 октября."],
    [0, 0, 0, "Сроков впереди нет."],
  ])("late %i, this week %i, soon %i", (late, week, soon, words) => {
    const said = homeSentence({
      today: "2026-10-22",
      late: rows(late),
      week: rows(week),
      soon: rows(soon),
      later: [],
      next: null,
    });
    expect(said.replaceAll("\u00a0", " ")).toBe(words);
  });

  it("counts what was returned", () => {
    expect(returnedWords(3).replaceAll("\u00a0", " ")).toBe("3 отчёта вам вернули");
  });
});
