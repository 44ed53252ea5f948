import { expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { isTakenBack } from "./pause-span.ts";
import { overInWords } from "./pause-words.ts";

const FIRST = localDate("2021-03-05");

it.each([
  ["before its first day", "2021-03-01", "2021-03-05", "с 5 марта 2021, отменена до начала"],
  ["on the very day it began", "2021-03-05", "2021-03-05", "с 5 марта 2021, возобновлено в тот же день"],
  ["later", "2021-03-08", "2021-03-08", "с 5 марта 2021 до 8 марта 2021, 3 дня"],
])("a pause ended %s is told as it was", (_when, pressedOn, resumedOn, words) => {
  const takenBack = isTakenBack(FIRST, localDate(pressedOn));
  const told = overInWords({ from: FIRST, resumedOn, takenBack }, localDate("2021-04-01"));
  expect(told.replaceAll("\u00A0", " ")).toBe(words);
});

it("a pause that stands is not taken back", () => expect(isTakenBack(FIRST, null)).toBe(false));
