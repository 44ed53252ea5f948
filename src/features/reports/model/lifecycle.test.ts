import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LIFECYCLE,
  REPORT_ACTIONS,
  REPORT_STATES,
  returnUndoneBy,
  step,
  type ReportAction,
  type ReportState,
  withdrawnTo,
} from "./lifecycle.ts";

const remark = "поправьте дату";

describe("the life of a report", () => {
  it.each<[ReportState, ReportAction, string]>([
    ["draft", "withdraw", "not-submitted"],
    ["draft", "return", "not-submitted"],
    ["draft", "accept", "not-submitted"],
    ["draft", "reopen", "not-accepted"],
    ["submitted", "save", "already-submitted"],
    ["submitted", "submit", "already-submitted"],
    ["submitted", "reopen", "not-accepted"],
    ["returned", "withdraw", "not-submitted"],
    ["returned", "return", "not-submitted"],
    ["returned", "accept", "not-submitted"],
    ["accepted", "save", "already-accepted"],
    ["accepted", "submit", "already-accepted"],
    ["accepted", "withdraw", "already-accepted"],
    ["accepted", "return", "already-accepted"],
    ["accepted", "accept", "already-accepted"],
  ])("%s refuses %s: %s", (state, action, refusal) => {
    expect(step(state, action, remark)).toEqual({ ok: false, refusal });
  });

  it.each<[ReportState, ReportAction, ReportState]>([
    ["draft", "save", "draft"],
    ["draft", "submit", "submitted"],
    ["submitted", "withdraw", "draft"],
    ["submitted", "return", "returned"],
    ["submitted", "accept", "accepted"],
    ["returned", "save", "returned"],
    ["returned", "submit", "submitted"],
    ["accepted", "reopen", "submitted"],
    ["returned", "reopen", "submitted"],
  ])("%s by %s becomes %s", (state, action, next) => {
    expect(step(state, action, remark)).toEqual({ ok: true, value: next });
  });

  it.each([
    [undefined, "draft"],
    ["accept", "draft"],
    ["reopen", "draft"],
    ["return", "returned"],
  ])("withdrawn after the decision %s is %s", (decision, state) => expect(withdrawnTo(decision)).toBe(state));

  it("returns only with a remark in words", () => {
    for (const empty of ["", "  \n"])
      expect(step("submitted", "return", empty)).toEqual({ ok: false, refusal: "remark-needed" });
  });

  it("never leaves the four states, and leaves acceptance only by reopening", () => {
    const actions = fc.array(fc.tuple(fc.constantFrom(...REPORT_ACTIONS), fc.constantFrom("", remark)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(actions, (taken) => {
        let state: ReportState = "draft";
        for (const [action, words] of taken) {
          const next = step(state, action, words);
          if (!next.ok) continue;
          expect(REPORT_STATES).toContain(next.value);
          if (state === "accepted") expect(action).toBe("reopen");
          if (next.value === "accepted") expect([state, action]).toEqual(["submitted", "accept"]);
          if (next.value === "returned" && action === "return") expect(words.trim()).not.toBe("");
          state = next.value;
        }
      }),
    );
  });

  it("lets reporters and checkers take different steps", () => {
    expect(REPORT_ACTIONS.filter((action) => LIFECYCLE[action].side === "checker")).toEqual([
      "return",
      "accept",
      "reopen",
    ]);
  });
});

describe("a return just made", () => {
  const at = (clock: string) => new Date(`2026-10-22T${clock}Z`);
  const returned = {
    state: "returned" as const,
    decidedBy: "officer",
    decidedAt: at("09:00:00"),
    savedAt: at("08:00:00"),
  };

  it.each([
    ["a minute later", returned, "09:01:00", "officer"],
    ["two minutes later", returned, "09:02:00", null],
    ["begun to be mended", { ...returned, savedAt: at("09:00:20") }, "09:00:30", null],
    ["sent again", { ...returned, state: "submitted" as const }, "09:00:30", null],
  ])("%s is undone by %s", (_what, report, now, who) => {
    expect(returnUndoneBy(report, at(now))).toBe(who);
  });
});
