import { describe, expect, it } from "vitest";
import { plannedInTotal, plannedInYear, yearTyped } from "./planned-text.ts";

const value = (text: string, number: number | null, atLeast = false, unit: "count" | "percent" = "count") => ({
  unit,
  totalText: text,
  totalValue: number,
  years: [{ year: 2026, text, value: number, atLeast }],
});

describe("planned values of a year", () => {
  it.each([
    [[], ""],
    [[value("", null)], ""],
    [[value("", 10)], "10"],
    [[value("не менее 80 %", 80, true, "percent")], "не менее 80 %"],
    [[value("", 80, true, "percent")], "не менее 80\u00a0%"],
    [[value("1", 1), value("10", 10)], "1; 10"],
  ])("%j print as «%s»", (values, text) => expect(plannedInYear(values, 2026)).toBe(text));

  it("say nothing of a year that is not planned", () => expect(plannedInYear([value("10", 10)], 2027)).toBe(""));
  it("have a total of their own", () => expect(plannedInTotal(value("", 30))).toBe("30"));
});

describe("a year as typed", () => {
  it.each([
    ["10", 10, false],
    ["не менее 3", 3, true],
    ["по факту", null, false],
    ["", null, false],
  ])("«%s» is %s, at least: %s", (text, number, atLeast) =>
    expect(yearTyped(2026, text)).toEqual({ year: 2026, text, value: number, atLeast }),
  );
});
