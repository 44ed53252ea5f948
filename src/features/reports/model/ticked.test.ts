import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import type { Expected } from "./completeness.ts";
import type { SmallList } from "./together.ts";
import { isSmall } from "./together.ts";
import { rowsToSend, type Ticked } from "./ticked.ts";

const list = { today: "2026-10-22", rows: [{ id: "a" }, { id: "b" }] } as unknown as SmallList;
const ticked = (more: Partial<Ticked> = {}): Ticked => ({
  chosen: ["a", "b"],
  own: {},
  text: "Провели",
  doneOn: "2026-10-20",
  ...more,
});

describe("what goes when small things are reported together", () => {
  it("is each ticked row with its own words, or those for all", () => {
    expect(rowsToSend(list, ticked({ own: { b: " Только первый класс " } })).rows).toEqual([
      { obligationId: "a", text: "Провели" },
      { obligationId: "b", text: "Только первый класс" },
    ]);
  });

  it("leaves out what is ticked and stands in the list no more", () => {
    expect(rowsToSend(list, ticked({ chosen: ["a", "gone"] })).rows).toHaveLength(1);
  });

  it.each([
    ["a row without words", { text: " " }, ["text"]],
    ["no day", { doneOn: null }, ["doneOn"]],
    ["a day to come", { doneOn: "2026-10-23" }, ["doneOn"]],
    ["words of their own for each", { text: "", own: { a: "Да", b: "И это" } }, []],
  ] as const)("with %s asks for %j", (_what, more, fields) => {
    expect(Object.keys(rowsToSend(list, ticked(more)).faults)).toEqual(fields);
  });
});

describe("what is small", () => {
  const today = localDate("2026-10-22");
  const of = (more: Partial<Expected["obligations"][number]>): Expected => ({
    today,
    opensOn: localDate("2026-01-01"),
    obligations: [{ id: "018f0000-0000-7000-8000-000000000001", needsEvidence: false, plannedValues: [], ...more }],
  });
  const planned = { id: "p", year: 2026, yearKind: "calendar", label: "", unit: "count", text: "1" } as const;

  it.each([
    ["asks for nothing but words", {}, true],
    ["must leave a document", { needsEvidence: true }, false],
    ["has a number planned", { plannedValues: [planned] }, false],
    ["has a line of the plan without a number this year", { plannedValues: [{ ...planned, text: "" }] }, true],
  ] as const)("one that %s: %#", (_what, more, small) => {
    expect(isSmall(of(more))).toBe(small);
  });
});
