import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { editsRegistry } from "#features/places/model/policy.ts";
import { leadsProgramme } from "#features/programmes/model/policy.ts";

/** Whose programme an import is to become: the territory's, or one organisation's own. */
export interface ImportFacts {
  readonly territoryId: Id;
  readonly ownerOrganisationId: Id | null;
}

/** Sees, answers and approves an import: whoever may build the programme it becomes. To others it does not exist. */
export function worksOnImport(actor: Actor, facts: ImportFacts): boolean {
  return leadsProgramme(actor, facts);
}

/** The meaning of a code is the district's: those who keep its registry may have it remembered. */
export function remembersCodes(actor: Actor, territoryId: Id): boolean {
  return editsRegistry(actor, territoryId);
}
