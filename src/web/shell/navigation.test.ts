import { describe, expect, it } from "vitest";
import type { Me } from "../api/me.ts";
import type { SliceNavigation, SliceRoute } from "../slice-route.ts";
import { landingOf, navigationOf, phoneBar } from "./navigation.ts";

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

  it("gives a phone three places, those with a short word first, and the rest behind «Ещё»", () => {
    const items = navigationOf([
      place("/a", 1, { phone: "А" }),
      place("/b", 2),
      place("/c", 3, { phone: "В" }),
      place("/d", 4, { phone: "Г" }),
      place("/help", 9, { below: true }),
    ]);
    const { bar, rest } = phoneBar(items);
    expect(bar.map((item) => item.path)).toEqual(["/a", "/c", "/d"]);
    expect(rest.map((item) => item.path)).toEqual(["/b", "/help"]);
    expect(phoneBar(items.slice(1, 2)).bar.map((item) => item.path)).toEqual(["/b"]);
  });
});
