import { describe, expect, it } from "vitest";
import * as russian from "#domain/russian/month-words.ts";
import * as english from "./month-words.ts";

describe("months in English words", () => {
  it("are said by the same functions as in Russian", () =>
    expect(Object.keys(english).sort()).toEqual(Object.keys(russian).sort()));

  it.each([
    ["october", 10],
    ["oct", 10],
    ["may", 5],
    ["октябрь", undefined],
    ["oc", undefined],
  ])("«%s» is the month %s", (word, month) => expect(english.monthOf(word)).toBe(month));

  it("each word is known again", () => {
    for (let month = 1; month <= 12; month += 1)
      expect([
        english.monthOf(english.monthWord(month).toLowerCase()),
        russian.monthOf(russian.monthWord(month)),
      ]).toEqual([month, month]);
  });
});
