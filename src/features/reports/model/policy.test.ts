import { describe, expect, it } from "vitest";
import type { Actor } from "#shared/actor.ts";
import { isOwnToDecide, type ReportPlace } from "./policy.ts";

const me = { kind: "person", personId: "me", accountId: "a", sessionId: "s", assignments: [], regionOf: {} } as Actor;

const report = (authorPersonId: string, senderPersonId: string | null, deciderIds: string[]): ReportPlace => ({
  territoryId: "town",
  state: "submitted",
  authorPersonId,
  senderPersonId,
  returnUndoneBy: null,
  obligations: [],
  deciderIds,
});

describe("a report one's own to decide", () => {
  it.each<[string, ReportPlace, boolean]>([
    ["written and sent by me, another decides", report("me", "me", ["me", "other"]), true],
    ["written by a colleague, sent by me", report("other", "me", ["me", "other"]), true],
    ["written by a teacher, sent by me", report("teacher", "me", ["me", "other"]), true],
    ["written by me, sent by another, a third decides", report("me", "other", ["me", "other", "third"]), true],
    ["written by me, sent by another, nobody else decides", report("me", "other", ["me", "other"]), false],
    ["written by me, not sent, another decides", report("me", null, ["me", "other"]), true],
    ["written and sent by me, nobody else decides", report("me", "me", ["me"]), false],
    ["written and sent by others", report("head", "deputy", ["me", "other"]), false],
  ])("%s: %s", (_what, place, own) => {
    expect(isOwnToDecide(me, place)).toBe(own);
  });
});
