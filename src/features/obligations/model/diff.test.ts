import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import {
  applyDiff,
  diffPlan,
  obligationKey,
  PLAN_CLOSE_REASONS,
  type ExistingObligation,
  type PlanDiff,
} from "./diff.ts";
import { OWING_PARTS, type WantedObligation } from "./plan.ts";

const day = localDate;

function row(change: Partial<ExistingObligation> = {}): ExistingObligation {
  return {
    id: "o1",
    measureId: "m1",
    bearerKey: "organisation:s1",
    occurrenceKey: "2021",
    opensOn: day("2021-01-01"),
    dueOn: day("2021-12-31"),
    part: "assignee",
    required: 1,
    closedReason: null,
    hasReport: false,
    dueMovedByHand: false,
    reassigned: false,
    ...change,
  };
}

function wish(change: Partial<WantedObligation> = {}): WantedObligation {
  return {
    measureId: "m1",
    bearer: { kind: "organisation", id: "s1" },
    occurrenceKey: "2021",
    opensOn: day("2021-01-01"),
    dueOn: day("2021-12-31"),
    part: "assignee",
    required: 1,
    ...change,
  };
}

const NOTHING: PlanDiff = { add: [], move: [], close: [], reopen: [] };

describe("nothing changes", () => {
  it.each<[string, ExistingObligation[], WantedObligation[]]>([
    ["where all is as wanted", [row()], [wish()]],
    ["for a row with a report that is no longer wanted", [row({ hasReport: true })], []],
    [
      "for a row with a report whose dates moved",
      [row({ hasReport: true })],
      [wish({ dueOn: day("2021-06-30"), required: 4 })],
    ],
    ["for a closed row with a report", [row({ hasReport: true, closedReason: "not-wanted" })], [wish()]],
    ["for a row that a person closed", [row({ closedReason: "by-officer" })], [wish()]],
    ["for a row the plan closed and does not want", [row({ closedReason: "not-wanted" })], []],
    ["for a due day that a person moved", [row({ dueMovedByHand: true, dueOn: day("2022-02-01") })], [wish()]],
  ])("%s", (_, existing, wanted) => {
    expect(diffPlan(existing, wanted)).toEqual(NOTHING);
  });
});

describe("changes", () => {
  it("what is new is added", () => {
    expect(diffPlan([], [wish()])).toEqual({ ...NOTHING, add: [wish()] });
  });

  it("what is no longer wanted is closed, never deleted", () => {
    expect(diffPlan([row()], [])).toEqual({ ...NOTHING, close: [{ id: "o1", reason: "not-wanted" }] });
  });

  it("what the plan closed is opened again under its own id, with the new dates", () => {
    const { add, reopen } = diffPlan([row({ closedReason: "not-wanted" })], [wish({ dueOn: day("2021-10-31") })]);
    expect(add).toEqual([]);
    expect(reopen).toMatchObject([{ id: "o1", dueOn: "2021-10-31" }]);
  });

  it.each(PLAN_CLOSE_REASONS)("what was closed as %s is opened again once it is wanted", (closedReason) => {
    expect(diffPlan([row({ closedReason })], [wish()]).reopen).toMatchObject([{ id: "o1" }]);
  });

  it.each<[string, Partial<WantedObligation>]>([
    ["the due day", { dueOn: day("2021-10-31") }],
    ["the opening", { opensOn: day("2021-09-01") }],
    ["the part", { part: "accountable" }],
    ["the number promised", { required: 2 }],
  ])("%s moves", (_, change) => {
    expect(diffPlan([row()], [wish(change)]).move).toMatchObject([{ id: "o1", ...change }]);
  });

  it("a due day moved by a person stays while the rest follows, and it does not open after it", () => {
    const moved = row({ dueMovedByHand: true, dueOn: day("2021-03-01") });
    expect(diffPlan([moved], [wish({ opensOn: day("2021-05-01"), part: "coAssignee" })]).move).toEqual([
      { id: "o1", opensOn: "2021-03-01", dueOn: "2021-03-01", part: "coAssignee", required: 1 },
    ]);
  });

  it("of two rows of one key the reported stands and the other is closed", () => {
    const diff = diffPlan([row({ id: "o1" }), row({ id: "o2", hasReport: true })], [wish()]);
    expect(diff).toEqual({ ...NOTHING, close: [{ id: "o1", reason: "duplicate" }] });
  });

  it("of two wishes of one key the stronger part counts", () => {
    expect(diffPlan([], [wish({ part: "coAssignee" }), wish({ part: "accountable" })]).add).toEqual([
      wish({ part: "accountable" }),
    ]);
  });
});

