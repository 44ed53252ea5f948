import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Held, Kept, Persona, Territory } from "./place.ts";
import type { Registry } from "./registry.ts";

export const WHOLE: readonly Role[] = ["administrator", "officer", "methodologist", "authority_head", "reader"];
export const REGION: readonly Role[] = ["administrator", "region_specialist", "region_expert"];
export const LEADS: readonly Role[] = ["administrator", "officer"];
export const HEADS: readonly Role[] = ["school_head", "deputy"];
export const VOICES: readonly Role[] = [
  "school_head",
  "deputy",
  "methodologist",
  "network_administrator",
  "community_head",
];
export const DISTRICT = ["authority", "methodological_centre"];

/** Who holds what where today, and where people stand: the questions that the oracle's rules are made of. */
export function standingOf(territories: readonly Territory[], registry: Registry) {
  const regionOf = new Map(territories.map((one) => [one.id, one.parentId]));
  const standings = new Map<Id, Kept[]>();
  for (const kept of [...registry.of("membership"), ...registry.of("role_assignment")])
    standings.set(kept.personId!, [...(standings.get(kept.personId!) ?? []), kept]);

  const now = (persona: Persona): readonly Held[] => persona.held.filter((held) => !held.ended);
  const holds = (
    persona: Persona,
    territoryId: Id | null,
    roles: readonly Role[],
    organisationId: Id | null,
  ): boolean =>
    now(persona).some(
      (held) => held.territoryId === territoryId && held.organisationId === organisationId && roles.includes(held.role),
    );
  const isOfRegion = (persona: Persona, territoryId: Id | null, roles: readonly Role[] = REGION): boolean => {
    const region = territoryId ? regionOf.get(territoryId) : undefined;
    return !!region && holds(persona, region, roles, null);
  };
  const seesWhole = (persona: Persona, territoryId: Id | null): boolean =>
    holds(persona, territoryId, [...WHOLE, ...REGION], null) || isOfRegion(persona, territoryId);
  const isInside = (persona: Persona, territoryId: Id | null): boolean =>
    seesWhole(persona, territoryId) || now(persona).some((held) => held.territoryId === territoryId);
  const worksAt = (persona: Persona, organisationId: Id | null): boolean =>
    organisationId !== null &&
    now(persona).some((held) => held.organisationId === organisationId && held.role !== "teacher");
  const standsAt = (persona: Persona, organisationId: Id | null): boolean =>
    organisationId !== null && now(persona).some((held) => held.organisationId === organisationId);
  const leads = (persona: Persona, territoryId: Id | null, owner: Id | null): boolean =>
    owner ? holds(persona, territoryId, HEADS, owner) : holds(persona, territoryId, LEADS, null);
  return { regionOf, standings, now, holds, isOfRegion, seesWhole, isInside, worksAt, standsAt, leads };
}
