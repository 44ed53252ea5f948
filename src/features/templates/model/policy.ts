import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { leadsOrganisation, leadsTerritory } from "#features/places/model/access.ts";

/** Whose a template is: the territory's, or one organisation's own. */
export interface TemplateFacts {
  readonly territoryId: Id;
  readonly ownerOrganisationId: Id | null;
}

/** Organisations of the territory whose programmes the actor leads. */
export function organisationsLed(actor: Actor, territoryId: Id): Id[] {
  if (actor.kind !== "person") return [];
  const held = actor.assignments.flatMap((one) => one.organisationId ?? []);
  return [...new Set(held)].filter((id) => leadsOrganisation(actor, territoryId, id));
}

/** Whoever builds programmes somewhere in the territory may look at templates; to others there are none. */
export function usesTemplates(actor: Actor, territoryId: Id): boolean {
  return leadsTerritory(actor, territoryId) || organisationsLed(actor, territoryId).length > 0;
}

/** A template of the territory is open to all who build programmes in it, a school's own to those who lead the school. */
export function seesTemplate(actor: Actor, { territoryId, ownerOrganisationId }: TemplateFacts): boolean {
  return ownerOrganisationId === null
    ? usesTemplates(actor, territoryId)
    : leadsOrganisation(actor, territoryId, ownerOrganisationId);
}

/** Keeps and puts away templates: the same people who build the programmes they come from. */
export function keepsTemplate(actor: Actor, { territoryId, ownerOrganisationId }: TemplateFacts): boolean {
  return ownerOrganisationId === null
    ? leadsTerritory(actor, territoryId)
    : leadsOrganisation(actor, territoryId, ownerOrganisationId);
}
