import { expect, it } from "vitest";
import { isUndo, withoutUndone } from "./undone.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 9, 22, 9, 0, seconds)).toISOString();

it.each([
  ["submit", "withdraw", 30, true],
  ["accept", "reopen", 69, true],
  ["return", "reopen", 5, true],
  ["return", "reopen", 70, false],
  ["accept", "reopen", 7200, false],
  ["submit", "reopen", 5, false],
  ["return", "submit", 5, false],
] as const)("after «%s» «%s» in %i s is an undo: %s", (before, step, seconds, undo) => {
  expect(isUndo({ step, at: at(seconds) }, { step: before, at: at(0) })).toBe(undo);
});

it("the first step takes nothing back", () => expect(isUndo({ step: "submit", at: at(0) }, undefined)).toBe(false));

it("a remark of an undone return is told to nobody, that of any other is", () => {
  const steps = [
    { step: "submit", at: at(0), remark: "" },
    { step: "return", at: at(10), remark: "Опечатка проверяющего" },
    { step: "reopen", at: at(20), remark: "" },
    { step: "return", at: at(30), remark: "Нет приказа" },
    { step: "submit", at: at(50), remark: "" },
  ] as const;
  expect(withoutUndone(steps).map(({ step, remark }) => `${step} ${remark}`.trim())).toEqual([
    "submit",
    "return",
    "reopen",
    "return Нет приказа",
    "submit",
  ]);
});
