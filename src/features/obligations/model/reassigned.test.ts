import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { applyDiff, diffPlan, occurrenceKeyOf, type ExistingObligation, type OccurrenceTerms } from "./diff.ts";
import type { WantedObligation } from "./plan.ts";

const day = (at: number) => addDays(localDate("2026-01-01"), at);
const KEYS = ["2026", "2027"] as const;
const terms = fc
  .tuple(fc.nat(300), fc.nat(100), fc.integer({ min: 1, max: 3 }))
  .map(([opens, long, required]): OccurrenceTerms => ({ opensOn: day(opens), dueOn: day(opens + long), required }));
/** what the measure has now; a key left out is an occurrence that it has no more */
const occurrences = fc
  .record({ "2026": fc.option(terms, { nil: undefined }), "2027": fc.option(terms, { nil: undefined }) })
  .map(
    (found) => new Map(KEYS.flatMap((key) => (found[key] ? [[occurrenceKeyOf("m1", key), found[key]] as const] : []))),
  );
const row = fc
  .record({
    bearer: fc.constantFrom("s1", "s2", "s3"),
    occurrenceKey: fc.constantFrom(...KEYS),
    closedReason: fc.constantFrom(null, null, "not-wanted", "передано: школа закрыта"),
    hasReport: fc.boolean(),
    dueMovedByHand: fc.boolean(),
    reassigned: fc.boolean(),
  })
  .map(({ bearer, ...rest }) => ({
    ...rest,
    measureId: "m1",
    bearerKey: `organisation:${bearer}`,
    opensOn: day(0),
    dueOn: day(30),
    part: "assignee" as const,
    required: 1,
  }));
const rows = fc
  .uniqueArray(row, { maxLength: 6, selector: (one) => `${one.bearerKey} ${one.occurrenceKey}` })
  .map((all) => all.map((one, at): ExistingObligation => ({ ...one, id: `o${at}` })));
/** whoever the plan means, in the days of the occurrence */
const wanted = (found: ReadonlyMap<string, OccurrenceTerms>, bearers: readonly string[]): WantedObligation[] =>
  [...found].flatMap(([key, days]) =>
    bearers.map((id) => ({
      ...days,
      measureId: "m1",
      occurrenceKey: key.split("|")[1]!,
      bearer: { kind: "organisation" as const, id },
      part: "assignee" as const,
    })),
  );
const bearers = fc.subarray(["s1", "s2", "s3"]);
const counter = () => {
  let next = 0;
  return () => `new${(next += 1)}`;
};

describe("what a person handed over", () => {
  it("stands whoever the plan means, in the days of its occurrence, and goes with the occurrence", () => {
    fc.assert(
      fc.property(rows, occurrences, bearers, (existing, found, meant) => {
        const after = applyDiff(existing, diffPlan(existing, wanted(found, meant), found), counter());
        for (const before of existing.filter((one) => one.reassigned && !one.hasReport)) {
          const now = after.find(({ id }) => id === before.id)!;
          const due = found.get(occurrenceKeyOf("m1", before.occurrenceKey));
          const byPerson = before.closedReason?.startsWith("передано") ?? false;
          if (byPerson) expect(now).toEqual(before);
          else if (due)
            expect([now.closedReason, now.dueOn]).toEqual([null, before.dueMovedByHand ? before.dueOn : due.dueOn]);
          else expect(now.closedReason).toBe("not-wanted");
        }
      }),
    );
  });

  it("is planned once: a second replanning finds nothing to do, and what was handed over comes back to nobody", () => {
    fc.assert(
      fc.property(rows, occurrences, bearers, (existing, found, meant) => {
        const wishes = wanted(found, meant);
        const after = applyDiff(existing, diffPlan(existing, wishes, found), counter());
        expect(diffPlan(after, wishes, found)).toEqual({ add: [], move: [], close: [], reopen: [] });
        for (const gone of existing.filter((one) => one.closedReason?.startsWith("передано")))
          expect(
            after.filter((one) => one.bearerKey === gone.bearerKey && one.occurrenceKey === gone.occurrenceKey),
          ).toEqual([gone]);
      }),
    );
  });
});
