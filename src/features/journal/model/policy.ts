import type { Actor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { isKnown } from "#features/places/model/access.ts";

const AT_TERRITORY: readonly Role[] = ["administrator", "authority_head"];

/**
 * Searches the whole journal of a territory: its head and administrators, the administrator of its region, and of the region's own
 * journal its specialists too.
 */
export function searchesJournal(actor: Actor, territoryId: Id): boolean {
  if (!isKnown(actor)) return false;
  return actor.assignments.some(({ role, territoryId: at, territoryKind, organisationId }) => {
    if (organisationId !== null) return false;
    if (at === territoryId)
      return AT_TERRITORY.includes(role) || (territoryKind === "region" && role === "region_specialist");
    return role === "administrator" && actor.regionOf[territoryId] === at;
  });
}

/** Sees the addresses that people worked from: administrators alone. */
export function seesAddresses(actor: Actor, territoryId: Id): boolean {
  if (!isKnown(actor)) return false;
  return actor.assignments.some(
    ({ role, territoryId: at, organisationId }) =>
      role === "administrator" && organisationId === null && (at === territoryId || actor.regionOf[territoryId] === at),
  );
}
