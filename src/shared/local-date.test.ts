import { expect, it } from "vitest";
import { addYears, localDate } from "./local-date.ts";

it.each([
  ["2026-10-15", 1, "2027-10-15"],
  ["2026-01-01", -3, "2023-01-01"],
  ["2028-02-29", 1, "2029-02-28"],
  ["2028-02-29", 4, "2032-02-29"],
  ["2027-02-28", 1, "2028-02-28"],
])("%s and %i years is %s", (day, years, other) => {
  expect(addYears(localDate(day), years)).toBe(other);
});
