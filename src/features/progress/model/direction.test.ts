import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directionOf, yearDirection } from "./direction.ts";

describe("directionOf", () => {
  it.each([
    [1, 2, "up"],
    [2, 1, "down"],
    [0.1 + 0.2, 0.3, "same"],
    [null, 2, null],
    [2, null, null],
  ] as const)("from %s to %s is %s", (before, now, direction) => {
    expect(directionOf(before, now)).toBe(direction);
  });

  it("turned round goes the other way", () => {
    const turned = { up: "down", down: "up", same: "same" } as const;
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        expect(directionOf(other, one)).toBe(turned[directionOf(one, other)!]);
      }),
    );
  });
});

describe("the way from year to year", () => {
  const years = [
    { year: 2022, fact: 4 },
    { year: 2020, fact: 5 },
    { year: 2021, fact: null },
    { year: 2023, fact: 4 },
    { year: 2024, fact: 9 },
  ];

  it.each([
    [2020, 2030, null],
    [2021, 2030, null],
    [2022, 2030, "меньше, чем в 2020"],
    [2022, 2022, "пока меньше, чем в 2020"],
    [2023, 2030, "столько же, сколько в 2022"],
    [2024, 2024, "больше, чем в 2023"],
    [2025, 2030, null],
  ])("%i, in %i: %s", (year, thisYear, words) => {
    expect(yearDirection(years, year, thisYear, String)?.words ?? null).toBe(words);
  });
});
