import { expect, it } from "vitest";
import { besides, following } from "./waiting-reports.ts";

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
it.each([
  ["the next one", ["a", "b", "c"], "b", ["a", "c"], "c"],
  ["from the beginning again", ["a", "b", "c"], "c", ["a", "b"], "a"],
  ["what still waits of those after it", ["a", "b", "c", "d"], "b", ["a", "d"], "d"],
  ["what came meanwhile, where nothing is left of the queue", ["a"], "a", ["x"], "x"],
  ["the oldest, where the queue was not known", [], "b", ["a", "c"], "a"],
  ["nothing", ["a"], "a", [], undefined],
] as const)("after a decision comes %s", (_what, queue, decided, waiting, next) => {
  expect(
    following(
      waiting.map((id) => ({ id })),
      queue,
      decided,
    )?.id,
  ).toBe(next);
});
it("finds nothing beside the only one", () => expect(besides([{ id: "a" }], "a").next).toBeUndefined());
