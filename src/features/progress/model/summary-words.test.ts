import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeCounts, OUTCOMES, type OutcomeCounts } from "./outcome.ts";
import type { PeriodRead } from "./period-summary.ts";
import {
  compareAmounts,
  comparedInWords,
  compareShares,
  comparisonCautions,
  donePercent,
  summaryInWords,
} from "./summary-words.ts";

const of = (counts: Partial<OutcomeCounts>): OutcomeCounts => ({ ...outcomeCounts([]), ...counts });
const over: PeriodRead = {
  key: "2026-10",
  words: "октябрь 2026",
  from: "2026-10-01",
  to: "2026-10-31",
  on: "2026-11-01",
  isUnfinished: false,
  notBegun: false,
};
const lasts = { ...over, isUnfinished: true };
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("a period in words", () => {
  it.each([
    [of({}), over, "В этот период сроков нет."],
    [
      of({ inTime: 25, early: 2, doneLate: 3, late: 8, submitted: 2 }),
      over,
      "Из 40 отчётов выполнено 30: в срок 25, раньше срока 2, позже срока 3. На конец периода просрочено 8, на проверке 2.",
    ],
    [of({ inTime: 1 }), over, "Из 1 отчёта выполнено 1, в срок."],
    [of({ early: 2, late: 10 }), over, "Из 12 отчётов выполнено 2, все раньше срока. На конец периода просрочено 10."],
    [of({ running: 2, upcoming: 1 }), lasts, "Из 3 отчётов не выполнено ни одного. На сегодня срок не наступил у 3."],
  ])("%#", (counts, period, words) => {
    expect(plain(summaryInWords(counts, period))).toBe(words);
  });
});

describe("two periods", () => {
  it.each([
    [of({ inTime: 3, late: 1 }), of({ inTime: 1, late: 1 }), "up", "+25 п. п."],
    [of({ inTime: 51, late: 49 }), of({ inTime: 1, late: 1 }), "up", "+1 п. п."],
    [of({ late: 5 }), of({ inTime: 11, late: 39 }), "down", "−22 п. п."],
    [of({ inTime: 2, late: 2 }), of({ inTime: 1, late: 1 }), "same", "доля та же"],
    [of({ inTime: 2 }), of({ moved: 3, notApplicable: 1 }), null, "доли не было"],
    [of({ inTime: 2 }), of({}), null, "сроков не было"],
    [of({}), of({ inTime: 4, late: 3 }), null, "сроков нет"],
    [of({ moved: 1 }), of({ inTime: 4 }), null, "считать долю не от чего"],
  ] as const)("%#", (counts, against, direction, words) => {
    const compared = compareShares(counts, against);
    expect([compared.direction, plain(compared.words)]).toEqual([direction, words]);
  });

  it.each([
    [of({ inTime: 3, late: 1 }), of({ inTime: 4, late: 3, moved: 2 }), "было 57 % (из 7), +18 п. п."],
    [of({}), of({ inTime: 4, late: 3 }), "было 57 % (из 7); октябрь 2026: сроков нет"],
    [of({ paused: 2 }), of({ inTime: 4, late: 3 }), "было 57 % (из 7); октябрь 2026: считать долю не от чего"],
    [of({ inTime: 2 }), of({}), "сроков не было"],
    [of({ paused: 2 }), of({ moved: 1 }), "долей нет"],
  ])("keep the other's share where one of them has none: %#", (counts, against, words) => {
    expect(plain(comparedInWords(counts, against, over))).toBe(words);
  });

  it.each([
    [of({ inTime: 3 }), of({ late: 3 }), false],
    [of({ inTime: 2, moved: 5 }), of({ late: 30 }), true],
    [of({ inTime: 30 }), of({ inTime: 1, late: 1 }), true],
  ])("are of few where a share stands on fewer than three reports: %#", (counts, against, isOfFew) => {
    expect(compareShares(counts, against).isOfFew).toBe(isOfFew);
  });

  it("numbers too", () => {
    expect([compareAmounts(5, 2), compareAmounts(2, 5), compareAmounts(2, 2)].map(({ words }) => words)).toEqual([
      "на 3 больше",
      "на 3 меньше",
      "столько же",
    ]);
  });

  it("say what hinders a comparison", () => {
    const same = of({ inTime: 2 });
    expect(comparisonCautions(same, same, over, over)).toEqual([]);
    expect(comparisonCautions(same, of({ late: 3 }), over, over)).toHaveLength(1);
    const december = {
      ...lasts,
      key: "2026-12",
      words: "декабрь 2026",
      from: "2026-12-01",
      to: "2026-12-31",
      on: "2026-12-10",
    };
    expect(plain(comparisonCautions(same, same, december, { ...over, on: "2026-10-10" })[0]!)).toMatch(
      /^Декабрь 2026 ещё идёт, поэтому сравнение на тот же срок: октябрь 2026 по 9 октября\. /,
    );
    const begins = { ...december, on: "2026-12-01" };
    expect(plain(comparisonCautions(same, same, begins, { ...over, on: "2026-10-01" })[0]!)).toMatch(
      /идёт первый день, .*: октябрь 2026 перед началом, по 30 сентября\./,
    );
    const shorter = plain(comparisonCautions(same, same, lasts, over)[0]!);
    expect([/ещё идёт/.test(shorter), /на тот же срок/.test(shorter)]).toEqual([true, false]);
    const ahead = { ...lasts, notBegun: true };
    expect(comparisonCautions(same, same, ahead, over)).toEqual(["Период ещё не начался, сравнивать пока нечего."]);
    expect(comparisonCautions(same, same, over, lasts)[0]).toMatch(/с которым сравниваете/);
    expect(comparisonCautions(same, of({}), over, over)).toHaveLength(2);
  });

  it("turned round, go the other way", () => {
    const counts = fc
      .array(fc.nat(30), { minLength: OUTCOMES.length, maxLength: OUTCOMES.length })
      .map((all) => of(Object.fromEntries(OUTCOMES.map((outcome, at) => [outcome, all[at]]))));
    const turned = { up: "down", down: "up", same: "same" } as const;
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const [there, back] = [compareShares(one, other), compareShares(other, one)];
        expect(back.direction).toBe(there.direction === null ? null : turned[there.direction]);
        const percent = donePercent(one);
        if (percent !== null) expect(percent >= 0 && percent <= 100).toBe(true);
      }),
    );
  });
});
