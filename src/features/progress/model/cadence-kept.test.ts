import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptInWords, keptOf, slotOutcome, slotStanding, unitOf, type KeptSlot } from "./cadence-kept.ts";
import { outcomeCounts, OUTCOMES, type OutcomeCounts } from "./outcome.ts";

const of = (counts: Partial<OutcomeCounts>): OutcomeCounts => ({ ...outcomeCounts([]), ...counts });
const slot = (counts: Partial<OutcomeCounts>): KeptSlot => ({ counts: of(counts) });

describe("a cadence", () => {
  it.each([
    [slot({ inTime: 6 }), "kept", "inTime"],
    [slot({ inTime: 5, doneLate: 1 }), "kept", "doneLate"],
    [slot({ early: 1, notApplicable: 5 }), "kept", "early"],
    [slot({ inTime: 5, late: 1 }), "missed", "late"],
    [slot({ inTime: 5, submitted: 1 }), "waiting", "submitted"],
    [slot({ returned: 1 }), "waiting", "returned"],
    [slot({ submitted: 1, running: 1 }), "open", "submitted"],
    [slot({ running: 1, inTime: 5 }), "open", "upcoming"],
    [slot({ upcoming: 6 }), "open", "upcoming"],
    [slot({ moved: 1, inTime: 5 }), "open", "moved"],
    [slot({ notApplicable: 6 }), "open", "notApplicable"],
  ] as const)("%#: %o", (one, standing, outcome) => {
    expect([slotStanding(one), slotOutcome(one.counts)]).toEqual([standing, outcome]);
  });

  it("is kept in 7 of 9 months: the month that lasts and those ahead are not counted", () => {
    const months = [
      ...Array.from({ length: 7 }, () => slot({ inTime: 1 })),
      slot({ late: 1 }),
      slot({ late: 1 }),
      slot({ running: 1 }),
      slot({ upcoming: 1 }),
    ];
    const kept = keptOf(months);
    expect(kept).toEqual({ kept: 7, judged: 9, missed: 2, submitted: 0, returned: 0 });
    expect(keptInWords(kept, "month").replace("\u00A0", " ")).toBe("7 из 9 месяцев");
  });

  it("tells what is under review from what was returned: «на проверке 2, вернули 1»", () => {
    // every period that holds it, whether it is over or not and whatever else it holds
    const slots = [
      slot({ submitted: 1 }),
      slot({ submitted: 2, running: 1 }),
      slot({ returned: 1, submitted: 1 }),
      slot({ late: 1, submitted: 2 }),
    ];
    expect(keptOf(slots)).toMatchObject({ missed: 1, submitted: 4, returned: 1, judged: 1 });
  });

  it.each([
    [["2026-10", "2026-11"], "month", "1 из 1 месяца"],
    [["2026-W40", "2026-W41"], "week", "1 из 1 недели"],
    [["2026/T1"], "schoolTerm", "1 из 1 четверти"],
    [["2026-Q4"], "quarter", "1 из 1 квартала"],
    [["2026", "2027"], "year", "1 из 1 года"],
    [["2026/SY"], "schoolYear", "1 из 1 учебного года"],
    [["2026-H1", "2026/H1"], "halfYear", "1 из 1 полугодия"],
    [["2026-10-05"], "day", "1 из 1 дня"],
    [["2026-10", "2026-Q4"], "other", "1 из 1 срока"],
    [[], "other", "1 из 1 срока"],
  ] as const)("%j is counted in units of %s", (keys, unit, words) => {
    expect(unitOf(keys)).toBe(unit);
    expect(keptInWords({ kept: 1, judged: 1, missed: 0, submitted: 0, returned: 0 }, unit).replace("\u00A0", " ")).toBe(
      words,
    );
  });

  it("says that nothing can be judged yet", () => {
    expect(keptInWords(keptOf([slot({ upcoming: 1 })]), "month")).toBe("судить рано");
  });
});

describe("laws of a cadence", () => {
  const counts = fc
    .array(fc.nat(3), { minLength: OUTCOMES.length, maxLength: OUTCOMES.length })
    .map((all) => of(Object.fromEntries(OUTCOMES.map((outcome, at) => [outcome, all[at]]))));
  const anySlot = fc.record({ counts });
  const slots = fc.array(anySlot, { maxLength: 20 });

  it("what is judged is kept or missed, and no more holds anything than there is", () => {
    fc.assert(
      fc.property(slots, (all) => {
        const { kept, missed, submitted, returned, judged } = keptOf(all);
        expect(kept + missed).toBe(judged);
        for (const holding of [judged, submitted, returned]) expect(holding).toBeLessThanOrEqual(all.length);
      }),
    );
  });

  it("what lasts, is ahead or does not apply changes nothing; the order neither", () => {
    fc.assert(
      fc.property(slots, fc.constantFrom("running", "upcoming", "notApplicable", "moved"), (all, outcome) => {
        const more = [slot({ [outcome]: 2 }), ...[...all].reverse()];
        expect(keptOf(more)).toEqual(keptOf(all));
      }),
    );
  });

  it("one more who is late makes any period missed", () => {
    fc.assert(
      fc.property(anySlot, (one) => {
        const late = { ...one, counts: { ...one.counts, late: one.counts.late + 1 } };
        expect(slotStanding(late)).toBe("missed");
      }),
    );
  });
});
