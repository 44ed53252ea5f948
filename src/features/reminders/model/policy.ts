import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { administersTerritory, belongsToTerritory } from "#features/places/model/access.ts";

/** When they are reminded is no secret of those who are. */
export function seesReminderRules(actor: Actor, territoryId: Id): boolean {
  return belongsToTerritory(actor, territoryId);
}

/** Officers and administrators set when and of what their municipality reminds. */
export function editsReminderRules(actor: Actor, territoryId: Id): boolean {
  return administersTerritory(actor, territoryId);
}
