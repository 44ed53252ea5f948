import { describe, expect, it } from "vitest";
import type { Actor, Assignment, Role } from "#shared/actor.ts";
import {
  decidesObligation,
  delegatesObligation,
  reportsObligation,
  seesObligation,
  type ObligationPlace,
} from "./policy.ts";

const [TOWN, REGION, SCHOOL, OTHER, ME] = ["town", "region", "school", "other", "me"];

function person(...held: readonly (readonly [Role, string | null, string?])[]): Actor {
  const assignments = held.map(([role, organisationId, territoryId = TOWN]): Assignment => ({
    role,
    territoryId,
    territoryKind: territoryId === REGION ? "region" : "municipality",
    organisationId,
  }));
  return { kind: "person", personId: ME, accountId: "a", sessionId: "s", assignments, regionOf: { [TOWN]: REGION } };
}

const place = (more: Partial<ObligationPlace> = {}): ObligationPlace => ({
  territoryId: TOWN,
  bearerKind: "organisation",
  bearerOrganisationId: SCHOOL,
  bearerOrganisationKind: "school",
  bearerPersonId: null,
  delegatedTo: null,
  ownerOrganisationId: null,
  ...more,
});

/** sees, reports, delegates, decides */
const rights = (actor: Actor, at: ObligationPlace) =>
  [seesObligation, reportsObligation, delegatesObligation, decidesObligation].map((may) => may(actor, at));

describe("who may what with an obligation", () => {
  const authority = place({ bearerOrganisationKind: "authority" });
  const centre = place({ bearerOrganisationKind: "methodological_centre" });
  const own = place({ ownerOrganisationId: SCHOOL });
  const strange = place({ ownerOrganisationId: SCHOOL, bearerOrganisationId: OTHER });
  it.each<[string, Actor, ObligationPlace, boolean[]]>([
    ["the public", { kind: "public" }, place(), [false, false, false, false]],
    ["a stranger", person(["school_head", OTHER]), place(), [false, false, false, false]],
    ["a teacher", person(["teacher", SCHOOL]), place(), [false, false, false, false]],
    ["a teacher it is handed to", person(["teacher", SCHOOL]), place({ delegatedTo: ME }), [true, true, false, false]],
    [
      "one it was handed to, gone from the district",
      person(),
      place({ delegatedTo: ME }),
      [false, false, false, false],
    ],
    [
      "one it was handed to, who teaches in another school now",
      person(["teacher", OTHER]),
      place({ delegatedTo: ME }),
      [false, false, false, false],
    ],
    [
      "one it was handed to, the school's curator now",
      person(["curator", SCHOOL]),
      place({ delegatedTo: ME }),
      [true, false, false, false],
    ],
    [
      "a methodologist it is handed to by the authority",
      person(["methodologist", null]),
      { ...authority, delegatedTo: ME },
      [true, true, false, false],
    ],
    [
      "the head, of what another school owes in the own programme",
      person(["school_head", SCHOOL]),
      strange,
      [true, false, false, true],
    ],
    [
      "the curator, of what another school owes in it",
      person(["curator", SCHOOL]),
      strange,
      [false, false, false, false],
    ],
    ["a curator", person(["curator", SCHOOL]), place(), [true, false, false, false]],
    ["the head", person(["school_head", SCHOOL]), place(), [true, true, true, false]],
    ["a deputy", person(["deputy", SCHOOL]), place(), [true, true, true, false]],
    ["the network administrator", person(["network_administrator", SCHOOL]), place(), [true, true, false, false]],
    ["the head, in the school's own programme", person(["school_head", SCHOOL]), own, [true, true, true, true]],
    ["the officer, in a school's own programme", person(["officer", null]), own, [true, false, false, false]],
    ["the officer", person(["officer", null]), place(), [true, false, false, true]],
    ["the officer, for the authority", person(["officer", null]), authority, [true, true, true, true]],
    ["the methodologist, for the centre", person(["methodologist", null]), centre, [true, true, false, false]],
    ["the methodologist, for a school", person(["methodologist", null]), place(), [true, false, false, false]],
    ["the head of the authority", person(["authority_head", null]), place(), [true, false, false, false]],
    ["an onlooker", person(["reader", null]), place({ delegatedTo: ME }), [true, false, false, false]],
    ["a region specialist", person(["region_specialist", null, REGION]), place(), [true, false, false, false]],
    [
      "the person who bears it",
      person(["teacher", OTHER]),
      place({ bearerKind: "person", bearerOrganisationId: null, bearerPersonId: ME }),
      [true, true, false, false],
    ],
    [
      "the head, of what a colleague bears in person",
      person(["school_head", SCHOOL]),
      place({ bearerKind: "person", bearerOrganisationId: null, bearerPersonId: "colleague" }),
      [false, false, false, false],
    ],
  ])("%s", (_who, actor, at, expected) => {
    expect(rights(actor, at)).toEqual(expected);
  });

  it("lets a token read as its person and write nothing", () => {
    const head = person(["school_head", SCHOOL]);
    const token = { ...head, kind: "token", tokenId: "t" } as Actor;
    expect(rights(token, own)).toEqual([true, false, false, false]);
  });
});
