import { describe, expect, it } from "vitest";
import { byStance } from "./party-order.ts";
import type { Part } from "./roadmap-draft.ts";

const party = (name: string, part: Part, where: "outside" | "territory" | null = "territory") => ({
  name,
  part,
  audience: where === null ? null : { kind: where },
});
const stood = (...parties: ReturnType<typeof party>[]) => byStance(parties).map(({ name, stance }) => [name, stance]);

describe("byStance", () => {
  it("puts who is outside the district last, and lets the co-assignees answer where nobody else does", () => {
    expect(stood(party("ДО", "accountable", "outside"), party("УО", "coAssignee"), party("ОО", "participant"))).toEqual(
      [
        ["УО", "answers"],
        ["ОО", "helps"],
        ["ДО", "outside"],
      ],
    );
  });

  it("keeps co-assignees helping while somebody responsible is here", () => {
    expect(stood(party("ММЦ", "coAssignee"), party("УО", "assignee"))).toEqual([
      ["УО", "answers"],
      ["ММЦ", "helps"],
    ]);
  });

  it("takes a party that nobody has settled yet for one of the district", () => {
    expect(stood(party("ДО", "accountable", null), party("УО", "coAssignee"))).toEqual([
      ["ДО", "answers"],
      ["УО", "helps"],
    ]);
  });
});
