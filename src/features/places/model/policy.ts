import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { administersTerritory, belongsToTerritory } from "./access.ts";

/** The registry of organisations is open to everyone who has a role in the territory, and to its region's users. */
export function seesRegistry(actor: Actor, territoryId: Id): boolean {
  return belongsToTerritory(actor, territoryId);
}

/** Organisations, designations, the dictionary: officers and administrators. */
export function editsRegistry(actor: Actor, territoryId: Id): boolean {
  return administersTerritory(actor, territoryId);
}

/** Municipalities are added by administrators of the region itself. */
export function addsMunicipality(actor: Actor, regionId: Id): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some(
      (held) =>
        held.role === "administrator" &&
        held.organisationId === null &&
        held.territoryKind === "region" &&
        held.territoryId === regionId,
    )
  );
}

/** A territory's own facts: its administrators and those of its region; an officer keeps the registry, not the name of the place. */
export function editsTerritory(actor: Actor, territoryId: Id): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some(
      (held) =>
        held.role === "administrator" &&
        held.organisationId === null &&
        (held.territoryId === territoryId || actor.regionOf[territoryId] === held.territoryId),
    )
  );
}

/** Puts people into an organisation: those who administer the territory, and the head of that organisation. */
export function addsPeople(actor: Actor, territoryId: Id, organisationId: Id | null): boolean {
  if (administersTerritory(actor, territoryId)) return true;
  return (
    actor.kind === "person" &&
    organisationId !== null &&
    actor.assignments.some(
      (held) =>
        held.role === "school_head" && held.territoryId === territoryId && held.organisationId === organisationId,
    )
  );
}
