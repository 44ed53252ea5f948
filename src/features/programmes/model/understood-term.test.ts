import { describe, expect, it } from "vitest";
import type { Cadence } from "./cadence.ts";
import { understoodTerm } from "./understood-term.ts";

const YEARS: Cadence = [
  {
    kind: "window",
    windows: [2020, 2021].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
    freq: null,
  },
];
const PLANNED = [{ years: [{ year: 2020, text: "10", value: 10, atLeast: false }] }];

describe("a term that is not printed", () => {
  it("is told as it is understood", () =>
    expect(understoodTerm({ dueText: "", cadence: YEARS, plannedValues: [] })).toBe("2020, 2021 годы"));

  it("goes by the plan where nothing else dates it", () =>
    expect(understoodTerm({ dueText: " ", cadence: [], plannedValues: PLANNED })).toBe("по годам плана"));

  it("says nothing beside a printed term, nor where nothing is understood", () => {
    expect(understoodTerm({ dueText: "в течение года", cadence: YEARS, plannedValues: PLANNED })).toBe("");
    expect(understoodTerm({ dueText: "", cadence: [], plannedValues: [] })).toBe("");
    expect(
      understoodTerm({ dueText: "", cadence: [{ kind: "unknown", windows: [], freq: null }], plannedValues: PLANNED }),
    ).toBe("");
  });
});
