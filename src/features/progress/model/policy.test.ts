import { describe, expect, it } from "vitest";
import type { Actor, Assignment, Role } from "#shared/actor.ts";
import { seesWholeProgramme } from "./policy.ts";

const [TOWN, OTHER_TOWN, REGION, SCHOOL, PARTNER] = ["town", "other-town", "region", "school", "partner"];

function person(role: Role, organisationId: string | null, territoryId = TOWN): Actor {
  const territoryKind = territoryId === REGION ? "region" : "municipality";
  const assignments: Assignment[] = [{ role, territoryId, territoryKind, organisationId }];
  return { kind: "person", personId: "me", accountId: "a", sessionId: "s", assignments, regionOf: { [TOWN]: REGION } };
}

describe("who sees the whole of a programme", () => {
  const district = { territoryId: TOWN, ownerOrganisationId: null };
  const own = { territoryId: TOWN, ownerOrganisationId: SCHOOL };
  it.each([
    // the owner's curator, network administrator and teacher see what the owner owes, not what its partners do
    ["curator", SCHOOL, TOWN, false, false],
    ["network_administrator", SCHOOL, TOWN, false, false],
    ["teacher", SCHOOL, TOWN, false, false],
    ["school_head", PARTNER, TOWN, false, false],
    ["officer", null, OTHER_TOWN, false, false],
    ["deputy", SCHOOL, TOWN, false, true],
    ["school_head", SCHOOL, TOWN, false, true],
    ["officer", null, TOWN, true, true],
    ["region_specialist", null, REGION, true, true],
  ] as const)("%s of %s in %s: the district's %s, the school's own %s", (role, at, territoryId, all, ofSchool) => {
    const actor = person(role, at, territoryId);
    expect([seesWholeProgramme(actor, district), seesWholeProgramme(actor, own)]).toEqual([all, ofSchool]);
  });
});
