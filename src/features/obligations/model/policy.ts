import type { Actor, Assignment } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";
import {
  belongsToTerritory,
  isKnown,
  leadsOrganisation,
  leadsTerritory,
  seesOrganisation,
  seesTerritory,
  speaksForOrganisation,
} from "#features/places/model/access.ts";

/** What of an obligation decides who sees and answers it. */
export interface ObligationPlace {
  readonly territoryId: Id;
  readonly bearerKind: "organisation" | "person" | "community" | "territory";
  readonly bearerOrganisationId: Id | null;
  readonly bearerOrganisationKind: OrganisationKind | null;
  readonly bearerPersonId: Id | null;
  readonly delegatedTo: Id | null;
  /** the organisation whose own programme it comes from; null for a programme of the territory */
  readonly ownerOrganisationId: Id | null;
}

/**
 * Sees the obligation: viewers of the whole territory; people of the bearing organisation (but teachers) and its curators; the head and
 * deputies of the organisation whose programme it is; the person it is delegated to or who bears it, while they work in the territory.
 */
export function seesObligation(actor: Actor, place: ObligationPlace): boolean {
  if (seesTerritory(actor, place.territoryId)) return true;
  if (seesOrganisation(actor, place.territoryId, place.bearerOrganisationId)) return true;
  if (seesOrganisation(actor, place.territoryId, place.ownerOrganisationId)) return true;
  return isNamed(actor, place) && belongsToTerritory(actor, place.territoryId);
}

function isNamed(actor: Actor, place: ObligationPlace): boolean {
  return isKnown(actor) && (place.delegatedTo === actor.personId || place.bearerPersonId === actor.personId);
}

/** Roles that write nothing about the organisation although they see it. */
const ONLOOKERS: readonly Assignment["role"][] = ["reader", "region_specialist", "region_expert"];

function worksIn(actor: Actor, territoryId: Id): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some((held) => held.territoryId === territoryId && !ONLOOKERS.includes(held.role))
  );
}

/**
 * Answers it: those who speak for the organisation, the person it is delegated to, the person who bears it. Officers hold their role
 * at the territory and answer for the authority and for the territory itself; its methodologists for the methodological centre.
 */
export function reportsObligation(actor: Actor, place: ObligationPlace): boolean {
  if (actor.kind !== "person") return false;
  const { territoryId } = place;
  if (isNamed(actor, place) && worksIn(actor, territoryId)) return true;
  if (place.bearerKind === "person") return false;
  if (place.bearerKind !== "organisation") return leadsTerritory(actor, territoryId);
  if (speaksForOrganisation(actor, territoryId, place.bearerOrganisationId)) return true;
  if (place.bearerOrganisationKind === "authority") return leadsTerritory(actor, territoryId);
  return place.bearerOrganisationKind === "methodological_centre" && isTerritoryMethodologist(actor, territoryId);
}

export function isTerritoryMethodologist(actor: Actor, territoryId: Id): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some(
      (held) => held.territoryId === territoryId && held.organisationId === null && held.role === "methodologist",
    )
  );
}

/** Hands it to a colleague: the head and deputies; for the authority its officers. */
export function delegatesObligation(actor: Actor, place: ObligationPlace): boolean {
  if (place.bearerKind !== "organisation") return false;
  if (leadsOrganisation(actor, place.territoryId, place.bearerOrganisationId)) return true;
  return place.bearerOrganisationKind === "authority" && leadsTerritory(actor, place.territoryId);
}

/** Runs the programme the obligation comes from: moves its due day, accepts and returns reports. */
export function decidesObligation(
  actor: Actor,
  place: Pick<ObligationPlace, "territoryId" | "ownerOrganisationId">,
): boolean {
  return place.ownerOrganisationId === null
    ? leadsTerritory(actor, place.territoryId)
    : leadsOrganisation(actor, place.territoryId, place.ownerOrganisationId);
}

/** Which obligations of a territory the actor sees, in the words of a query; the same answer as `seesObligation` for every row. */
export type ObligationScope =
  | { readonly kind: "all" }
  | { readonly kind: "some"; readonly organisationIds: readonly Id[]; readonly personId: Id }
  | { readonly kind: "none" };

export function obligationScope(actor: Actor, territoryId: Id): ObligationScope {
  if (seesTerritory(actor, territoryId)) return { kind: "all" };
  if (!isKnown(actor) || !belongsToTerritory(actor, territoryId)) return { kind: "none" };
  const organisationIds = actor.assignments.flatMap((held) =>
    held.territoryId === territoryId && held.organisationId !== null && held.role !== "teacher"
      ? [held.organisationId]
      : [],
  );
  return { kind: "some", organisationIds, personId: actor.personId };
}
