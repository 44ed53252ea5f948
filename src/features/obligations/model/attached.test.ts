import { describe, expect, it } from "vitest";
import type { ObligationRow } from "./contract.ts";
import { attachedSentence, worstFirst } from "./attached.ts";

const rows = (count: number) => Array.from({ length: count }, () => ({}) as ObligationRow);
const school = (name: string, late: number, week: number, returned = 0) => ({
  id: name,
  name,
  late: rows(late),
  week: rows(week),
  returned: rows(returned),
  soon: [],
  submitted: 0,
});

describe("the schools of a curator", () => {
  it.each([
    [[school("7", 2, 1), school("10", 1, 0)], "3 отчёта просрочены: 2 школы из 2. До воскресенья нужно сдать ещё 1."],
    [[school("7", 1, 0), school("10", 0, 0)], "1 отчёт просрочен: 1 школа из 2. До воскресенья других сроков нет."],
    [[school("7", 0, 0, 2)], "Просроченных отчётов нет. До воскресенья сроков нет. На доработке 2 отчёта."],
    [[school("7", 0, 4)], "Просроченных отчётов нет. До воскресенья нужно сдать 4."],
    [[school("7", 0, 0)], "Просроченных отчётов нет. До воскресенья сроков нет."],
  ])("are told in one sentence", (schools, words) => {
    expect(attachedSentence(schools).replaceAll("\u00a0", " ")).toBe(words);
  });

  it("stand by what cannot wait", () => {
    const given = [school("calm", 0, 0), school("week", 0, 3), school("returned", 0, 0, 1), school("late", 1, 0)];
    expect(worstFirst(given).map(({ name }) => name)).toEqual(["late", "returned", "week", "calm"]);
  });
});
