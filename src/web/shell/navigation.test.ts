import { describe, expect, it } from "vitest";
import type { Me } from "../api/me.ts";
import type { SliceNavigation, SliceRoute } from "../slice-route.ts";
import { landingOf, liesUnder, navigationOf, phoneBar, standsAt } from "./navigation.ts";

const page = async () => ({ default: () => null });
const place = (path: string, order: number, more: Partial<SliceNavigation> = {}): SliceRoute => ({
  path,
  page,
  layout: "app",
  navigation: { label: path, icon: "home", order, visible: () => true, ...more },
});
const me = {} as Me;

describe("navigation", () => {
  it("takes pages that have a place, in order, whatever the order of slices", () => {
    const items = navigationOf([place("/c", 30), { path: "/c/:id", page, layout: "app" }, place("/a", 10)]);
    expect(items.map((item) => item.path)).toEqual(["/a", "/c"]);
  });

  it("lands a person on the first place that is theirs, never on help", () => {
    const items = navigationOf([
      place("/help", 1, { below: true }),
      place("/a", 10, { visible: () => false }),
      place("/b", 20),
    ]);
    expect(landingOf(items, me)).toBe("/b");
    expect(landingOf(items.slice(0, 2), me)).toBeUndefined();
  });

  it("gives a phone the places with a short word, then those with a figure, then others, and the rest behind «Ещё»", () => {
    const items = navigationOf([
      place("/a", 1, { phone: "А" }),
      place("/b", 2, { phone: "Б" }),
      place("/c", 3),
      place("/d", 4, { count: () => 0 }),
      place("/e", 5),
      place("/help", 9, { below: true }),
    ]);
    const paths = (from: number, to: number) => phoneBar(items.slice(from, to)).bar.map((item) => item.path);
    // whoever owes something and lands elsewhere has it in the bar too
    expect(paths(0, 6)).toEqual(["/a", "/b", "/d"]);
    expect(phoneBar(items).rest.map((item) => item.path)).toEqual(["/c", "/e", "/help"]);
    expect(paths(0, 3)).toEqual(["/a", "/b", "/c"]);
    expect(paths(2, 6)).toEqual(["/c", "/d", "/e"]);
  });

  it.each([
    ["/people", "/people", true],
    ["/people/1/roles", "/people", true],
    ["/people-of-another", "/people", false],
    ["/", "/people", false],
  ])("knows that %s lies under %s: %s", (pathname, path, under) => {
    expect(liesUnder(pathname, path)).toBe(under);
  });
});

it.each([
  ["/todo/t/o", "/calendar", "/calendar"],
  ["/reports/t/r", "/calendar", "/calendar"],
  ["/todo/t/o", "/todo", "/todo/t/o"],
  ["/reports/t/r", undefined, "/reports/t/r"],
  ["/todo", "/calendar", "/todo"],
  ["/programmes/t/p", "/calendar", "/programmes/t/p"],
])("the mark at %s, opened from %s, stands at %s", (pathname, from, at) => {
  expect(standsAt(pathname, from === undefined ? undefined : { pathname: from })).toBe(at);
});
