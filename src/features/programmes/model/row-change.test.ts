import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyChanges,
  conflictsOf,
  diffImages,
  imageOf,
  inverted,
  isWhole,
  standingOn,
  type ChangeTable,
  type Row,
} from "./row-change.ts";

const entry = (table: ChangeTable, key: string, row: Row) => ({ table, key, row });
const images = fc
  .uniqueArray(
    fc.record({
      table: fc.constantFrom<ChangeTable>("roadmap", "section", "measure", "planned_year"),
      key: fc.constantFrom("a", "b", "c"),
      row: fc.record({ title: fc.constantFrom("x", "y"), ordinal: fc.nat(2), nested: fc.constant({ p: 1, q: [2] }) }),
    }),
    { selector: (each) => `${each.table} ${each.key}`, maxLength: 8 },
  )
  .map(imageOf);

const plain = (image: ReturnType<typeof imageOf>) =>
  Object.fromEntries([...image].sort(([a], [b]) => (a < b ? -1 : 1)));

describe("changes of rows", () => {
  it("lead from one image to the other, and back", () => {
    fc.assert(
      fc.property(images, images, (before, after) => {
        const changes = diffImages(before, after);
        expect(plain(applyChanges(before, changes))).toEqual(plain(after));
        expect(plain(applyChanges(after, inverted(changes)))).toEqual(plain(before));
        expect(conflictsOf(before, changes)).toEqual([]);
        expect(conflictsOf(after, inverted(changes))).toEqual([]);
      }),
    );
  });

  it("are none between equal images, whatever the order of names", () => {
    const one = imageOf([entry("measure", "m", { title: "a", source: { x: 1, y: 2 } })]);
    const other = imageOf([entry("measure", "m", { source: { y: 2, x: 1 }, title: "a" })]);
    expect(diffImages(one, other)).toEqual([]);
  });

  it("kept before a column was known stand on a row that has it empty", () => {
    const after = imageOf([entry("measure", "m", { title: "b" })]);
    const now = imageOf([entry("measure", "m", { title: "b", binds_from: null })]);
    const back = inverted(diffImages(imageOf([entry("measure", "m", { title: "a" })]), after));
    expect(conflictsOf(now, back)).toEqual([]);
    expect(conflictsOf(imageOf([entry("measure", "m", { title: "b", binds_from: "2026-01-01" })]), back)).toEqual(back);
  });

  it("conflict where a row has changed since", () => {
    const before = imageOf([entry("measure", "m", { title: "a" })]);
    const after = imageOf([entry("measure", "m", { title: "b" })]);
    const later = imageOf([entry("measure", "m", { title: "c" })]);
    const back = inverted(diffImages(before, after));
    expect(conflictsOf(later, back)).toEqual(back);
  });

  it("make rows in the order in which they hang on one another", () => {
    const rows = (["planned_year", "measure", "section", "roadmap"] as const).map((table) => entry(table, "k", {}));
    expect(diffImages(imageOf([]), imageOf(rows)).map((change) => change.table)).toEqual([
      "roadmap",
      "section",
      "measure",
      "planned_year",
    ]);
  });
});

describe("a whole programme", () => {
  const roadmap = entry("roadmap", "r", {});
  const section = (key: string, parent: string | null) => entry("section", key, { roadmap_id: "r", parent_id: parent });
  const measure = (place: string | null) => entry("measure", "m", { roadmap_id: "r", section_id: place });

  it.each([
    ["a measure in a section that is gone", [roadmap, measure("s")]],
    ["a section in a roadmap that is gone", [section("s", null)]],
    ["a section in a section that is gone", [roadmap, section("s", "t")]],
    ["two sections inside each other", [roadmap, section("s", "t"), section("t", "s")]],
    ["a section inside itself", [roadmap, section("s", "s")]],
  ])("is not one with %s", (_, entries) => {
    expect(isWhole(imageOf(entries))).toBe(false);
  });

  it("is one where everything stands somewhere", () => {
    expect(isWhole(imageOf([roadmap, section("s", null), section("t", "s"), measure("t")]))).toBe(true);
    expect(isWhole(imageOf([roadmap, measure(null)]))).toBe(true);
  });
});

describe("a row that was closed instead of removed", () => {
  const change = { table: "measure", key: "m", before: null, after: { title: "a", closed_at: null } } as const;
  it("comes back by opening", () => {
    const now = imageOf([entry("measure", "m", { title: "a", closed_at: "2026-01-01" })]);
    expect(standingOn(now, change).before).toEqual({ title: "a", closed_at: "2026-01-01" });
    expect(conflictsOf(now, [standingOn(now, change)])).toEqual([]);
  });
  it.each([
    ["changed since", { title: "b", closed_at: "2026-01-01" }],
    ["opened by hand", { title: "a", closed_at: null }],
  ])("conflicts where it was %s", (_, row) => {
    const now = imageOf([entry("measure", "m", row)]);
    expect(conflictsOf(now, [standingOn(now, change)])).toHaveLength(1);
  });
});
