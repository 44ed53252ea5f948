import type { dutiesOf } from "./duties.ts";
import type { Kept, Persona } from "./place.ts";
import { HEADS, LEADS, type standingOf } from "./standing.ts";

/** Who may change which row: the row as it was (undefined: it is new) and as it is (undefined: it is gone). */
export type MayChange = (persona: Persona, table: string, before: Kept | undefined, after: Kept | undefined) => boolean;

/** What the program notes for itself whoever asks: that something was asked, tried, or is to be sent. */
const KEPT_BY_PROGRAM = [
  "journal",
  "journal_origin",
  "journal_personal",
  "journal_unsealed",
  "idempotency",
  "guess",
  "letter",
];

/** The tables of what the program notes, with the parts they are kept in. */
export function isKeptByProgram(table: string): boolean {
  return table !== "letter_choice" && KEPT_BY_PROGRAM.some((one) => table.startsWith(one));
}

/** The part of the oracle that judges changes. */
export function changeOracle(
  standing: ReturnType<typeof standingOf>,
  { reports, runs, answersAll, writesPaper }: ReturnType<typeof dutiesOf>,
): MayChange {
  const {
    standings,
    regionOf,
    now,
    holds,
    isInside,
    leads,
    administers,
    managesAt,
    mayGive,
    mayTake,
    rules,
    governs,
    keepsWatch,
    closesView,
  } = standing;
  /**
   * Sends and withdraws: who answers every obligation; accepts, returns and opens again: who runs the programme of each, but not whoever
   * wrote it: everywhere in this world there is another.
   */
  const mayMove = (persona: Persona, before: Kept | undefined, after: Kept | undefined): boolean => {
    if (!after || before?.state === after.state) return true;
    const decides = after.state === "accepted" || after.state === "returned" || before?.state === "accepted";
    if (decides && after.personId === persona.personId) return false;
    return answersAll(after, (one) => (decides ? runs(persona, one) : reports(persona, one)));
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
      case "saved_remark":
      case "pause":
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
        return answersAll(kept, (one) => reports(persona, one) || runs(persona, one));
      }
      case "stored_file":
        // put up and cited by nothing yet, it is its person's alone
        if (!isNew && kept.parentId === null && kept.personId !== persona.personId) return false;
        return now(persona).some((held) => held.territoryId === kept.territoryId && held.role !== "reader");
      case "file_upload":
        if (kept.personId !== persona.personId) return false;
        return now(persona).some((held) => held.territoryId === kept.territoryId && held.role !== "reader");
      // whose file it is a part of, its row does not say
      case "file_upload_part":
        return now(persona).some((held) => held.territoryId === kept.territoryId && held.role !== "reader");
      case "paper":
        return writesPaper(persona, kept.territoryId, kept.organisationId);
      case "saved_view":
        return closesView(persona, kept);
      case "watch":
        return kept.personId === persona.personId && keepsWatch(persona, kept.territoryId);
      case "phone_call":
        return holds(persona, kept.territoryId, LEADS, null);
      case "notice":
        return kept.personId === persona.personId || (isNew && isInside(persona, kept.territoryId));
      case "designation":
      case "organisation":
      case "role_code":
      case "school_calendar":
      case "reminder_rules":
        return administers(persona, kept.territoryId);
      case "territory":
        return (
          rules(persona, kept.id) ||
          (isNew &&
            regionOf.get(kept.parentId ?? "") === null &&
            holds(persona, kept.parentId, ["administrator"], null))
        );
      case "membership":
        return managesAt(persona, kept.territoryId, kept.organisationId);
      // one's own role is not taken off by oneself
      case "role_assignment":
        return (
          (isNew || kept.personId !== persona.personId) &&
          (isNew ? mayGive : mayTake)(persona, kept.state ?? "", kept.territoryId, kept.organisationId)
        );
      case "person":
      case "account":
        if (isNew && !standings.has(kept.personId ?? ""))
          return now(persona).some((held) => LEADS.includes(held.role) || held.role === "school_head");
        // one's own phone is one's own to correct, one's own account is not one's to close
        if (kept.personId === persona.personId) return table === "person";
        return governs(persona, kept.personId);
      case "credential":
        return kept.personId === persona.personId;
      // whoever may close an account ends its sessions and what was given out for it
      case "session":
      case "sign_in_step":
      case "access_token":
        return (table !== "access_token" && kept.personId === persona.personId) || governs(persona, kept.personId);
      case "letter_choice":
        return kept.personId === persona.personId;
      case "calendar_feed":
      case "second_factor":
      case "second_factor_offer":
      case "recovery_code":
      case "foreign_identity":
        return kept.personId === persona.personId || (!isNew && governs(persona, kept.personId));
      // whoever gives a place makes the links lying about worthless; a new one is made by those who govern
      case "sign_in_link":
        return isNew
          ? governs(persona, kept.personId)
          : kept.personId === persona.personId ||
              (standings.get(kept.personId ?? "") ?? []).some((one) =>
                managesAt(persona, one.territoryId, one.organisationId),
              );
      // one's own, and those that keepers of personal data enter from paper, answer and destroy
      case "consent":
      case "data_request":
        return (
          rules(persona, kept.territoryId) ||
          (kept.personId === persona.personId && isInside(persona, kept.territoryId))
        );
      case "destruction":
        return rules(persona, kept.territoryId);
      // of a new table nobody has said yet who may change it
      default:
        return false;
    }
  };

  return (persona, table, before, after) => {
    if (isKeptByProgram(table)) return true;
    if (persona.kind !== "person") return false;
    if (table === "report" && !mayMove(persona, before, after)) return false;
    return [before, after].every((kept) => !kept || mayTouch(persona, table, kept, before === undefined));
  };
}