const days = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(day("2021-01-01"), offset));
const key = {
  measureId: fc.constantFrom("m1", "m2"),
  occurrenceKey: fc.constantFrom("2021", "2021/T2", "2022"),
  part: fc.constantFrom(...OWING_PARTS),
  required: fc.integer({ min: 1, max: 3 }),
};
const span = fc.tuple(days, fc.nat(100)).map(([opensOn, length]) => ({ opensOn, dueOn: addDays(opensOn, length) }));
const existingRow = fc
  .tuple(
    span,
    fc.record({
      ...key,
      bearerKey: fc.constantFrom("organisation:s1", "organisation:s2"),
      closedReason: fc.constantFrom(null, null, ...PLAN_CLOSE_REASONS, "by-officer"),
      hasReport: fc.boolean(),
      dueMovedByHand: fc.boolean(),
      reassigned: fc.constant(false),
    }),
  )
  .map(([dates, rest]) => ({ ...rest, ...dates }));
const existingRows = fc
  .array(existingRow, { maxLength: 14 })
  .map((rows) => rows.map((one, at): ExistingObligation => ({ ...one, id: `o${at}` })));
const wishes = fc.array(
  fc
    .tuple(
      span,
      fc.record({ ...key, bearer: fc.constantFrom("s1", "s2").map((id) => ({ kind: "organisation" as const, id })) }),
    )
    .map(([dates, rest]): WantedObligation => ({ ...rest, ...dates })),
  { maxLength: 14 },
);

function counter(): () => string {
  let next = 0;
  return () => `new${(next += 1)}`;
}

describe("laws of replanning", () => {
  it("applied, it leaves nothing to change", () => {
    fc.assert(
      fc.property(existingRows, wishes, (existing, wanted) => {
        const after = applyDiff(existing, diffPlan(existing, wanted), counter());
        expect(diffPlan(after, wanted)).toEqual(NOTHING);
      }),
    );
  });

  it("a row with a report, and one closed by a person, stay as they are", () => {
    fc.assert(
      fc.property(existingRows, wishes, (existing, wanted) => {
        const kept = existing.filter(({ hasReport, closedReason }) => hasReport || closedReason === "by-officer");
        const after = applyDiff(existing, diffPlan(existing, wanted), counter());
        expect(after.filter(({ id }) => kept.some((one) => one.id === id))).toEqual(kept);
      }),
    );
  });

  it("nothing is deleted, no key is added beside its own row, and no row has two fates", () => {
    fc.assert(
      fc.property(existingRows, wishes, (existing, wanted) => {
        const diff = diffPlan(existing, wanted);
        const after = applyDiff(existing, diff, counter());
        expect(after.slice(0, existing.length).map(({ id }) => id)).toEqual(existing.map(({ id }) => id));
        const known = new Set(existing.map(obligationKey));
        expect(after.slice(existing.length).filter((one) => known.has(obligationKey(one)))).toEqual([]);
        const fates = [...diff.move, ...diff.close, ...diff.reopen].map(({ id }) => id);
        expect(new Set(fates).size).toBe(fates.length);
      }),
    );
  });

  it("every wish has exactly one row, open or settled by people", () => {
    fc.assert(
      fc.property(existingRows, wishes, (existing, wanted) => {
        const after = applyDiff(existing, diffPlan(existing, wanted), counter());
        const open = after
          .filter(({ closedReason, hasReport }) => closedReason === null && !hasReport)
          .map(obligationKey);
        const settled = new Set(
          after.filter(({ closedReason, hasReport }) => hasReport || closedReason === "by-officer").map(obligationKey),
        );
        const wantedKeys = wanted.map((one) => obligationKey({ ...one, bearerKey: `organisation:${one.bearer.id}` }));
        expect(open.sort()).toEqual([...new Set(wantedKeys)].filter((one) => !settled.has(one)).sort());
      }),
    );
  });

  it("the order of the lists does not matter", () => {
    fc.assert(
      fc.property(existingRows, wishes, (existing, wanted) => {
        const straight = diffPlan(existing, wanted);
        expect(diffPlan([...existing].reverse(), [...wanted].reverse())).toEqual(straight);
      }),
    );
  });
});
