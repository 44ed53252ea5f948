import { describe, expect, it } from "vitest";
import { undoRefusal } from "./undo-rule.ts";
import { STATUSES } from "./words.ts";

describe("undoing the loading of a roadmap", () => {
  it.each(STATUSES.filter((status) => status !== "draft"))("is refused of a programme that is %s", (status) =>
    expect(undoRefusal({ status, loadsRoadmap: true, amends: false })).toBe("load-in-force"),
  );

  it("is possible in a draft, and where an order brought it; any other edit may go back", () => {
    expect(undoRefusal({ status: "draft", loadsRoadmap: true, amends: false })).toBeUndefined();
    expect(undoRefusal({ status: "running", loadsRoadmap: true, amends: true })).toBeUndefined();
    expect(undoRefusal({ status: "running", loadsRoadmap: false, amends: false })).toBeUndefined();
  });
});
