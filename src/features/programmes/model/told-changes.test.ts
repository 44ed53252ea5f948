import { describe, expect, it } from "vitest";
import { toldChanges } from "./told-changes.ts";

describe("changed rows as changed fields", () => {
  it("tells the fields of the subject that differ, and names the row of any other", () => {
    const measure = (key: string, title: string) => ({
      table: "measure" as const,
      key,
      before: { id: key, title: "Было", number: "1", source: 1 },
      after: { id: key, title, number: "1", source: 2 },
    });
    expect(toldChanges([measure("a", "Стало"), measure("b", "Иначе")], "a")).toEqual([
      { field: "measure.title", before: "Было", after: "Стало" },
      { field: "measure.title", before: "Было", after: "Иначе", row: "b" },
    ]);
  });

  it("tells a part of a measure whole, also one that is gone", () => {
    const before = { measure_id: "a", name: "ЦРО", part: "assignee" };
    expect(toldChanges([{ table: "measure_party", key: "p", before, after: null }], "a")).toEqual([
      { field: "measure_party", before, after: null, row: "p" },
    ]);
  });

  it("tells of a new row what it holds", () => {
    const after = { id: "s", title: "Раздел", number: null };
    expect(toldChanges([{ table: "section", key: "s", before: null, after }], "s")).toEqual([
      { field: "section.title", before: null, after: "Раздел" },
    ]);
  });
});
