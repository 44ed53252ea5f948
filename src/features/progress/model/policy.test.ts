import { describe, expect, it } from "vitest";
import type { Actor, Assignment, Role } from "#shared/actor.ts";
import { isOwnDebt, seesWholeProgramme, type Debtor } from "./policy.ts";

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

describe("whose debt is one's own", () => {
  const of = (more: Partial<Debtor>): Debtor => ({
    kind: "organisation",
    organisationId: SCHOOL,
    organisationKind: "school",
    personId: null,
    ...more,
  });
  const school = of({});
  const authority = of({ organisationId: "office", organisationKind: "authority" });
  const centre = of({ organisationId: "centre", organisationKind: "methodological_centre" });
  const town = of({ kind: "territory", organisationId: null, organisationKind: null });
  const me = of({ kind: "person", organisationId: null, organisationKind: null, personId: "me" });
  it.each([
    ["officer", null, [false, true, false, true, true]],
    ["authority_head", null, [false, true, false, true, true]],
    ["methodologist", null, [false, false, true, false, true]],
    ["reader", null, [false, false, false, false, true]],
    ["curator", SCHOOL, [false, false, false, false, true]],
    ["school_head", SCHOOL, [true, false, false, false, true]],
    ["school_head", PARTNER, [false, false, false, false, true]],
  ] as const)("%s of %s: school, authority, centre, town, oneself: %j", (role, at, expected) => {
    const actor = person(role, at);
    expect([school, authority, centre, town, me].map((debtor) => isOwnDebt(actor, TOWN, debtor))).toEqual(expected);
  });

  it("is never in another town, and not of another person", () => {
    expect(isOwnDebt(person("officer", null, OTHER_TOWN), TOWN, authority)).toBe(false);
    expect(isOwnDebt(person("officer", null), TOWN, { ...me, personId: "another" })).toBe(false);
  });
});
