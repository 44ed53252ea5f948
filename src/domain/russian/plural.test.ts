import { expect, it } from "vitest";
import { counted, plural, printNumber } from "./plural.ts";

const REPORTS = ["отчёт", "отчёта", "отчётов"] as const;

it.each([
  [0, "отчётов"],
  [1, "отчёт"],
  [2, "отчёта"],
  [4, "отчёта"],
  [5, "отчётов"],
  [11, "отчётов"],
  [12, "отчётов"],
  [14, "отчётов"],
  [21, "отчёт"],
  [111, "отчётов"],
  [122, "отчёта"],
  [-1, "отчёт"],
  [1.5, "отчёта"],
])("%d → %s", (count, form) => {
  expect(plural(count, REPORTS)).toBe(form);
});

it("agrees with the plural rules of the platform for whole numbers", () => {
  const rules = new Intl.PluralRules("ru");
  const forms = { one: REPORTS[0], few: REPORTS[1], many: REPORTS[2] } as Record<string, string>;
  for (let n = 0; n <= 1200; n += 1) expect(plural(n, REPORTS)).toBe(forms[rules.select(n)]);
});

it("prints the number with a space that does not break", () => {
  expect(counted(3, REPORTS)).toBe("3\u00A0отчёта");
  expect(counted(12345, REPORTS)).toBe("12\u00A0345\u00A0отчётов");
});

it.each([
  [1234, "1234"],
  [1234567.5, "1\u00A0234\u00A0567,5"],
  [-2, "−2"],
])("prints %d as %s", (number, text) => {
  expect(printNumber(number)).toBe(text);
});
