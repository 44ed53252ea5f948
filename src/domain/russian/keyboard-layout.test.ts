import * as fc from "fast-check";
import { expect, it } from "vitest";
import { otherLayout } from "./keyboard-layout.ts";

it.each([
  ["yfcnfdybr", "наставник"],
  ["IYJH", "ШНОР"],
  [",bktn d j,kfcnm", "билет в область"],
  ["ghbrfp #540", "приказ №540"],
  ["Учсуд", "Excel"],
  ["g`nh", "пётр"],
])("%s typed on the other layout is %s", (typed, meant) => {
  expect(otherLayout(typed)).toBe(meant);
});

it.each([["540/1"], [""], ["Excel и школа"], ["№ 7"]])("%j could not have been meant otherwise", (typed) => {
  expect(otherLayout(typed)).toBeUndefined();
});

it("letters typed on the wrong side come back as they were meant", () => {
  const letter = fc.constantFrom(..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя");
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1 }), (meant) => {
      const typed = otherLayout(meant)!;
      fc.pre(/[a-z]/.test(typed));
      expect(otherLayout(typed)).toBe(meant);
    }),
  );
});
