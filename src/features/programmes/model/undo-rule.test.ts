import { describe, expect, it } from "vitest";
import { undoRefusal } from "./undo-rule.ts";
import { STATUSES } from "./words.ts";

describe("undoing the loading of a roadmap", () => {
  it.each(STATUSES.filter((status) => status !== "draft"))("is refused of a programme that is %s", (status) =>
    expect(undoRefusal("undo", { status, loadsRoadmap: true, redaction: null })).toBe("load-in-force"),
  );

  it("is possible in a draft, and where an order brought it; any other edit may go back", () => {
    const last = { number: 2, last: 2 };
    expect(undoRefusal("undo", { status: "draft", loadsRoadmap: true, redaction: null })).toBeUndefined();
    expect(undoRefusal("undo", { status: "running", loadsRoadmap: true, redaction: last })).toBeUndefined();
    expect(undoRefusal("undo", { status: "running", loadsRoadmap: false, redaction: null })).toBeUndefined();
    expect(undoRefusal("redo", { status: "running", loadsRoadmap: true, redaction: null })).toBeUndefined();
  });
});

describe("an amendment that another one followed", () => {
  const facts = { status: "running", loadsRoadmap: false } as const;

  it.each([
    ["undo", "redaction-not-last"],
    ["redo", "redaction-behind"],
  ] as const)("is refused to %s while the later stands", (direction, refusal) =>
    expect(undoRefusal(direction, { ...facts, redaction: { number: 2, last: 3 } })).toBe(refusal),
  );

  it("goes and comes back while none stands on it", () => {
    expect(undoRefusal("undo", { ...facts, redaction: { number: 3, last: 3 } })).toBeUndefined();
    expect(undoRefusal("redo", { ...facts, redaction: { number: 3, last: 2 } })).toBeUndefined();
  });
});
