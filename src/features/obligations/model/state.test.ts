import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { endOfWeek, obligationState, type ObligationStanding } from "./state.ts";

const today = localDate("2026-10-22");
const standing = (more: Partial<ObligationStanding> = {}): ObligationStanding => ({
  dueOn: today,
  closed: false,
  paused: false,
  reportState: null,
  reportKind: null,
  ...more,
});

describe("how an obligation stands on a day", () => {
  it.each<[string, Partial<ObligationStanding>, string]>([
    ["yesterday", { dueOn: localDate("2026-10-21") }, "late"],
    ["today", {}, "soon"],
    ["in 14 days", { dueOn: localDate("2026-11-05") }, "soon"],
    ["in 15 days", { dueOn: localDate("2026-11-06") }, "ahead"],
    ["late with a draft", { dueOn: localDate("2026-10-01"), reportState: "draft", reportKind: "done" }, "late"],
    ["late but sent", { dueOn: localDate("2026-10-01"), reportState: "submitted", reportKind: "done" }, "submitted"],
    ["late and returned", { dueOn: localDate("2026-10-01"), reportState: "returned", reportKind: "done" }, "returned"],
    ["accepted", { dueOn: localDate("2026-10-01"), reportState: "accepted", reportKind: "done" }, "accepted"],
    ["accepted as not theirs", { reportState: "accepted", reportKind: "notApplicable" }, "notApplicable"],
    ["asked to be not theirs", { reportState: "submitted", reportKind: "notApplicable" }, "submitted"],
    ["closed without an answer", { dueOn: localDate("2026-10-01"), closed: true }, "notApplicable"],
    ["late of what stands still", { dueOn: localDate("2026-10-01"), paused: true }, "paused"],
    ["returned while it stands still", { paused: true, reportState: "returned", reportKind: "done" }, "paused"],
    ["sent before it stood still", { paused: true, reportState: "submitted", reportKind: "done" }, "submitted"],
    ["accepted before it stood still", { paused: true, reportState: "accepted", reportKind: "done" }, "accepted"],
    ["closed within what stands still", { paused: true, closed: true }, "notApplicable"],
    ["closed after acceptance", { closed: true, reportState: "accepted", reportKind: "done" }, "accepted"],
  ])("%s", (_what, more, state) => {
    expect(obligationState(standing(more), today)).toBe(state);
  });

  it.each([
    ["2026-10-19", "2026-10-25"],
    ["2026-10-22", "2026-10-25"],
    ["2026-10-25", "2026-10-25"],
  ])("the week of %s ends on %s", (day, sunday) => {
    expect(endOfWeek(localDate(day))).toBe(sunday);
  });
});
