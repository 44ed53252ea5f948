import { describe, expect, it } from "vitest";
import { initialsOf } from "./avatar.tsx";
import { fileSize } from "./file-size.ts";
import { numberOf } from "./number-text.ts";
import { readDate } from "./read-date.ts";

describe("numberOf", () => {
  it.each(["", " ", "1,2,3", "сто", "1-2", "12 %"])("is null for «%s»", (text) => expect(numberOf(text)).toBeNull());
  it.each([
    ["36", 36],
    ["1 234,5", 1234.5],
    ["1\u00a0000", 1000],
    ["-2", -2],
    ["0.5", 0.5],
  ])("reads «%s»", (text, value) => expect(numberOf(text)).toBe(value));
});

describe("readDate", () => {
  it.each(["", "31.02.2026", "29.02.2023", "вчера", "13", "2026"])("refuses «%s»", (text) =>
    expect(readDate(text)).toBeNull(),
  );
  it.each([
    ["14.10.2026", "2026-10-14"],
    ["1.9.2021", "2021-09-01"],
    ["1.09.2021", "2021-09-01"],
    ["01/09/2021", "2021-09-01"],
    ["14.10.26", "2026-10-14"],
    ["2026-10-14", "2026-10-14"],
    ["14 октября 2026", "2026-10-14"],
    ["14 Октября 2026 г.", "2026-10-14"],
    ["1 мая 2022 года", "2022-05-01"],
  ])("reads «%s»", (text, day) => expect(readDate(text)).toBe(day));
});

describe("fileSize", () => {
  it.each([
    [900, "900\u00a0Б"],
    [655_360, "640\u00a0КБ"],
    [1_887_436, "1,8\u00a0МБ"],
    [31_457_280, "30\u00a0МБ"],
  ])("%i", (bytes, text) => expect(fileSize(bytes)).toBe(text));
});

describe("initialsOf", () => {
  it.each([
    ["Т. В. Громова", "ТГ"],
    ["Н.\u00a0А.\u00a0Ветрова", "НВ"],
    ["Ветрова", "В"],
    ["", ""],
  ])("«%s»", (name, initials) => expect(initialsOf(name)).toBe(initials));
});
