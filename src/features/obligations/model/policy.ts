import type { Actor, Role } from "#shared/actor.ts";
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

/** Roles at an organisation whose holders do its work; a curator or an onlooker does not. */
export const WORKING_ROLES = [
  "school_head",
  "deputy",
  "methodologist",
  "network_administrator",
  "community_head",
  "teacher",
] as const satisfies readonly Role[];
/** Roles at the territory whose holders do the work of the authority. */
export const AUTHORITY_ROLES = ["officer", "methodologist"] as const satisfies readonly Role[];
/** Roles that run an organisation's own programme. */
const OWNER_ROLES: readonly Role[] = ["school_head", "deputy"];
/** Roles that write nothing about the territory although they see it. */
const ONLOOKERS: readonly Role[] = ["reader", "region_specialist", "region_expert"];

/**
 * Sees the obligation: viewers of the whole territory; people of the bearing organisation (but teachers) and its curators; the head and
 * deputies of the organisation whose programme it is; the person who bears it, while they belong to the territory; the person it is
 * delegated to, while they work at the bearing organisation. A token sees what its person does.
 */
export function seesObligation(actor: Actor, place: ObligationPlace): boolean {
  if (seesTerritory(actor, place.territoryId)) return true;
  if (seesOrganisation(actor, place.territoryId, place.bearerOrganisationId)) return true;
  if (runsOwner(actor, place)) return true;
  return isHandedTo(actor, place) || (isBearer(actor, place) && belongsToTerritory(actor, place.territoryId));
}

/** As `leadsOrganisation` of the owner, a token's person too. */
function runsOwner(actor: Actor, { territoryId, ownerOrganisationId: owner }: ObligationPlace): boolean {
  return owner !== null && organisationsWith(actor, territoryId, OWNER_ROLES).includes(owner);
}

function isBearer(actor: Actor, place: ObligationPlace): boolean {
  return isKnown(actor) && place.bearerPersonId === actor.personId;
}

/** The obligation was delegated to the actor, who works there still. */
function isHandedTo(actor: Actor, { territoryId, delegatedTo, ...place }: ObligationPlace): boolean {
  if (!isKnown(actor) || delegatedTo !== actor.personId) return false;
  const { organisationIds, authority } = workplacesOf(actor, territoryId);
  if (place.bearerOrganisationId !== null && organisationIds.includes(place.bearerOrganisationId)) return true;
  return authority && place.bearerOrganisationKind === "authority";
}

/** Where in the territory the actor may answer what is delegated to them: organisations, and the authority by a role at the territory. */
export function workplacesOf(
  actor: Actor,
  territoryId: Id,
): { readonly organisationIds: readonly Id[]; readonly authority: boolean } {
  const offices: readonly Role[] = AUTHORITY_ROLES;
  const authority =
    isKnown(actor) &&
    actor.assignments.some(
      (held) => held.territoryId === territoryId && held.organisationId === null && offices.includes(held.role),
    );
  return { organisationIds: organisationsWith(actor, territoryId, WORKING_ROLES), authority };
}

function organisationsWith(actor: Actor, territoryId: Id, roles: readonly Role[]): Id[] {
  if (!isKnown(actor)) return [];
  const ids = actor.assignments.flatMap((held) =>
    held.territoryId === territoryId && held.organisationId !== null && roles.includes(held.role)
      ? [held.organisationId]
      : [],
  );
  return [...new Set(ids)];
}

/** A region looks at what was sent, never into drafts of reports; inside the municipality whoever sees the obligation sees the draft too. */
export function seesDrafts(actor: Actor, territoryId: Id): boolean {
  if (actor.kind === "system") return actor.territoryId === territoryId;
  return isKnown(actor) && actor.assignments.some((held) => held.territoryId === territoryId);
}

function worksIn(actor: Actor, territoryId: Id): boolean {
  return (
    isKnown(actor) &&
    actor.assignments.some((held) => held.territoryId === territoryId && !ONLOOKERS.includes(held.role))
  );
}

/**
 * Answers it: those who speak for the organisation; the person it is delegated to, while they work there; the person who bears it,
 * while they work in the territory. Officers hold their role at the territory and answer for the authority and for the territory
 * itself; its methodologists for the methodological centre.
 */
export function reportsObligation(actor: Actor, place: ObligationPlace): boolean {
  if (actor.kind !== "person") return false;
  const { territoryId } = place;
  if (isHandedTo(actor, place) || (isBearer(actor, place) && worksIn(actor, territoryId))) return true;
  if (place.bearerKind === "person") return false;
  if (place.bearerKind !== "organisation") return leadsTerritory(actor, territoryId);
  if (speaksForOrganisation(actor, territoryId, place.bearerOrganisationId)) return true;
  if (place.bearerOrganisationKind === "authority") return leadsTerritory(actor, territoryId);
  return place.bearerOrganisationKind === "methodological_centre" && isTerritoryMethodologist(actor, territoryId);
}

/** Organisations of the territory that the actor is attached to as their curator: seen, never reported for. */
export function organisationsCurated(actor: Actor, territoryId: Id): Id[] {
  return organisationsWith(actor, territoryId, ["curator"]);
}

/** Methodologists of the whole territory, who answer for its methodological centre. */
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
  | {
      readonly kind: "some";
      /** organisations whose obligations are seen */
      readonly organisationIds: readonly Id[];
      /** organisations whose own programmes are run */
      readonly ownerIds: readonly Id[];
      /** organisations where what is delegated to the person may be answered */
      readonly workplaceIds: readonly Id[];
      readonly personId: Id;
    }
  | { readonly kind: "none" };

/** `seesObligation` for lists: which obligations of the territory the actor sees. */
export function obligationScope(actor: Actor, territoryId: Id): ObligationScope {
  if (seesTerritory(actor, territoryId)) return { kind: "all" };
  if (!isKnown(actor) || !belongsToTerritory(actor, territoryId)) return { kind: "none" };
  const { organisationIds } = workplacesOf(actor, territoryId);
  return {
    kind: "some",
    organisationIds: actor.assignments.flatMap((held) =>
      held.territoryId === territoryId && held.organisationId !== null && held.role !== "teacher"
        ? [held.organisationId]
        : [],
    ),
    ownerIds: organisationsWith(actor, territoryId, OWNER_ROLES),
    // who works for the authority by a role at the territory sees the whole of it already
    workplaceIds: organisationIds,
    personId: actor.personId,
  };
}
