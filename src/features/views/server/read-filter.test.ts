import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_KEYS, LISTS, type ListKey, type ViewFilter } from "../model/lists.ts";
import { FIELDS, readFilter } from "./read-filter.ts";

const ID = "0198a9b0-0000-7000-8000-000000000001";

describe("the filter of a list", () => {
  it.each<[ListKey, ViewFilter, ViewFilter, boolean]>([
    ["rows", { state: "late", from: "2021-10-01", page: "3" }, { state: "late", from: "2021-10-01" }, false],
    ["rows", { state: "late", from: "2021-13-01" }, { state: "late" }, true],
    ["rows", { state: "burning", q: "" }, {}, true],
    [
      "organisations",
      { state: "closed", kind: "school", territory: ID },
      { kind: "school", state: "closed", territory: ID },
      false,
    ],
    ["organisations", { kind: "castle" }, {}, true],
    ["people", { q: "Ветрова", add: "" }, { q: "Ветрова" }, false],
    ["people", { role: "emperor", organisation: "5" }, {}, true],
    [
      "journal",
      { action: "report.accept", from: "2021-10-01" },
      { action: "report.accept", from: "2021-10-01" },
      false,
    ],
    ["reports", { state: "toReview", programme: "x" }, { state: "toReview" }, true],
    ["history", { year: "2021", state: "mended" }, { year: "2021", state: "mended" }, false],
    ["measures", { state: "all" }, {}, true],
    ["papers", { constructor: "1", toString: "2" } as unknown as ViewFilter, {}, true],
    ["late", { q: "х".repeat(201) }, {}, true],
  ])("%s, %o → %o", (list, given, filter, isCut) => {
    expect(readFilter(list, given)).toEqual({ filter, isCut });
    expect(Object.keys(readFilter(list, given).filter)).toEqual(Object.keys(filter));
  });

  it.each(LIST_KEYS)("%s knows the words of its list, and no other", (list) => {
    expect(Object.keys(FIELDS[list]).sort()).toEqual([...LISTS[list]].sort());
  });

  it("once read is read the same, and whole", () => {
    const filters = fc.dictionary(
      fc.constantFrom("q", "state", "kind", "page", "year", "role", "strange", "toString"),
      fc.oneof(fc.string(), fc.constantFrom("late", "closed", "2021", "all", "school")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LIST_KEYS), filters, (list, given) => {
        const { filter } = readFilter(list, given);
        expect(readFilter(list, filter)).toEqual({ filter, isCut: false });
      }),
    );
  });
});
