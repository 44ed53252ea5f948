import { describe, expect, it } from "vitest";
import { cadenceInWords, gapsOf, lateNamesInWords, outcomesShown, slotInWords } from "./cadence-words.ts";
import type { CadenceRow, CadenceSlot } from "./cadence.ts";
import { outcomeCounts, type OutcomeCounts } from "./outcome.ts";

const slot = (words: string, counts: Partial<OutcomeCounts>): CadenceSlot => ({
  key: words,
  words,
  opensOn: "2021-03-01",
  dueOn: "2021-03-31",
  counts: { ...outcomeCounts([]), ...counts },
  late: Array.from({ length: counts.late ?? 0 }, (_, at) => `СОШ № ${at + 1}`),
});
const row = (...slots: CadenceSlot[]): CadenceRow => ({
  measureId: "m",
  number: "1",
  title: "Совещание",
  level: "ОО",
  section: "",
  cadence: "не реже 1 раза в месяц",
  unit: "month",
  slots,
});
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("a cadence in words", () => {
  it.each([
    [[row(slot("март", { upcoming: 1 }))], "Судить рано: первые сроки ещё не прошли."],
    [[row(slot("март", { inTime: 1 }))], "Без просрочки 1 из 1 мероприятия."],
    [
      [row(slot("март", { inTime: 1 })), row(slot("март", { late: 1 }), slot("апрель", { late: 2, inTime: 1 }))],
      "Без просрочки 1 из 2 мероприятий. С просрочкой 1, всего просрочено 2 срока.",
    ],
  ])("%#", (rows, words) => {
    expect(plain(cadenceInWords({ rows }))).toBe(words);
  });

  it("tells a period of one, and of several", () => {
    expect(slotInWords(slot("март 2021", { early: 1 }))).toBe("март 2021: выполнено раньше срока");
    expect(plain(slotInWords(slot("март 2021", { inTime: 5, late: 1 })))).toBe(
      "март 2021: 6 отчётов, выполнено в срок 5, просрочено 1",
    );
  });

  it("says of what has begun and is not due that it is ahead, as the page of its measure does", () => {
    expect(slotInWords(slot("2022 год", { running: 1 }))).toBe("2022 год: впереди");
    expect(plain(slotInWords(slot("2022 год", { running: 1, upcoming: 2, inTime: 1 })))).toBe(
      "2022 год: 4 отчёта, выполнено в срок 1, впереди 3",
    );
  });

  it.each([
    [1, "СОШ № 1"],
    [3, "СОШ № 1, СОШ № 2, СОШ № 3"],
    [5, "СОШ № 1, СОШ № 2, СОШ № 3 и ещё 2"],
  ])("names who is late, of %i", (late, words) => {
    expect(plain(lateNamesInWords(slot("март", { late }).late))).toBe(words);
  });

  it("knows what was missing, and which shapes need a key", () => {
    const one = row(slot("март", { late: 1 }), slot("апрель", { inTime: 1 }), slot("май", { late: 1, inTime: 2 }));
    expect(gapsOf(one).map(({ words }) => words)).toEqual(["март", "май"]);
    expect(outcomesShown([one])).toEqual(["inTime", "late"]);
  });
});
