import * as fc from "fast-check";
import { expect, it } from "vitest";
import { nearestWord, slipsBetween, slipsForgiven } from "./nearest-word.ts";

const KNOWN = [
  "о",
  "наставничестве",
  "наставник",
  "школа",
  "школы",
  "школы",
  "северова",
  "семинар",
  "директоров",
  "540",
];

it.each([
  ["настваничестве", "наставничестве"],
  ["настваничество", "наставничестве"],
  ["семнар", "семинар"],
  ["севрова", "северова"],
  ["шокла", "школа"],
  ["школв", "школы"],
  ["школа", "школа"],
  ["директр", "директоров"],
  ["семенарам", "семинар"],
])("%s is near %s", (typed, meant) => {
  expect(nearestWord(typed, KNOWN)).toBe(meant);
});

it.each([["дом"], ["541"], ["молоко"], ["а"]])("nothing is near %s", (typed) => {
  expect(nearestWord(typed, KNOWN)).toBeUndefined();
});

it("one slip of the hand is one slip, and slips count the same both ways", () => {
  const word = fc.string({ unit: fc.constantFrom(..."абвгд"), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.nat(), (one, other, place) => {
      expect(slipsBetween(one, other, 20)).toBe(slipsBetween(other, one, 20));
      expect(slipsBetween(one, other, 20) === 0).toBe(one === other);
      const at = place % (one.length - 1);
      const swapped = one.slice(0, at) + one[at + 1]! + one[at]! + one.slice(at + 2);
      expect(slipsBetween(one, swapped, 20)).toBeLessThanOrEqual(1);
      expect(slipsBetween(one, one.slice(0, at) + one.slice(at + 1), 20)).toBe(1);
    }),
  );
});

it("numbers are never forgiven a slip", () => {
  expect(slipsForgiven("2024")).toBe(0);
});
