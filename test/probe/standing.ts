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
/** They do the work of an organisation; a curator looks on. */
export const WORKS: readonly Role[] = [...VOICES, "teacher"];
export const DISTRICT = ["authority", "methodological_centre"];

const AT_REGION = ["administrator", "region_specialist", "region_expert", "officer", "methodologist", "reader"];
const AT_MUNICIPALITY = ["administrator", "officer", "methodologist", "authority_head", "reader"];
const AT_ORGANISATION = [
  "school_head",
  "deputy",
  "methodologist",
  "curator",
  "network_administrator",
  "community_head",
  "teacher",
];
/** An officer does not give these. */
const OF_ADMINISTRATORS = ["administrator", "region_specialist", "region_expert"];

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
  /** keeps the registry and the people of the place: its officers and administrators, those of its region */
  const administers = (persona: Persona, territoryId: Id | null): boolean =>
    holds(persona, territoryId, LEADS, null) || isOfRegion(persona, territoryId, ["administrator"]);
  const managesAt = (persona: Persona, territoryId: Id | null, organisationId: Id | null): boolean =>
    administers(persona, territoryId) ||
    (organisationId !== null && holds(persona, territoryId, ["school_head"], organisationId));
  /** administrators of the place and of its region: its own facts, and the personal data kept in it */
  const rules = (persona: Persona, territoryId: Id | null): boolean =>
    holds(persona, territoryId, ["administrator"], null) || isOfRegion(persona, territoryId, ["administrator"]);
  /** nobody gives a role where it should not stand; one that stands there all the same may be taken off */
  const mayGive = (persona: Persona, role: string, territoryId: Id | null, organisationId: Id | null): boolean => {
    const isRegion = regionOf.get(territoryId ?? "") === null;
    const fitting = organisationId ? AT_ORGANISATION : isRegion ? AT_REGION : AT_MUNICIPALITY;
    return fitting.includes(role) && mayTake(persona, role, territoryId, organisationId);
  };
  /** nobody gives a rank above their own: a head gives two inside the own school, an officer all but those that rule or look beyond */
  const mayTake = (persona: Persona, role: string, territoryId: Id | null, organisationId: Id | null): boolean => {
    if (rules(persona, territoryId)) return true;
    if (holds(persona, territoryId, ["officer"], null)) return !OF_ADMINISTRATORS.includes(role);
    return managesAt(persona, territoryId, organisationId) && (role === "deputy" || role === "teacher");
  };
  /** a watch list is kept by those who look after a municipality from day to day */
  const keepsWatch = (persona: Persona, territoryId: Id | null): boolean =>
    !!regionOf.get(territoryId ?? "") &&
    holds(
      persona,
      territoryId,
      WHOLE.filter((role) => role !== "reader"),
      null,
    );
  /** has a place of their own there, at the territory or at an organisation of it */
  const standsIn = (persona: Persona, territoryId: Id | null): boolean =>
    now(persona).some((held) => held.territoryId === territoryId);
  /** the same, and not only to look */
  const writesAt = (persona: Persona, territoryId: Id | null): boolean =>
    now(persona).some((held) => held.territoryId === territoryId && held.role !== "reader");
  /** views of lists are one's own; a shared one is for those who stand at the territory itself */
  const seesView = (persona: Persona, { personId, territoryId, state }: Kept): boolean =>
    personId === persona.personId ||
    (state === "shared" &&
      now(persona).some((held) => held.territoryId === territoryId && held.organisationId === null));
  const ownsView = (persona: Persona, { personId, territoryId }: Kept): boolean =>
    personId === persona.personId && writesAt(persona, territoryId);
  /** one shown to all an administrator of the place takes away too */
  const closesView = (persona: Persona, view: Kept): boolean =>
    ownsView(persona, view) || (view.state === "shared" && holds(persona, view.territoryId, ["administrator"], null));
  /** whoever may give every place the person has, wherever it is, governs the person's account */
  const governs = (persona: Persona, personId: Id | null): boolean => {
    const places = standings.get(personId ?? "") ?? [];
    const gives = (place: Kept) =>
      place.table === "role_assignment"
        ? mayTake(persona, place.state ?? "", place.territoryId, place.organisationId)
        : managesAt(persona, place.territoryId, place.organisationId);
    return places.length > 0 && places.every(gives);
  };
  return {
    rules,
    regionOf,
    standings,
    now,
    holds,
    isOfRegion,
    seesWhole,
    isInside,
    worksAt,
    standsAt,
    leads,
    administers,
    managesAt,
    mayGive,
    mayTake,
    governs,
    keepsWatch,
    standsIn,
    writesAt,
    seesView,
    ownsView,
    closesView,
  };
}
