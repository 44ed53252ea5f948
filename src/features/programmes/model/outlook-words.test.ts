import { describe, expect, it } from "vitest";
import { frequentInWords, lateInWords, outlookInWords, weightInWords } from "./outlook-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const empty = { noParties: [], nobodyMeant: [], termUnclear: [], frequent: [] };

describe("what is asked for, in words", () => {
  it.each([
    [{ dues: 1, yearly: 1, bearers: 0, reports: 0, late: 0 }, "Один срок"],
    [{ dues: 1, yearly: 1, bearers: 12, reports: 12, late: 0 }, "Один срок, 12 исполнителей: 12 отчётов"],
    [
      { dues: 3, yearly: 1, bearers: 2, reports: 6, late: 2 },
      "3 срока за программу, 2 исполнителя: 6 отчётов, у 2 срок уже прошёл",
    ],
    [{ dues: 4, yearly: 4, bearers: 1, reports: 4, late: 0 }, "4 срока за программу, 1 исполнитель: 4 отчёта"],
    [
      { dues: 156, yearly: 52, bearers: 9, reports: 1404, late: 0 },
      "52 срока в год, 156 за программу, 9 исполнителей: 1404 отчёта",
    ],
  ])("%j is «%s»", (weight, words) => expect(plain(weightInWords(weight))).toBe(words));

  it.each([
    [0, ""],
    [1, "1 срок уже прошёл: он сразу станет просроченным."],
    [11, "11 сроков уже прошли: они сразу станут просроченными."],
    [12, "12 сроков уже прошли: они сразу станут просроченными."],
  ])("%i past days: «%s»", (late, words) => expect(plain(lateInWords(late))).toBe(words));

  it("tells the whole programme, with nobody to report too", () => {
    const one = { ...empty, measures: 34, bearers: 12, reports: 480, late: 0 };
    expect(plain(outlookInWords(one))).toBe("34 мероприятия, 12 исполнителей, 480 отчётов за весь период.");
    expect(plain(outlookInWords({ ...one, bearers: 0, reports: 0 }))).toBe(
      "34 мероприятия. Отчитываться по ним пока некому.",
    );
  });

  it("tells what is asked often", () => {
    const one = { id: "m", number: "1", title: "", dueText: "", yearly: 52, bearers: 9, reports: 468 };
    expect(plain(frequentInWords(one))).toBe("52 раза в год, 9 исполнителей: 468 отчётов за весь период");
    expect(plain(frequentInWords({ ...one, bearers: 0, reports: 0 }))).toBe("52 раза в год");
  });
});
