import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { editsTerritory } from "#features/places/model/policy.ts";

/** Keeps the personal data of a territory: register, requests, papers of consent, destruction. Its administrators and those of its region. */
export function keepsPersonalData(actor: Actor, territoryId: Id): boolean {
  return editsTerritory(actor, territoryId);
}
