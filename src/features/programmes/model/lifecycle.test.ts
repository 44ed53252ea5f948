import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { STEPS, takeStep, TRANSITIONS, type StepFacts } from "./lifecycle.ts";
import { PROGRAMME_PROBLEMS } from "./problems.ts";
import { STATUSES } from "./words.ts";

const READY: StepFacts = {
  today: localDate("2027-01-15"),
  startsOn: localDate("2025-01-01"),
  endsOn: localDate("2026-12-31"),
  measures: 3,
  unclear: [],
  hasDirective: true,
  confirmed: false,
  reason: "продлена по приказу",
  reports: 0,
};

describe("refusals of a programme's steps", () => {
  it.each([
    ["draft", "approve", { hasDirective: false }, "no-directive", {}],
    ["draft", "approve", { measures: 0 }, "no-measures", {}],
    ["draft", "approve", { unclear: ["1.3", "2.1"] }, "terms-unclear", { list: "1.3, 2.1" }],
    ["draft", "approve", { hasDirective: false, measures: 0, unclear: ["1"] }, "no-directive", {}],
    [
      "draft",
      "approve",
      { unclear: ["1", "2", "3", "4", "5", "6", "7", "8"] },
      "terms-unclear",
      { list: "1, 2, 3, 4, 5, 6 и ещё 2" },
    ],
    ["approved", "withdraw", { reports: 1 }, "has-reports", {}],
    ["approved", "start", { today: localDate("2024-12-31") }, "too-early", { day: "1\u00a0января 2025" }],
    ["running", "finish", { today: localDate("2026-12-30") }, "before-end", { day: "31\u00a0декабря 2026" }],
    ["finished", "reopen", { reason: "  " }, "no-reason", {}],
  ] as const)("%s, %s, %j: %s", (status, step, facts, code, values) => {
    expect(takeStep(status, step, { ...READY, ...facts })).toEqual({ ok: false, refusal: { code, values } });
  });

  it("names every value its sentence has a place for", () => {
    for (const [code, places] of [
      ["terms-unclear", ["list"]],
      ["too-early", ["day"]],
      ["before-end", ["day"]],
      ["wrong-step", ["status"]],
    ] as const)
      expect([...PROGRAMME_PROBLEMS[code].text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual([...places]);
  });
});

describe("a programme's life", () => {
  it.each([
    ["draft", "approve", {}, "approved"],
    ["draft", "approve", { unclear: ["1.3"], confirmed: true }, "approved"],
    ["approved", "start", { today: localDate("2025-01-01") }, "running"],
    ["approved", "withdraw", {}, "draft"],
    ["running", "finish", { today: localDate("2026-12-31") }, "finished"],
    ["running", "finish", { today: localDate("2026-01-01"), confirmed: true }, "finished"],
    ["finished", "reopen", {}, "running"],
  ] as const)("%s, %s, %j: %s", (status, step, facts, next) => {
    expect(takeStep(status, step, { ...READY, ...facts })).toEqual({ ok: true, value: next });
  });

  it("refuses every step that the table does not have", () => {
    const pairs = STATUSES.flatMap((status) => STEPS.map((step) => [status, step] as const));
    const outside = pairs.filter(([status, step]) => TRANSITIONS[status][step] === undefined);
    expect(outside.length).toBe(STATUSES.length * STEPS.length - 5);
    for (const [status, step] of outside) {
      const outcome = takeStep(status, step, READY);
      expect(outcome.ok ? outcome : outcome.refusal.code).toBe("wrong-step");
    }
  });
});
