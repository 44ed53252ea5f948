import type { Id } from "#shared/ids.ts";
import type { Kept, Persona } from "./place.ts";
import type { Registry } from "./registry.ts";
import { HEADS, LEADS, VOICES, WORKS, type standingOf } from "./standing.ts";

const ONLOOKERS = ["reader", "region_specialist", "region_expert"];

/** Who answers for what is owed, hands it on, runs the programme it comes from, writes papers: what both changes and offers are judged by. */
export function dutiesOf({ now, holds, leads }: ReturnType<typeof standingOf>, registry: Registry) {
  const isHandedTo = (persona: Persona, kept: Kept): boolean =>
    kept.delegatedTo !== null &&
    kept.delegatedTo === persona.personId &&
    (holds(persona, kept.territoryId, WORKS, kept.organisationId) ||
      (kept.organisationKind === "authority" && holds(persona, kept.territoryId, ["officer", "methodologist"], null)));
  const isBorneBy = (persona: Persona, kept: Kept): boolean =>
    kept.personId !== null &&
    kept.personId === persona.personId &&
    now(persona).some((held) => held.territoryId === kept.territoryId && !ONLOOKERS.includes(held.role));
  const reports = (persona: Persona, kept: Kept): boolean => {
    if (isHandedTo(persona, kept) || (kept.table === "obligation" && isBorneBy(persona, kept))) return true;
    if (kept.organisationId === null) return kept.state !== "person" && holds(persona, kept.territoryId, LEADS, null);
    if (holds(persona, kept.territoryId, VOICES, kept.organisationId)) return true;
    if (kept.organisationKind === "authority") return holds(persona, kept.territoryId, LEADS, null);
    return (
      kept.organisationKind === "methodological_centre" && holds(persona, kept.territoryId, ["methodologist"], null)
    );
  };
  const delegates = (persona: Persona, kept: Kept): boolean =>
    holds(persona, kept.territoryId, HEADS, kept.organisationId) ||
    (kept.organisationKind === "authority" && holds(persona, kept.territoryId, LEADS, null));
  const runs = (persona: Persona, one: Kept): boolean => leads(persona, one.territoryId, one.ownerOrganisationId);

  /** the obligations that a report, or a row of it, answers: those known of it, else the one that came with it */
  const answered = (kept: Kept): readonly Kept[] => {
    const parent = registry.byId.get(kept.parentId ?? "");
    const reportId = kept.table === "report" ? kept.id : parent?.table === "report" ? parent.id : undefined;
    const known = registry.of("report").filter(({ id }) => id === reportId);
    if (known.length === 0) return parent?.table === "obligation" ? [parent] : [];
    return known.flatMap(({ parentId }) => registry.byId.get(parentId ?? "") ?? []);
  };
  const answersAll = (kept: Kept, does: (obligation: Kept) => boolean): boolean => {
    const obligations = answered(kept);
    return obligations.length > 0 && obligations.every(does);
  };
  const writesPaper = (persona: Persona, territoryId: Id | null, issuerId: Id | null): boolean =>
    holds(persona, territoryId, [...LEADS, "methodologist"], null) ||
    (issuerId !== null && holds(persona, territoryId, VOICES, issuerId));
  const builds = (persona: Persona, territoryId: unknown): boolean =>
    now(persona).some(
      (held) =>
        held.territoryId === territoryId &&
        (held.organisationId ? HEADS.includes(held.role) : LEADS.includes(held.role)),
    );
  return { isHandedTo, reports, delegates, runs, answersAll, writesPaper, builds };
}
