import { expect, it } from "vitest";
import { firstSentAt } from "./first-sent.ts";

it.each([
  [[], null],
  [["delegate"], null],
  [["submit"], 0],
  [["submit", "withdraw"], null],
  [["submit", "withdraw", "submit", "return"], 2],
  [["submit", "return", "submit", "accept"], 0],
  [["submit", "delegate", "withdraw"], null],
  [["delegate", "submit", "return", "delegate", "submit"], 1],
])("of the steps %j the first sending is at %j", (steps, at) =>
  expect(firstSentAt(steps.map((step, place) => ({ step, at: place })))).toBe(at),
);
