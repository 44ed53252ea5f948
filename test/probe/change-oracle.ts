import type { Id } from "#shared/ids.ts";
import type { Kept, Persona } from "./place.ts";
import type { Registry } from "./registry.ts";
import { HEADS, LEADS, VOICES, type standingOf } from "./standing.ts";

/** Who may change which row: the row as it was (undefined: it is new) and as it is (undefined: it is gone). */
export type MayChange = (persona: Persona, table: string, before: Kept | undefined, after: Kept | undefined) => boolean;

/** The part of the oracle that judges changes. */
export function changeOracle(
  { standings, now, holds, isOfRegion, isInside, leads }: ReturnType<typeof standingOf>,
  registry: Registry,
): MayChange {
  const administers = (persona: Persona, territoryId: Id | null): boolean =>
    holds(persona, territoryId, LEADS, null) || isOfRegion(persona, territoryId, ["administrator"]);
  const managesAt = (persona: Persona, territoryId: Id | null, organisationId: Id | null): boolean =>
    administers(persona, territoryId) ||
    (organisationId !== null && holds(persona, territoryId, ["school_head"], organisationId));
  const reports = (persona: Persona, kept: Kept): boolean => {
    if (kept.delegatedTo === persona.personId || kept.personId === persona.personId)
      return isInside(persona, kept.territoryId);
    if (kept.organisationId === null) return holds(persona, kept.territoryId, LEADS, null);
    if (holds(persona, kept.territoryId, VOICES, kept.organisationId)) return true;
    if (kept.organisationKind === "authority") return holds(persona, kept.territoryId, LEADS, null);
    return (
      kept.organisationKind === "methodological_centre" && holds(persona, kept.territoryId, ["methodologist"], null)
    );
  };

  /** the obligations that a report, or a row of it, answers: those known of it, else the one that came with it */
  const answered = (kept: Kept): readonly Kept[] => {
    const parent = registry.byId.get(kept.parentId ?? "");
    const reportId = kept.table === "report" ? kept.id : parent?.table === "report" ? parent.id : undefined;
    const known = registry.of("report").filter(({ id }) => id === reportId);
    if (known.length === 0) return parent?.table === "obligation" ? [parent] : [];
    return known.flatMap(({ parentId }) => registry.byId.get(parentId ?? "") ?? []);
  };
  const answersAll = (obligations: readonly Kept[], does: (obligation: Kept) => boolean): boolean =>
    obligations.length > 0 && obligations.every(does);
  const runs = (persona: Persona, one: Kept): boolean => leads(persona, one.territoryId, one.ownerOrganisationId);
  /**
   * Sends and withdraws: who answers every obligation; accepts, returns and opens again: who runs the programme of each, but not whoever
   * wrote it: everywhere in this world there is another.
   */
  const mayMove = (persona: Persona, before: Kept | undefined, after: Kept | undefined): boolean => {
    if (!after || before?.state === after.state) return true;
    const decides = after.state === "accepted" || after.state === "returned" || before?.state === "accepted";
    if (decides && after.personId === persona.personId) return false;
    return answersAll(answered(after), (one) => (decides ? runs(persona, one) : reports(persona, one)));
  };

  const mayTouch = (persona: Persona, table: string, kept: Kept, isNew: boolean): boolean => {
    switch (table) {
      case "programme":
      case "roadmap":
      case "section":
      case "measure":
      case "measure_party":
      case "measure_paper":
      case "planned_value":
      case "planned_year":
      case "programme_change":
      case "redaction":
      case "document_import":
      case "programme_template":
        return leads(persona, kept.territoryId, kept.ownerOrganisationId);
      case "obligation":
        return (
          leads(persona, kept.territoryId, kept.ownerOrganisationId) ||
          holds(persona, kept.territoryId, HEADS, kept.organisationId) ||
          reports(persona, kept)
        );
      case "report":
      case "report_obligation":
      case "report_value":
      case "report_step":
      case "evidence": {
        return answersAll(answered(kept), (one) => reports(persona, one) || runs(persona, one));
      }
      case "stored_file":
        return now(persona).some((held) => held.territoryId === kept.territoryId && held.role !== "reader");
      case "paper":
        return (
          holds(persona, kept.territoryId, [...LEADS, "methodologist"], null) ||
          (kept.organisationId !== null && holds(persona, kept.territoryId, VOICES, kept.organisationId))
        );
      case "phone_call":
        return holds(persona, kept.territoryId, LEADS, null);
      case "notice":
        return kept.personId === persona.personId || (isNew && isInside(persona, kept.territoryId));
      case "designation":
      case "organisation":
      case "role_code":
      case "school_calendar":
        return administers(persona, kept.territoryId);
      case "territory":
        return (
          holds(persona, kept.id, ["administrator"], null) ||
          isOfRegion(persona, kept.id, ["administrator"]) ||
          (isNew && holds(persona, kept.parentId, ["administrator"], null))
        );
      case "membership":
        return managesAt(persona, kept.territoryId, kept.organisationId);
      case "role_assignment":
        return managesAt(persona, kept.territoryId, kept.organisationId);
      case "person":
      case "account": {
        if (isNew) return now(persona).some((held) => LEADS.includes(held.role) || held.role === "school_head");
        const places = standings.get(kept.personId!) ?? [];
        const asked = table === "account" ? places.every.bind(places) : places.some.bind(places);
        return asked((place) => managesAt(persona, place.territoryId, place.organisationId));
      }
      case "credential":
        return kept.personId === persona.personId;
      // whoever may close an account ends its sessions
      case "session":
      case "sign_in_link": {
        if (table === "session" && kept.personId === persona.personId) return true;
        const places = standings.get(kept.personId!) ?? [];
        return places.every((place) => managesAt(persona, place.territoryId, place.organisationId));
      }
      default:
        throw new Error(`the oracle knows nothing of changes in ${table}`);
    }
  };

  return (persona, table, before, after) => {
    if (table === "journal" || table === "idempotency") return true;
    if (persona.kind !== "person") return false;
    if (table === "report" && !mayMove(persona, before, after)) return false;
    return [before, after].every((kept) => !kept || mayTouch(persona, table, kept, before === undefined));
  };
}
