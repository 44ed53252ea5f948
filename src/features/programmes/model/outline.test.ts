import { describe, expect, it } from "vitest";
import { measuresIn, numberAfter, outlineOf } from "./outline.ts";

describe("the outline of a roadmap", () => {
  const sections = [
    { id: "1", parentId: null },
    { id: "1.1", parentId: "1" },
    { id: "2", parentId: null },
  ];
  const measures = [
    { id: "a", sectionId: null },
    { id: "b", sectionId: "1" },
    { id: "c", sectionId: "1.1" },
    { id: "d", sectionId: "2" },
  ];
  it("puts every measure where it stands, once", () => {
    const outline = outlineOf(sections, measures);
    expect(outline.measures.map(({ id }) => id)).toEqual(["a"]);
    expect(outline.sections.map((section) => measuresIn(section).map(({ id }) => id))).toEqual([["b", "c"], ["d"]]);
    expect(outline.sections[0]!.sections.map(({ section }) => section.id)).toEqual(["1.1"]);
  });
});

describe("the next number", () => {
  it.each([
    [["1.1", "1.2"], "1", "1.3"],
    [["1.9."], "1", "1.10."],
    [[], "2.", "2.1"],
    [[], "", ""],
    [["а)"], "1", ""],
    [["п. 7"], "", "п. 8"],
  ])("after %j in «%s» is «%s»", (numbers, parent, next) => {
    expect(numberAfter(numbers, parent)).toBe(next);
  });
});
