import type { Actor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { isKnown } from "#features/places/model/access.ts";
import { editsTerritory } from "#features/places/model/policy.ts";

/** Keeps the personal data of a territory: register, requests, papers of consent, destruction. Its administrators and those of its region. */
export function keepsPersonalData(actor: Actor, territoryId: Id): boolean {
  return editsTerritory(actor, territoryId);
}

/** Roles at a municipality or a region whose holders work in its authority. */
const AUTHORITY: readonly Role[] = ["administrator", "officer", "authority_head", "region_specialist"];

/** Those to whom a consent lets the phone be shown (`CONSENT_WORDINGS`): people of the person's organisations and of the authority. */
export function isColleague(actor: Actor, territoryId: Id, organisationIds: readonly (Id | null)[]): boolean {
  return (
    isKnown(actor) &&
    actor.assignments.some(
      (held) =>
        held.territoryId === territoryId &&
        (held.organisationId === null ? AUTHORITY.includes(held.role) : organisationIds.includes(held.organisationId)),
    )
  );
}
