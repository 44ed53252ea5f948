import { describe, expect, it } from "vitest";
import { dayText, dayTyped } from "./day-text.ts";

describe("an end of a window", () => {
  it.each(["31.02", "15.13.2026", "октябрь", "15", "29.02.2023", "15.10.26"])("is no day: «%s»", (text) =>
    expect(dayTyped(text)).toBeUndefined(),
  );
  it.each([
    ["15.10.2026", "2026-10-15"],
    ["1.9", "09-01"],
    ["29.02", "02-29"],
    ["  15.10. ", "10-15"],
    ["", null],
  ])("«%s» is %s", (text, day) => expect(dayTyped(text)).toBe(day));
  it.each(["2026-10-15", "09-01", null])("%s is written and read back", (day) =>
    expect(dayTyped(dayText(day))).toBe(day),
  );
});
