import { describe, expect, it } from "vitest";
import type { MeasureSeen, RoadmapSeen } from "../../model/seen.ts";
import { lastPlace, numberIn, placesIn, placesOf } from "./measure-places.ts";

const section = (id: string, number: string, parentId: string | null = null, closed = false) => ({
  id,
  version: 1,
  parentId,
  number,
  title: `Раздел ${id}`,
  closed,
});
const measure = (number: string, sectionId: string | null, closed = false) =>
  ({ id: number, number, sectionId, closed }) as MeasureSeen;
const roadmap = (change: Partial<RoadmapSeen> = {}): RoadmapSeen => ({
  id: "r",
  version: 1,
  title: "Дорожная карта",
  closed: false,
  // in order among siblings, not as a tree
  sections: [section("a", "1"), section("b", "2"), section("c", "1.1", "a"), section("d", "3", null, true)],
  measures: [measure("1.1", "a"), measure("1.2", "a"), measure("1.3", "a", true), measure("0", null)],
  ...change,
});

describe("where a measure may stand", () => {
  it("is outside sections or in an open one, in the order of the document", () =>
    expect(placesOf(roadmap(), false).map((place) => place.label)).toEqual([
      "вне разделов",
      "1 Раздел a",
      "\u20031.1 Раздел c",
      "2 Раздел b",
    ]));

  it("is named with the roadmap where there are several open ones", () => {
    expect(placesIn([roadmap(), roadmap({ id: "old", closed: true })])[1]!.label).toBe("1 Раздел a");
    expect(placesIn([roadmap(), roadmap({ id: "new" })])[1]!.label).toBe("Дорожная карта: 1 Раздел a");
  });

  it("is the last section when only the roadmap is said, and the roadmap itself without sections", () => {
    expect(lastPlace(roadmap()).sectionId).toBe("b");
    expect(lastPlace(roadmap({ sections: [] })).sectionId).toBeNull();
  });
});

describe("the number of a new measure", () => {
  const at = (value: string) => placesOf(roadmap(), false).find((place) => place.value === value)!;
  it.each([
    ["a", "1.4"],
    ["b", "2.1"],
    ["c", "1.1.1"],
    ["r", "1"],
  ])("in %s is %s", (value, number) => expect(numberIn([roadmap()], at(value))).toBe(number));

  it("is none where the roadmap is not known", () =>
    expect(numberIn([], { value: "x", label: "", roadmapId: "x", sectionId: null })).toBe(""));
});
