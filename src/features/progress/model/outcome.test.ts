import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { allOf, amountOf, outcomeCounts, outcomeOf, OUTCOMES, owedOf, type OutcomeStanding } from "./outcome.ts";

const day = localDate;
const OCTOBER: OutcomeStanding = {
  opensOn: day("2026-10-01"),
  dueOn: day("2026-10-31"),
  isMoved: false,
  state: null,
  kind: null,
  doneOn: null,
  closed: false,
  paused: false,
};
const done = (doneOn: string | null): OutcomeStanding => ({
  ...OCTOBER,
  state: "accepted",
  kind: "done",
  doneOn: doneOn === null ? null : day(doneOn),
});

describe("outcomeOf", () => {
  it.each([
    [done("2026-09-30"), "2026-11-01", "early"],
    [done("2026-10-01"), "2026-11-01", "inTime"],
    [done("2026-10-31"), "2026-11-01", "inTime"],
    [done("2026-11-01"), "2026-11-09", "doneLate"],
    [done(null), "2026-11-01", "inTime"],
    [{ ...done("2026-11-01"), dueOn: day("2026-11-05"), isMoved: true }, "2026-11-09", "inTime"],
    [{ ...done(null), kind: "notApplicable" }, "2026-11-01", "notApplicable"],
    [{ ...OCTOBER, state: "submitted", kind: "done" }, "2026-11-09", "submitted"],
    [{ ...OCTOBER, state: "returned", kind: "done" }, "2026-11-09", "returned"],
    [{ ...OCTOBER, closed: true }, "2026-11-09", "notApplicable"],
    [{ ...OCTOBER, paused: true }, "2026-11-01", "paused"],
    [{ ...OCTOBER, paused: true, state: "returned", kind: "done" }, "2026-11-09", "paused"],
    [{ ...OCTOBER, paused: true, state: "submitted", kind: "done" }, "2026-11-09", "submitted"],
    [{ ...done("2026-10-31"), paused: true }, "2026-11-01", "inTime"],
    [{ ...OCTOBER, paused: true, closed: true }, "2026-11-09", "notApplicable"],
    [OCTOBER, "2026-11-01", "late"],
    [OCTOBER, "2026-10-31", "running"],
    [OCTOBER, "2026-10-01", "running"],
    [OCTOBER, "2026-09-30", "upcoming"],
    [{ ...OCTOBER, isMoved: true }, "2026-10-31", "moved"],
    [{ ...OCTOBER, isMoved: true }, "2026-11-01", "late"],
  ] as const)("%o on %s is %s", (standing, on, outcome) => {
    expect(outcomeOf(standing as OutcomeStanding, day(on))).toBe(outcome);
  });
});

const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day("2026-01-01"), days));
const standing: fc.Arbitrary<OutcomeStanding> = fc.record({
  opensOn: anyDay,
  dueOn: anyDay,
  isMoved: fc.boolean(),
  state: fc.constantFrom("submitted", "returned", "accepted", null),
  kind: fc.constantFrom("done", "notApplicable", null),
  doneOn: fc.option(anyDay),
  closed: fc.boolean(),
  paused: fc.boolean(),
});

describe("counts of outcomes", () => {
  it("hold each obligation once: the parts add up to all", () => {
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 40 }), anyDay, (all, on) => {
        const counts = outcomeCounts(all.map((one) => ({ outcome: outcomeOf(one, on), count: 1 })));
        expect(allOf(counts)).toBe(all.length);
        const others = OUTCOMES.filter((outcome) => !["inTime", "early", "doneLate"].includes(outcome));
        expect(amountOf(counts, "done") + others.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(all.length);
        expect(owedOf(counts)).toBeGreaterThanOrEqual(amountOf(counts, "done"));
      }),
    );
  });

  it("of a later day: what is answered stays, what is open only comes nearer and then is late", () => {
    const rank = { upcoming: 0, running: 1, moved: 1, late: 2 } as Record<string, number>;
    fc.assert(
      fc.property(standing, anyDay, fc.nat(400), (one, on, later) => {
        const [before, after] = [outcomeOf(one, on), outcomeOf(one, addDays(on, later))];
        if (rank[before] === undefined) expect(after).toBe(before);
        else expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });
});
