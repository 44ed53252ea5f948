import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { dateCell, factCell, proofCell, remarkCell, type FactValue, type MeasureFigure } from "./measure-words.ts";

const value = (
  facts: Readonly<Record<number, number | null>>,
  more: Partial<FactValue> = {},
  share: { numerator: number | null; denominator: number | null } = { numerator: null, denominator: null },
): FactValue => ({
  label: "",
  subGroup: "",
  unit: "count",
  years: Object.entries(facts).map(([year, fact]) => ({ year: Number(year), fact, ...share })),
  total: { fact: null },
  ...more,
});
const figure = (given: Partial<MeasureFigure>): MeasureFigure => ({
  due: 0,
  accepted: 0,
  late: 0,
  soon: 0,
  ahead: 0,
  submitted: 0,
  returned: 0,
  paused: 0,
  notApplicable: 0,
  ...given,
});

describe("the fact", () => {
  const two = [
    value({ 2021: 3 }, { label: "Семинары" }),
    value({ 2021: 90 }, { label: "Охват", subGroup: "ШНОР", unit: "percent" }),
  ];
  it.each([
    ["nothing accepted", [value({ 2021: null })], null],
    ["no planned value", [], null],
    ["one number stays a number", [value({ 2021: 10 })], 10],
    ["the year is named where the plan has another", [value({ 2021: 10, 2022: null })], "2021: 10"],
    ["years in lines", [value({ 2021: 10, 2022: 7.5 })], "2021: 10\n2022: 7,5"],
    [
      "a percent with its two numbers",
      [value({ 2021: 80 }, { unit: "percent" }, { numerator: 8, denominator: 10 })],
      "80 % (8 из 10)",
    ],
    ["values by name", two, "Семинары: 3\nОхват, ШНОР: 90 %"],
  ] as const)("in lines: %s", (_what, values, cell) => {
    expect(factCell(values, "lines")).toBe(cell);
  });

  it.each([
    ["another year's fact is not repeated", [value({ 2020: 4, 2021: null })], null],
    ["a number", [value({ 2020: 4, 2021: 10 })], 10],
    ["nought is a fact", [value({ 2021: 0 })], 0],
    ["values by name", two, "Семинары: 3\nОхват, ШНОР: 90 %"],
    [
      "a percent with its two numbers",
      [value({ 2021: 80 }, { unit: "percent" }, { numerator: 8, denominator: 10 })],
      "80 % (8 из 10)",
    ],
  ] as const)("of 2021: %s", (_what, values, cell) => {
    expect(factCell(values, { year: 2021 })).toBe(cell);
  });

  it("in total: once, as the plan's total is meant", () => {
    expect(factCell([value({ 2020: 4, 2021: 10 }, { total: { fact: 14 } })], "total")).toBe(14);
    expect(factCell([value({ 2020: null })], "total")).toBeNull();
    expect(factCell([value({ 2020: 40 }, { unit: "percent", total: { fact: 40 } })], "total")).toBe("40 %");
  });
});

describe("the date", () => {
  const days = (...texts: string[]) => texts.map(localDate);
  it.each([
    [[], null],
    [days("2021-12-10", "2021-12-10"), "2021-12-10"],
    [days("2021-12-10", "2021-03-01"), "01.03.2021\n10.12.2021"],
    [days("2021-01-05", "2021-01-04", "2021-01-03", "2021-01-02", "2021-01-01"), "с 01.01.2021 по 05.01.2021"],
  ])("%j is %j", (given, cell) => {
    expect(dateCell(given)).toBe(cell);
  });
});

describe("the remark", () => {
  it.each([
    [undefined, "в периоде срока нет"],
    [figure({}), "в периоде срока нет"],
    [figure({ due: 4, accepted: 4 }), "выполнено"],
    [figure({ due: 4, accepted: 1, late: 2, returned: 1 }), "принято 1 из 4; просрочено 2; возвращено на доработку 1"],
    [figure({ due: 1, submitted: 1, notApplicable: 2 }), "принято 0 из 1; на проверке 1; неприменимо 2"],
    [figure({ due: 2, soon: 1, ahead: 1 }), "срок не наступил 2"],
    [figure({ due: 3, accepted: 1, ahead: 2 }), "принято 1 из 3; срок не наступил 2"],
    [figure({ notApplicable: 3 }), "неприменимо 3"],
    [figure({ paused: 2 }), "приостановлено 2"],
  ])("%j: %s", (given, words) => {
    expect(remarkCell(given)).toBe(words);
  });

  it.each([
    [figure({ due: 1, accepted: 1 }), figure({ due: 4, accepted: 4 }), "выполнено; за год принято 4 из 4"],
    [undefined, figure({ due: 4, accepted: 3 }), "в периоде срока нет; за год принято 3 из 4"],
    [figure({ due: 4, accepted: 3 }), figure({ due: 4, accepted: 3 }), "принято 3 из 4"],
    [figure({ due: 1, accepted: 1 }), null, "выполнено"],
  ])("of a part of the year tells the year that the plan is of: %#", (given, ofYear, words) => {
    expect(remarkCell(given, [], ofYear)).toBe(words);
  });

  it("tells who is late, the first of many", () => {
    const late = ["СОШ № 3", "Лицей", "СОШ № 7", "СОШ № 9"];
    expect(remarkCell(figure({ due: 4, late: 4 }), late).replaceAll("\u00A0", " ")).toBe(
      "принято 0 из 4; просрочено 4 (СОШ № 3, Лицей, СОШ № 7 и ещё 1)",
    );
  });
});

describe("the proof", () => {
  it("names each thing once and says how many are left out", () => {
    expect(proofCell(["a.pdf", "b.pdf", "a.pdf"])).toBe("a.pdf\nb.pdf");
    const many = Array.from({ length: 23 }, (_, at) => `${at}.pdf`);
    expect(proofCell(many).split("\n")).toHaveLength(21);
    expect(proofCell(many)).toMatch(/и ещё 3: в программе$/);
  });
});
