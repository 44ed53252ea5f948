import { expect, it } from "vitest";
import { shownValue } from "./sheet-value.ts";

const JUNE = new Date(Date.UTC(2022, 5, 1));

it.each([
  [JUNE, undefined, "01.06.2022"],
  [JUNE, "General", "01.06.2022"],
  [JUNE, "dd.mm.yyyy", "01.06.2022"],
  [JUNE, "dd.mm.yyyy;@", "01.06.2022"],
  [JUNE, "mm-dd-yy", "01.06.2022"],
  [JUNE, "m/d/yyyy", "01.06.2022"],
  [JUNE, "yyyy\\-mm\\-dd", "01.06.2022"],
  [JUNE, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "1 июня 2022"],
  [JUNE, '[$-419]d mmmm yyyy "г.";@', "1 июня 2022"],
  [JUNE, "[$-419]mmmm yyyy", "июнь 2022"],
  [JUNE, "mmm.yy", "июнь 2022"],
  [JUNE, "mm.yyyy", "июнь 2022"],
  [JUNE, "mmmm", "июнь"],
  [JUNE, "yyyy", "2022"],
  [JUNE, "dd.mm", "01.06"],
  [JUNE, "d mmmm", "1 июня"],
  [new Date(Date.UTC(2022, 5, 1, 14, 5)), "dd.mm.yyyy hh:mm", "01.06.2022 14:05"],
  [new Date(Date.UTC(1899, 11, 30, 14, 5)), "h:mm", "14:05"],
  [new Date(Number.NaN), "dd.mm.yyyy", ""],
  [0.5, "0%", "50 %"],
  [0.125, "0.0%", "12,5 %"],
  [0.3, "0.00%", "30 %"],
  [0.1 + 0.2, undefined, "0,3"],
  [0.1 + 0.2, "0.0000", "0,3"],
  [1234567.891, "#,##0.00", "1234567,89"],
  [1500, "#,##0", "1500"],
  [5, '0" школ"', "5 школ"],
  [5, '"не менее "0', "не менее 5"],
  [7, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "7"],
  [3, "@", "3"],
  [12, "# ?/?", "12"],
  [Number.NaN, "0", ""],
  [true, undefined, "да"],
  [null, undefined, ""],
  ["1.10", "0.0", "1.10"],
] as const)("%s by %s is shown as «%s»", (value, format, shown) => {
  expect(shownValue(value, format)).toBe(shown);
});
