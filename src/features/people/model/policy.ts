import type { Actor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { administersTerritory, isKnown, seesOrganisation, seesTerritory } from "#features/places/model/access.ts";
import { addsPeople, editsTerritory } from "#features/places/model/policy.ts";

/** Where a person stands: a position or a role at an organisation, or a role at the territory itself (null). */
export interface Standing {
  readonly personId: Id;
  readonly territoryId: Id;
  readonly organisationId: Id | null;
}

/** A role as it is or would be held. */
export interface HeldRole {
  readonly role: Role;
  readonly territoryId: Id;
  readonly organisationId: Id | null;
}

/** A role, or a position in an organisation (no role). */
export interface HeldPlace {
  readonly role: Role | null;
  readonly territoryId: Id;
  readonly organisationId: Id | null;
}

const REGION_GRANTS: readonly Role[] = [
  "administrator",
  "region_specialist",
  "region_expert",
  "officer",
  "methodologist",
  "reader",
];
const MUNICIPALITY_GRANTS: readonly Role[] = ["administrator", "officer", "methodologist", "authority_head", "reader"];
const ORGANISATION_GRANTS: readonly Role[] = [
  "school_head",
  "deputy",
  "methodologist",
  "curator",
  "network_administrator",
  "community_head",
  "teacher",
];
/** Ranks that look beyond the territory or rule it: administrators alone give them. */
const ABOVE_OFFICERS: readonly Role[] = ["administrator", "region_specialist", "region_expert"];
/** What the head of an organisation hands out inside it: below the own rank. */
const HEAD_GRANTS: readonly Role[] = ["deputy", "teacher"];

/** A standing is seen by its person, by those who see the whole territory, and inside the organisation by all but teachers. */
export function seesStanding(actor: Actor, standing: Standing): boolean {
  if (isKnown(actor) && actor.personId === standing.personId) return true;
  return standing.organisationId === null
    ? seesTerritory(actor, standing.territoryId)
    : seesOrganisation(actor, standing.territoryId, standing.organisationId);
}

/** Adds and edits people standing there: whoever administers the territory, and the head of the organisation. */
export function managesStanding(actor: Actor, standing: Pick<Standing, "territoryId" | "organisationId">): boolean {
  return addsPeople(actor, standing.territoryId, standing.organisationId);
}

/** Roles that may stand at such a place at all. */
export function rolesAt(kind: "region" | "municipality", atOrganisation: boolean): readonly Role[] {
  if (atOrganisation) return ORGANISATION_GRANTS;
  return kind === "region" ? REGION_GRANTS : MUNICIPALITY_GRANTS;
}

/**
 * Gives or takes a role: nobody hands out a rank above their own. Administrators give any role of their places; officers any
 * but an administrator's and those that see every municipality of a region; a head only those below, inside the own organisation.
 */
export function grantsRole(actor: Actor, held: HeldRole): boolean {
  if (actor.kind !== "person") return false;
  if (editsTerritory(actor, held.territoryId)) return true;
  if (administersTerritory(actor, held.territoryId)) return !ABOVE_OFFICERS.includes(held.role);
  return (
    held.organisationId !== null &&
    HEAD_GRANTS.includes(held.role) &&
    addsPeople(actor, held.territoryId, held.organisationId)
  );
}

/** Roles the actor may hand out at a place, in the order of the form. */
export function grantableRoles(
  actor: Actor,
  place: { territoryId: Id; territoryKind: "region" | "municipality"; organisationId: Id | null },
): readonly Role[] {
  return rolesAt(place.territoryKind, place.organisationId !== null).filter((role) =>
    grantsRole(actor, { role, territoryId: place.territoryId, organisationId: place.organisationId }),
  );
}

/**
 * Opens, closes and recovers a person's account: only over somebody all of whose places, in every territory, are the actor's to
 * give: roles and positions alike. Otherwise the administrator of one municipality could enter another as its officer by a link
 * for a new password, or take the account of its teacher before a role is given there.
 */
export function managesAccount(actor: Actor, places: readonly HeldPlace[]): boolean {
  return places.every(({ role, ...place }) =>
    role === null ? managesStanding(actor, place) : grantsRole(actor, { ...place, role }),
  );
}
