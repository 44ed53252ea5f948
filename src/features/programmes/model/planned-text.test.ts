import { describe, expect, it } from "vitest";
import { plannedInTotal, plannedInYear, plannedOverall } from "./planned-text.ts";
import { yearTyped } from "./year-typed.ts";

const value = (text: string, number: number | null, atLeast = false, unit: "count" | "percent" = "count") => ({
  unit,
  aggregation: "sum" as const,
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

describe("a plan for the whole programme", () => {
  const whole = (totalText: string, totalValue: number | null, aggregation: "sum" | "atLeast") => ({
    unit: "count" as const,
    aggregation,
    totalText,
    totalValue,
    years: [],
  });
  it.each([
    [[], ""],
    [[whole("", null, "sum")], ""],
    [[whole("30", 30, "sum")], "всего 30"],
    [[whole("не менее 3", 3, "atLeast")], "всего не менее 3"],
    [[whole("3", 3, "atLeast")], "всего не менее 3"],
    [[whole("", 3, "atLeast")], "всего не менее 3"],
    [[whole("по факту", null, "atLeast")], "всего по факту"],
    [[whole("30", 30, "sum"), whole("не менее 3", 3, "atLeast")], "всего 30; не менее 3"],
    [[value("10", 10)], ""],
  ])("%j is told as «%s»", (values, text) => expect(plannedOverall(values)).toBe(text));

  it("is «не менее» in the total of the measure's own table too", () =>
    expect(plannedInTotal(whole("", 3, "atLeast"))).toBe("не менее 3"));
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
