import { describe, expect, it } from "vitest";
import { headRows } from "./head-rows.ts";

describe("the head of the report's table", () => {
  it("is one row where no neighbours share a group", () => {
    expect(headRows([{ label: "№" }, { label: "2021", group: "План" }, { label: "Срок" }])).toEqual([
      { cells: ["№", "План 2021", "Срок"] },
    ]);
  });

  it("puts a shared group over its neighbours, and lets the others take both rows", () => {
    const years = [2021, 2022].map((year) => ({ label: String(year), group: "План" }));
    expect(headRows([{ label: "№" }, ...years, { label: "Срок" }])).toEqual([
      {
        cells: [
          { value: "№", rowSpan: 2 },
          { value: "План", colSpan: 2 },
          { value: "Срок", rowSpan: 2 },
        ],
      },
      { cells: ["2021", "2022"] },
    ]);
  });

  it("does not join columns of one group that stand apart", () => {
    const plan = { label: "2021", group: "План" };
    expect(headRows([plan, { label: "Срок" }, plan])).toEqual([{ cells: ["План 2021", "Срок", "План 2021"] }]);
  });
});
