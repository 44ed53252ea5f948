import { describe, expect, it } from "vitest";
import type { ColumnSource } from "./columns.ts";
import { factColumns, type FactYears } from "./fact-columns.ts";

const own = (...sources: ColumnSource[]) => sources.map((source) => ({ label: "", source }));
const years = (plan: number[], facts: number[] = [], asked: FactYears["asked"] = null) => ({ plan, facts, asked });
const by = (...all: number[]): ColumnSource[] => all.map((year) => ({ year }));
const only = (year: number, part: string | null = null) => ({ from: year, to: year, part });

describe("columns of facts", () => {
  it.each([
    ["no plan and no facts", own("title"), years([]), ["Факт"]],
    ["one year", own("title", ...by(2021)), years([2021], [2021]), ["Факт"]],
    [
      "three years",
      own("title", ...by(2021, 2022, 2023)),
      years([2021, 2022, 2023], [2022]),
      ["Факт 2021", "Факт 2022", "Факт 2023"],
    ],
    [
      "three years, a report on one",
      own(...by(2021, 2022, 2023)),
      years([2021, 2022, 2023], [], only(2022)),
      ["Факт 2022"],
    ],
    [
      "a report on the last year that answers all of them",
      own(...by(2021, 2022)),
      years([2021, 2022], [2021, 2022], only(2022)),
      ["Факт 2021", "Факт 2022"],
    ],
    ["a fact outside the plan", own(...by(2021)), years([2021], [2020]), ["Факт 2020", "Факт 2021"]],
    [
      "a total of the document",
      own("planTotal", ...by(2021, 2022)),
      years([2021, 2022]),
      ["Факт 2021", "Факт 2022", "Факт всего"],
    ],
    ["a total alone", own("planTotal"), years([], [2021, 2022]), ["Факт"]],
    ["a period without planned years", own(...by(2021, 2022)), years([2021, 2022], [], only(2020)), ["Факт всего"]],
    ["all years in one cell", own("plan"), years([2021, 2022], [2021]), ["Факт"]],
    [
      "a quarter beside the plan of years in one cell",
      own("plan"),
      years([2021, 2022], [2021], only(2021, "IV квартал 2021")),
      ["Факт за IV квартал 2021"],
    ],
    [
      "a quarter beside the plan of its year",
      own(...by(2021, 2022)),
      years([2021, 2022], [2021], only(2021, "IV квартал 2021")),
      ["Факт за IV квартал 2021"],
    ],
  ])("%s", (_what, columns, given, labels) => {
    expect(factColumns(columns, given, String).map(({ label }) => label)).toEqual(labels);
  });

  it("a total alone shows the total, lines where the plan has them", () => {
    expect(factColumns(own("planTotal"), years([], [2021]), String)[0]!.source).toBe("total");
    expect(factColumns(own("plan"), years([2021, 2022]), String)[0]!.source).toBe("lines");
  });
});
