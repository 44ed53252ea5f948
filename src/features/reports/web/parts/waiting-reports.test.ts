import { expect, it } from "vitest";
import { besides } from "./waiting-reports.ts";

const rows = ["a", "b", "c"].map((id) => ({ id }));
it.each([
  ["a", undefined, "b"],
  ["b", "a", "c"],
  // after the last comes the oldest again
  ["c", "b", "a"],
  // decided already: it is not in the queue any more
  ["x", undefined, "a"],
])("beside %s stand %s and %s", (id, previous, next) => {
  const found = besides(rows, id);
  expect([found.previous?.id, found.next?.id]).toEqual([previous, next]);
});
it("finds nothing beside the only one", () => expect(besides([{ id: "a" }], "a").next).toBeUndefined());
