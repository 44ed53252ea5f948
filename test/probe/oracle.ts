import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { askOracle, type MayAsk } from "./asks.ts";
import { changeOracle, type MayChange } from "./change-oracle.ts";
import { dutiesOf } from "./duties.ts";
import { tellOracle, type MayTell } from "./tells.ts";
import { grouped } from "#shared/grouped.ts";
import type { Kept, Persona, Territory } from "./place.ts";
import type { Registry } from "./registry.ts";
import { DISTRICT, HEADS, LEADS, standingOf, WHOLE } from "./standing.ts";

const AUTHORITY: readonly Role[] = ["administrator", "officer", "authority_head", "region_specialist"];

/**
 * Who may see which row and who may change it: the rules of decision 004 and of the product in plain loops. It shares nothing with the
 * program's policies, so a fault in one is not repeated in the other.
 */
export interface Oracle {
  sees(persona: Persona, kept: Kept): boolean;
  readonly mayChange: MayChange;
  readonly mayAsk: MayAsk;
  readonly mayTell: MayTell;
  /** the phone of who has agreed to it is shown to people of their organisation and of the authority */
  mayCall(persona: Persona, kept: Kept): boolean;
}

export function makeOracle(territories: readonly Territory[], registry: Registry): Oracle {
  const standing = standingOf(territories, registry);
  const { regionOf, standings, now, holds, seesWhole, isInside, worksAt, standsAt, leads, rules, governs } = standing;
  const { seesView } = standing;
  const duties = dutiesOf(standing, registry);
  const obligations = grouped(registry.of("obligation"), (kept) => kept.programmeId ?? "");
  /** whoever owes something by a programme reads its name and the measure's, whosever the programme is */
  const owesBy = (persona: Persona, { programmeId, measureId }: Kept): boolean =>
    (obligations.get(programmeId ?? "") ?? []).some(
      (one) => (measureId === null || one.measureId === measureId) && seesObligation(persona, one),
    );
  const seesProgramme = (persona: Persona, kept: Kept): boolean => seesDocument(persona, kept) || owesBy(persona, kept);
  const seesDocument = (persona: Persona, { territoryId, ownerOrganisationId: owner, state }: Kept): boolean => {
    if (owner === null)
      return state === "draft" ? holds(persona, territoryId, WHOLE, null) : isInside(persona, territoryId);
    if (state === "draft") return holds(persona, territoryId, LEADS, null) || holds(persona, territoryId, HEADS, owner);
    return seesWhole(persona, territoryId) || standsAt(persona, owner);
  };
  const seesObligation = (persona: Persona, kept: Kept): boolean =>
    seesWhole(persona, kept.territoryId) ||
    worksAt(persona, kept.organisationId) ||
    (kept.ownerOrganisationId !== null && holds(persona, kept.territoryId, HEADS, kept.ownerOrganisationId)) ||
    (isInside(persona, kept.territoryId) && persona.personId !== null && kept.personId === persona.personId) ||
    duties.isHandedTo(persona, kept);
  const seesReport = (persona: Persona, kept: Kept): boolean => {
    if (kept.state === "draft" && !now(persona).some((held) => held.territoryId === kept.territoryId)) return false;
    if (kept.personId === persona.personId && isInside(persona, kept.territoryId)) return true;
    return seesObligation(persona, { ...kept, personId: null });
  };
  const seesPaper = (persona: Persona, kept: Kept): boolean =>
    seesWhole(persona, kept.territoryId) ||
    (isInside(persona, kept.territoryId) &&
      (kept.organisationId === null ||
        DISTRICT.includes(kept.organisationKind ?? "") ||
        standsAt(persona, kept.organisationId)));
  const seesStanding = (persona: Persona, kept: Kept): boolean =>
    kept.personId === persona.personId || seesWhole(persona, kept.territoryId) || worksAt(persona, kept.organisationId);
  /** the name of a colleague of the territory stands under papers and reports; what is behind it does not */
  const meets = (persona: Persona, personId: Id | null): boolean =>
    personId === persona.personId ||
    (standings.get(personId ?? "") ?? []).some(
      ({ territoryId }) =>
        isInside(persona, territoryId) || now(persona).some((held) => regionOf.get(held.territoryId) === territoryId),
    );

  /** whose work lies in a territory where they stand no more, or never stood: their name stands by it */
  const strays = grouped(
    [...registry.of("obligation"), ...registry.of("report")].flatMap((kept) =>
      [kept.personId, kept.delegatedTo].flatMap((id) => (id ? [{ id, kept }] : [])),
    ),
    ({ id }) => id,
  );
  const readsWorkOf = (persona: Persona, personId: Id | null): boolean =>
    (strays.get(personId ?? "") ?? []).some(({ kept }) => sees(persona, kept));

  const sees = (persona: Persona, kept: Kept): boolean => {
    switch (kept.table) {
      case "programme":
      case "roadmap":
      case "section":
      case "measure":
      case "planned_value":
      case "measure_party":
      case "pause":
        return seesProgramme(persona, kept);
      case "programme_change":
      case "redaction":
        return seesDocument(persona, kept);
      case "obligation":
        return seesObligation(persona, kept);
      case "report":
        return seesReport(persona, kept);
      case "evidence":
      case "report_step":
        return seesReport(persona, registry.byId.get(kept.parentId!)!);
      case "stored_file":
        return kept.parentId
          ? sees(persona, registry.byId.get(kept.parentId)!)
          : kept.personId === persona.personId && isInside(persona, kept.territoryId);
      case "file_upload":
        return (
          kept.personId === persona.personId &&
          now(persona).some((held) => held.territoryId === kept.territoryId && held.role !== "reader")
        );
      case "paper":
        return seesPaper(persona, kept);
      case "document_import":
        return leads(persona, kept.territoryId, kept.ownerOrganisationId);
      case "programme_template":
        return kept.ownerOrganisationId
          ? leads(persona, kept.territoryId, kept.ownerOrganisationId)
          : now(persona).some(
              (held) =>
                held.territoryId === kept.territoryId &&
                (held.organisationId ? HEADS.includes(held.role) : LEADS.includes(held.role)),
            );
      case "saved_remark":
        return leads(persona, kept.territoryId, kept.ownerOrganisationId);
      case "saved_view":
        return seesView(persona, kept);
      case "watch":
        return kept.personId === persona.personId;
      case "phone_call":
        return seesWhole(persona, kept.territoryId);
      case "data_request":
      case "consent":
      case "destruction":
        return (kept.table !== "destruction" && kept.personId === persona.personId) || rules(persona, kept.territoryId);
      case "notice":
      case "session":
        return kept.personId === persona.personId;
      case "account":
        // a login, a phone number: for oneself, for whoever governs every place of the person, for keepers of personal data
        return (
          kept.personId === persona.personId ||
          governs(persona, kept.personId) ||
          (standings.get(kept.personId ?? "") ?? []).some((one) => rules(persona, one.territoryId))
        );
      case "person":
        return meets(persona, kept.personId) || readsWorkOf(persona, kept.personId);
      case "membership":
      case "role_assignment":
        return seesStanding(persona, kept);
      case "designation":
      case "organisation":
        return isInside(persona, kept.territoryId);
      case "territory":
        return isInside(persona, kept.id) || now(persona).some((held) => regionOf.get(held.territoryId) === kept.id);
      default:
        throw new Error(`the oracle knows nothing of ${kept.table}`);
    }
  };

  const mayCall = (persona: Persona, { personId }: Kept): boolean =>
    registry
      .of("consent")
      .some(
        (consent) =>
          consent.personId === personId &&
          (holds(persona, consent.territoryId, AUTHORITY, null) ||
            (standings.get(personId!) ?? []).some(
              ({ organisationId, isOver }) => !isOver && standsAt(persona, organisationId),
            )),
      );

  return {
    sees,
    mayCall,
    mayChange: changeOracle(standing, duties),
    mayAsk: askOracle(standing, duties, registry),
    mayTell: tellOracle(standing, duties, registry),
  };
}
