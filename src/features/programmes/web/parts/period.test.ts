import { describe, expect, it } from "vitest";
import { periodInWords } from "./period.ts";

describe("a period in words", () => {
  it.each([
    ["2025-01-01", "2027-12-31", "calendar", "2025–2027"],
    ["2026-01-01", "2026-12-31", "calendar", "2026"],
    ["2021-09-01", "2023-08-31", "school", "2021/22–2022/23"],
    ["2021-09-01", "2022-08-31", "school", "2021/22"],
    ["2021-09-01", "2023-08-31", "calendar", "01.09.2021 – 31.08.2023"],
    ["2021-03-15", "2023-05-31", "calendar", "15.03.2021 – 31.05.2023"],
  ] as const)("%s … %s, %s: %s", (startsOn, endsOn, yearKind, words) =>
    expect(periodInWords({ startsOn, endsOn, yearKind })).toBe(words),
  );
});
