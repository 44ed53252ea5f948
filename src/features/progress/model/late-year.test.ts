import { expect, it } from "vitest";
import { lateYearAlone } from "./late-year.ts";

it.each([
  [[2021, 2022], [2021], 2021],
  [[2021, 2021, 2022], [2021], 2021],
  [[2021, 2021], [2021], undefined],
  [[2020, 2021, 2022], [2020, 2021], undefined],
  [[2021, 2022], [], undefined],
] as const)("due in %j, late in %j: %s", (due, late, year) => {
  expect(lateYearAlone(due, late, "calendar")?.year).toBe(year);
});
