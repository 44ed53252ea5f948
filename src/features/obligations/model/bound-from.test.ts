import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import { boundFrom } from "./bound-from.ts";
import { applyDiff, diffPlan, type ExistingObligation } from "./diff.ts";
import type { WantedObligation } from "./plan.ts";

const ORDER = localDate("2026-11-01");
const [BEFORE, AFTER] = [localDate("2026-10-15"), localDate("2026-11-15")];
const BOUND = new Map([["m1", ORDER]]);

const row = (dueOn: LocalDate, change: Partial<ExistingObligation> = {}): ExistingObligation => ({
  id: "o1",
  measureId: "m1",
  bearerKey: "organisation:s1",
  reassigned: false,
  occurrenceKey: "2026",
  opensOn: dueOn,
  dueOn,
  part: "assignee",
  required: 1,
  closedReason: null,
  hasReport: false,
  dueMovedByHand: false,
  ...change,
});

const wish = (dueOn: LocalDate, change: Partial<WantedObligation> = {}): WantedObligation => ({
  measureId: "m1",
  bearer: { kind: "organisation", id: "s1" },
  occurrenceKey: "2026",
  opensOn: dueOn,
  dueOn,
  part: "assignee",
  required: 1,
  ...change,
});

const told = (existing: ExistingObligation[], wanted: WantedObligation[], bindsFrom = BOUND) => {
  const bound = boundFrom(existing, wanted, bindsFrom);
  const diff = diffPlan(bound.existing, bound.wanted);
  return Object.entries(diff).flatMap(([what, list]) => (list.length > 0 ? [`${what} ${list.length}`] : []));
};

describe("an amendment in force from a day", () => {
  it.each<[string, ExistingObligation[], WantedObligation[], string[]]>([
    ["what was due before it is still owed though nobody asks for it any more", [row(BEFORE)], [], []],
    ["what would have been due before it is not asked for", [], [wish(BEFORE)], []],
    ["what is due after it and not asked for any more is closed", [row(AFTER)], [], ["close 1"]],
    ["what is due on that very day is of the new redaction", [row(ORDER)], [], ["close 1"]],
    ["what is new after it is added", [], [wish(AFTER)], ["add 1"]],
    ["an occurrence carried over the day moves, and is not doubled", [row(BEFORE)], [wish(AFTER)], ["move 1"]],
    ["one carried back before the day moves too", [row(AFTER)], [wish(BEFORE)], ["move 1"]],
    ["a row with a report is never touched", [row(AFTER, { hasReport: true })], [], []],
    ["a day before it that moved within the days before it stays", [row(BEFORE)], [wish(addDays(BEFORE, 3))], []],
  ])("%s", (_, existing, wanted, changes) => {
    expect(told(existing, wanted)).toEqual(changes);
  });

  it("measures that no amendment touched are planned whole", () => {
    expect(told([row(BEFORE)], [], new Map())).toEqual(["close 1"]);
  });

  it("applied, it leaves nothing to change", () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(ORDER, days));
    const rows = fc
      .uniqueArray(fc.record({ occurrence: fc.constantFrom("a", "b", "c", "d"), day, hasReport: fc.boolean() }), {
        selector: ({ occurrence }) => occurrence,
      })
      .map((list) =>
        list.map((one) =>
          row(one.day, { id: one.occurrence, occurrenceKey: one.occurrence, hasReport: one.hasReport }),
        ),
      );
    const wishes = fc
      .uniqueArray(fc.record({ occurrence: fc.constantFrom("a", "b", "c", "d", "e"), day }), {
        selector: ({ occurrence }) => occurrence,
      })
      .map((list) => list.map((one) => wish(one.day, { occurrenceKey: one.occurrence })));
    fc.assert(
      fc.property(rows, wishes, (existing, wanted) => {
        const bound = boundFrom(existing, wanted, BOUND);
        let added = 0;
        const after = applyDiff(existing, diffPlan(bound.existing, bound.wanted), () => `n${(added += 1)}`);
        for (const before of existing)
          if (before.hasReport) expect(after.find(({ id }) => id === before.id)).toEqual(before);
        expect(told(after, wanted)).toEqual([]);
      }),
    );
  });
});
