import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { lateSinceInWords } from "./long-late.ts";

const today = localDate("2021-12-10");
const plain = (text: string | undefined) => text?.replaceAll("\u00A0", " ");

describe("a list of what is late for long", () => {
  it.each([
    ["late", undefined, "2021-11-26", "Просрочено больше двух недель"],
    ["late", undefined, "2021-12-09", "Просрочено больше 1 дня"],
    ["late", "2021-11-01", "2021-11-26", undefined],
    ["late", undefined, undefined, undefined],
    ["late", undefined, "2021-12-10", undefined],
    ["due", undefined, "2021-11-26", undefined],
  ] as const)("%s from %s to %s", (state, from, to, words) => {
    const filter = { state, from: from && localDate(from), to: to && localDate(to) };
    expect(plain(lateSinceInWords(filter, today))).toBe(words);
  });
});
