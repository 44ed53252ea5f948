import { expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { printPeriod } from "./period-words.ts";

it.each([
  ["2020-01-01", "2022-12-31", "calendar", "2020–2022 годы"],
  ["2021-01-01", "2021-12-31", "calendar", "2021 год"],
  ["2021-09-01", "2022-08-31", "school", "2021/2022 учебный год"],
  ["2021-09-01", "2024-08-31", "school", "учебные годы с 2021 по 2024"],
  ["2021-03-10", "2022-12-31", "calendar", "с 10\u00A0марта 2021 по 31\u00A0декабря 2022"],
  ["2021-09-01", "2022-08-31", "calendar", "с 1\u00A0сентября 2021 по 31\u00A0августа 2022"],
] as const)("from %s to %s by %s years: «%s»", (startsOn, endsOn, yearKind, words) => {
  expect(printPeriod({ startsOn: localDate(startsOn), endsOn: localDate(endsOn), yearKind })).toBe(words);
});
