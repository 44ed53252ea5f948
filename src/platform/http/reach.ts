import type { Actor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { NO_REACH, type Reach } from "#platform/db/database.ts";

const REGION_ROLES: readonly Role[] = ["region_specialist", "region_expert"];

/**
 * The second wall's settings for an actor: territories read and written. A region user reads the municipalities of the region
 * and writes only the region's own rows; a token writes nothing; the worker has its one territory; the public none.
 */
export function reachOf(actor: Actor): Reach {
  if (actor.kind === "public") return NO_REACH;
  if (actor.kind === "system") return { person: undefined, reads: [actor.territoryId], writes: [actor.territoryId] };
  const reads = new Set<Id>();
  const writes = new Set<Id>();
  for (const assignment of actor.assignments) {
    reads.add(assignment.territoryId);
    if (assignment.role !== "reader") writes.add(assignment.territoryId);
    if (
      assignment.territoryKind !== "region" ||
      !(REGION_ROLES.includes(assignment.role) || assignment.role === "administrator")
    )
      continue;
    for (const [municipality, region] of Object.entries(actor.regionOf)) {
      if (region !== assignment.territoryId) continue;
      reads.add(municipality);
      if (assignment.role === "administrator") writes.add(municipality);
    }
  }
  return { person: actor.personId, reads: [...reads], writes: actor.kind === "token" ? [] : [...writes] };
}
