import { describe, expect, it } from "vitest";
import { addDays, localDate } from "#shared/local-date.ts";
import { PEOPLE } from "./people.ts";
import { ORGANISATIONS, TERRITORIES } from "./district.ts";
import { fatesOf } from "./reports.ts";

describe("the demo district", () => {
  it("has what the README promises", () => {
    expect(TERRITORIES.filter(({ kind }) => kind === "municipality")).toHaveLength(2);
    expect(ORGANISATIONS).toHaveLength(14);
    expect(PEOPLE).toHaveLength(60);
  });

  it("gives every organisation every state whatever the day, and asks nothing of the far future", () => {
    for (const day of ["2021-12-10", "2026-02-01", "2026-10-22"]) {
      const today = localDate(day);
      const owed = [-300, -200, -60, -50, -40, -30, -20, -10, -2, 5, 60].map((days) => ({
        due_on: addDays(today, days),
      }));
      for (const shift of [0, 1, 2, 3, 4, 5, 6]) {
        const fates = fatesOf(owed, shift, today);
        expect(new Set(fates.slice(2, 10))).toEqual(new Set(["draft", "none", "returned", "submitted", "accepted"]));
        expect(fates.at(-1)).toBe("none");
      }
    }
  });
});
