import type { Actor, Assignment, KnownActor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";

/**
 * Who stands where: the pure questions that every slice's policy is made of.
 * A role held at a territory reaches all of it; a role held at an organisation reaches that organisation.
 * Region roles reach the municipalities of their region for reading.
 */

/** Roles that see a whole territory when held at it. */
const TERRITORY_VIEW: readonly Role[] = ["administrator", "officer", "methodologist", "authority_head", "reader"];
const REGION_VIEW: readonly Role[] = ["administrator", "region_specialist", "region_expert"];
/** Roles that build and run programmes of a territory. */
const TERRITORY_LEAD: readonly Role[] = ["administrator", "officer"];
/** Roles that answer for an organisation. */
const ORGANISATION_LEAD: readonly Role[] = ["school_head", "deputy"];
const ORGANISATION_VOICE: readonly Role[] = [
  "school_head",
  "deputy",
  "network_administrator",
  "community_head",
  "methodologist",
];

export function isKnown(actor: Actor): actor is KnownActor {
  return actor.kind === "person" || actor.kind === "token";
}

function some(actor: Actor, test: (assignment: Assignment) => boolean): boolean {
  return isKnown(actor) && actor.assignments.some(test);
}

/** Sees every programme, obligation and report of the territory. */
export function seesTerritory(actor: Actor, territoryId: Id): boolean {
  if (actor.kind === "system") return actor.territoryId === territoryId;
  return some(
    actor,
    (held) =>
      held.organisationId === null &&
      ((held.territoryId === territoryId && (TERRITORY_VIEW.includes(held.role) || REGION_VIEW.includes(held.role))) ||
        (isKnown(actor) && actor.regionOf[territoryId] === held.territoryId && REGION_VIEW.includes(held.role))),
  );
}

/** Builds programmes, accepts reports, moves dates: officers and administrators of the territory. */
export function leadsTerritory(actor: Actor, territoryId: Id): boolean {
  if (actor.kind === "system") return actor.territoryId === territoryId;
  return actor.kind === "person" && leadsFrom(actor.assignments, territoryId);
}

/** The same by the roles somebody holds. */
export function leadsFrom(
  held: readonly Pick<Assignment, "role" | "territoryId" | "organisationId">[],
  territoryId: Id,
): boolean {
  return held.some(
    (one) => one.organisationId === null && one.territoryId === territoryId && TERRITORY_LEAD.includes(one.role),
  );
}

/** Sets up organisations, people and roles of the territory, or of a municipality in an administrator's region. */
export function administersTerritory(actor: Actor, territoryId: Id): boolean {
  if (actor.kind === "system") return actor.territoryId === territoryId;
  if (actor.kind !== "person") return false;
  return actor.assignments.some(
    (held) =>
      held.organisationId === null &&
      ((held.territoryId === territoryId && TERRITORY_LEAD.includes(held.role)) ||
        (held.role === "administrator" && actor.regionOf[territoryId] === held.territoryId)),
  );
}

/** A role at that very organisation, in that very territory. */
function isHeldAt(held: Assignment, territoryId: Id, organisationId: Id): boolean {
  return held.territoryId === territoryId && held.organisationId === organisationId;
}

/** Writes the programmes that the organisation itself owns and delegates inside it: its head and deputies. */
export function leadsOrganisation(actor: Actor, territoryId: Id, organisationId: Id | null): boolean {
  if (actor.kind !== "person" || organisationId === null) return false;
  return actor.assignments.some(
    (held) => isHeldAt(held, territoryId, organisationId) && ORGANISATION_LEAD.includes(held.role),
  );
}

/** Reports for the organisation. A teacher reports only what was delegated. */
export function speaksForOrganisation(actor: Actor, territoryId: Id, organisationId: Id | null): boolean {
  if (actor.kind !== "person" || organisationId === null) return false;
  return actor.assignments.some(
    (held) => isHeldAt(held, territoryId, organisationId) && ORGANISATION_VOICE.includes(held.role),
  );
}

/** Sees what the organisation owes and reports: anyone of it but teachers, and curators attached to it. */
export function seesOrganisation(actor: Actor, territoryId: Id, organisationId: Id | null): boolean {
  if (seesTerritory(actor, territoryId)) return true;
  return (
    organisationId !== null &&
    some(actor, (held) => isHeldAt(held, territoryId, organisationId) && held.role !== "teacher")
  );
}

/** Territories seen whole, for scoping lists in SQL. */
export function territoriesSeen(actor: Actor): Id[] {
  if (actor.kind === "system") return [actor.territoryId];
  if (!isKnown(actor)) return [];
  const ids = new Set([...actor.assignments.map((held) => held.territoryId), ...Object.keys(actor.regionOf)]);
  return [...ids].filter((id) => seesTerritory(actor, id));
}

/** Organisations in which the actor holds a role, with those a curator is attached to. */
export function organisationsSeen(actor: Actor): Id[] {
  if (!isKnown(actor)) return [];
  return [
    ...new Set(
      actor.assignments
        .filter((held) => held.organisationId !== null && held.role !== "teacher")
        .map((held) => held.organisationId!),
    ),
  ];
}

/** Organisations in which the actor holds any role, a teacher's included. */
export function organisationsBelonged(actor: Actor): Id[] {
  if (!isKnown(actor)) return [];
  return [
    ...new Set(actor.assignments.filter((held) => held.organisationId !== null).map((held) => held.organisationId!)),
  ];
}

/** Whether the actor has any role in the territory. */
export function belongsToTerritory(actor: Actor, territoryId: Id): boolean {
  return seesTerritory(actor, territoryId) || some(actor, (held) => held.territoryId === territoryId);
}
