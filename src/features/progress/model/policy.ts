import type { Actor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";
import {
  belongsToTerritory,
  isKnown,
  leadsTerritory,
  seesTerritory,
  territoriesSeen,
} from "#features/places/model/access.ts";
import { decidesObligation, obligationScope, WORKING_ROLES } from "#features/obligations/model/policy.ts";

/** Asks for progress at all: anyone with a role in the territory; figures count only the obligations the person sees. */
export function asksProgress(actor: Actor, territoryId: Id): boolean {
  return belongsToTerritory(actor, territoryId);
}

/** Sees every obligation of a programme, so that its totals open into rows; others get the bare totals beside their own figures. */
export function seesWholeProgramme(
  actor: Actor,
  programme: { readonly territoryId: Id; readonly ownerOrganisationId: Id | null },
): boolean {
  const scope = obligationScope(actor, programme.territoryId);
  if (scope.kind !== "some") return scope.kind === "all";
  // other roles at the owner see its own obligations alone, not those of its partners
  return programme.ownerOrganisationId !== null && scope.ownerIds.includes(programme.ownerOrganisationId);
}

/** The home of those who watch over a whole territory: officers, its head, methodologists, readers, the region. */
export function seesTerritoryHome(actor: Actor, territoryId: Id): boolean {
  return seesTerritory(actor, territoryId);
}

/** Municipalities side by side: those who see the whole region. */
export function seesRegion(actor: Actor, regionId: Id): boolean {
  return territoriesSeen(actor).includes(regionId);
}

/** Writes down a phone call to a late organisation. */
export function recordsCall(actor: Actor, territoryId: Id): boolean {
  return leadsTerritory(actor, territoryId);
}

/** Roles at the territory whose holders are the authority itself. */
const AUTHORITY_STAFF: readonly Role[] = ["administrator", "officer", "authority_head"];
const ORGANISATION_STAFF: readonly Role[] = WORKING_ROLES;

export interface Debtor {
  readonly kind: "organisation" | "person" | "community" | "territory";
  readonly organisationId: Id | null;
  readonly organisationKind: OrganisationKind | null;
  readonly personId: Id | null;
}

/** What the actor, their office or their organisation owes. A curator does not owe what the school they visit does. */
export function isOwnDebt(actor: Actor, territoryId: Id, debtor: Debtor): boolean {
  if (!isKnown(actor)) return false;
  if (debtor.kind === "person") return debtor.personId === actor.personId;
  return actor.assignments.some((held) => {
    if (held.territoryId !== territoryId) return false;
    if (held.organisationId !== null)
      return held.organisationId === debtor.organisationId && ORGANISATION_STAFF.includes(held.role);
    if (debtor.organisationKind === "methodological_centre") return held.role === "methodologist";
    return (
      AUTHORITY_STAFF.includes(held.role) && (debtor.kind === "territory" || debtor.organisationKind === "authority")
    );
  });
}

/** Reminds those who owe a measure: whoever runs its programme. */
export function reminds(
  actor: Actor,
  programme: { readonly territoryId: Id; readonly ownerOrganisationId: Id | null },
): boolean {
  return decidesObligation(actor, programme);
}
