import { describe, expect, it } from "vitest";
import { neighbours } from "./neighbours.ts";

describe("one place up or down", () => {
  const rows = [
    { id: "a", place: "1", closed: false },
    { id: "x", place: "2", closed: false },
    { id: "b", place: "1", closed: false },
    { id: "c", place: "1", closed: true },
    { id: "d", place: "1", closed: false },
  ];
  it.each([
    ["a", undefined, { beforeId: "d" }],
    ["b", { beforeId: "a" }, { beforeId: null }],
    ["d", { beforeId: "b" }, undefined],
    ["x", undefined, undefined],
  ])("of %s", (id, up, down) => {
    expect(
      neighbours(
        rows,
        rows.find((row) => row.id === id)!,
        (row) => row.place,
      ),
    ).toEqual({ up, down });
  });
});
