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

  /** the obligation that a report, or a row of it, answers */
  const answered = (kept: Kept): Kept | undefined => {
    const parent = registry.byId.get(kept.parentId ?? "");
    return parent?.table === "report" ? registry.byId.get(parent.parentId ?? "") : parent;
  };
  /** sends and withdraws: who answers the obligation; accepts, returns and opens again: who runs the programme */
  const mayMove = (persona: Persona, before: Kept | undefined, after: Kept | undefined): boolean => {
    if (!after || before?.state === after.state) return true;
    const obligation = answered(after);
    if (!obligation) return false;
    const decides = after.state === "accepted" || after.state === "returned" || before?.state === "accepted";
    return decides
      ? leads(persona, obligation.territoryId, obligation.ownerOrganisationId)
      : reports(persona, obligation);
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
        const obligation = answered(kept);
        return (
          !!obligation &&
          (reports(persona, obligation) || leads(persona, obligation.territoryId, obligation.ownerOrganisationId))
        );
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
