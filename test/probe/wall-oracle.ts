import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Oracle } from "./oracle.ts";
import { isKeptByProgram } from "./change-oracle.ts";
import type { Kept, Persona, Territory } from "./place.ts";
import type { Surroundings } from "./requests.ts";

const REGION: readonly Role[] = ["administrator", "region_specialist", "region_expert"];
/** Rows of people and of their accounts. */
const OF_PEOPLE = [
  "person",
  "account",
  "session",
  "access_token",
  "credential",
  "sign_in_link",
  "calendar_feed",
  "letter_choice",
  "sign_in_step",
  "second_factor",
  "second_factor_offer",
  "recovery_code",
  "foreign_identity",
];
/** What everybody may read: the registry of organisations and the list of territories are published. */
const PUBLISHED = ["organisation", "territory"];

/**
 * What the database alone must hold with every check of the program answering yes: nobody reads or writes beyond their territories.
 * Inside one it is the program that decides (decision 004).
 */
export function wallOracle({ territories, registry }: Pick<Surroundings, "territories" | "registry">): Oracle {
  const standings = new Map<Id, Kept[]>();
  for (const kept of [...registry.of("membership"), ...registry.of("role_assignment")])
    standings.set(kept.personId!, [...(standings.get(kept.personId!) ?? []), kept]);
  const reach = (persona: Persona, isWrite: boolean): ReadonlySet<Id> =>
    new Set(reachesOf(persona, territories)[isWrite ? "writes" : "reads"]);
  const parentOf = new Map(territories.map((one) => [one.id, one.parentId]));
  /** a person belongs to the territories where they stand; those of a region act in its municipalities */
  const stands = (personId: Id | null, within: ReadonlySet<Id>): boolean =>
    (standings.get(personId ?? "") ?? []).some(
      ({ territoryId }) => within.has(territoryId!) || [...within].some((id) => parentOf.get(id) === territoryId),
    );
  const isWithin = (persona: Persona, table: string, kept: Kept, within: ReadonlySet<Id>): boolean => {
    if (kept.personId !== null && kept.personId === persona.personId) return true;
    if (OF_PEOPLE.includes(table)) return stands(kept.personId, within);
    return kept.territoryId === null || within.has(kept.territoryId);
  };
  return {
    sees: (persona, kept) =>
      PUBLISHED.includes(kept.table) || isWithin(persona, kept.table, kept, reach(persona, false)),
    mayCall: () => false,
    mayAsk: () => undefined,
    mayTell: () => undefined,
    mayChange(persona, table, before, after) {
      if (isKeptByProgram(table)) return true;
      const within = reach(persona, true);
      return [before, after].every(
        (kept) =>
          !kept || (before === undefined && kept.territoryId === null) || isWithin(persona, table, kept, within),
      );
    },
  };
}

/** Territories that a persona reads and writes by the roles held today, as decision 004 says it. */
export function reachesOf(
  { held }: Persona,
  territories: readonly Territory[],
): { readonly reads: readonly Id[]; readonly writes: readonly Id[] } {
  const now = held.filter((one) => !one.ended);
  const below = (roles: readonly Role[]) => {
    const regions = now.filter(({ role }) => roles.includes(role)).map((one) => one.territoryId);
    return territories.filter(({ parentId }) => parentId !== null && regions.includes(parentId)).map((one) => one.id);
  };
  const writing = now.filter(({ role }) => role !== "reader");
  return {
    reads: [...new Set([...now.map((one) => one.territoryId), ...below(REGION)])],
    writes: [...new Set([...writing.map((one) => one.territoryId), ...below(["administrator"])])],
  };
}
