import { describe, expect, it } from "vitest";
import { counted, plural, printNumber } from "./plural.ts";

const REPORTS = ["report", "reports", "reports"] as const;

describe("numbers and their nouns in English", () => {
  it.each([
    [0, "reports"],
    [1, "report"],
    [-1, "report"],
    [2, "reports"],
    [11, "reports"],
    [21, "reports"],
    [1.5, "reports"],
  ])("%s %s", (count, noun) => expect(plural(count, REPORTS)).toBe(noun));

  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [12345678, "12,345,678"],
    [-1234.5, "−1,234.5"],
  ])("%s is printed as %s", (count, printed) => expect(printNumber(count)).toBe(printed));

  it("holds the noun to its number", () => expect(counted(1200, REPORTS)).toBe("1,200\u00A0reports"));
});
