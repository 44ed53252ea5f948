import type { Actor, Assignment, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { isKnown, leadsOrganisation, leadsTerritory, territoriesSeen } from "#features/places/model/access.ts";
import { isEditable } from "./lifecycle.ts";
import type { ProgrammeStatus } from "./words.ts";

/** What of a programme decides who sees and changes it. */
export interface ProgrammeFacts {
  readonly territoryId: Id;
  /** the school whose own programme it is; null: the territory's */
  readonly ownerOrganisationId: Id | null;
  readonly status: ProgrammeStatus;
}

/** Roles at a territory that see its drafts; region roles see what is approved. */
const SEES_DRAFTS: readonly Role[] = ["administrator", "officer", "methodologist", "authority_head", "reader"];
/** Roles at a territory that see the drafts of its schools, to help with them. */
const SEES_SCHOOL_DRAFTS: readonly Role[] = ["administrator", "officer"];
const LEADS_SCHOOL: readonly Role[] = ["school_head", "deputy"];

/**
 * Which programmes an actor sees, as lists of places: the one statement of the rule, from which both the answer for one programme
 * and the SQL of a list are made.
 *
 * An approved programme of a territory is an official paper of the district, so everybody with a role in the district sees it,
 * whether or not their organisation is named in it; what each one owes and reports is guarded by those slices. A school's own
 * programme is seen by its people, its curators and by those who see the whole territory. Drafts are seen by those who work on them.
 */
export interface ProgrammeReach {
  /** drafts of these territories */
  readonly draftTerritories: readonly Id[];
  /** approved programmes of these territories */
  readonly territories: readonly Id[];
  /** approved programmes of every school of these territories */
  readonly schoolTerritories: readonly Id[];
  /** drafts of every school of these territories */
  readonly schoolDraftTerritories: readonly Id[];
  /** approved programmes of these organisations */
  readonly organisations: readonly Id[];
  /** drafts of these organisations */
  readonly draftOrganisations: readonly Id[];
}

export function programmeReach(actor: Actor): ProgrammeReach {
  if (actor.kind === "system") {
    const own = [actor.territoryId];
    return {
      draftTerritories: own,
      territories: own,
      schoolTerritories: own,
      schoolDraftTerritories: own,
      organisations: [],
      draftOrganisations: [],
    };
  }
  const held: readonly Assignment[] = isKnown(actor) ? actor.assignments : [];
  const atTerritory = held.filter((one) => one.organisationId === null);
  const atOrganisation = held.filter((one) => one.organisationId !== null);
  const whole = territoriesSeen(actor);
  const territoriesWith = (roles: readonly Role[]) => [
    ...new Set(atTerritory.filter((one) => roles.includes(one.role)).map((one) => one.territoryId)),
  ];
  return {
    draftTerritories: territoriesWith(SEES_DRAFTS),
    territories: [...new Set([...whole, ...held.map((one) => one.territoryId)])],
    schoolTerritories: whole,
    schoolDraftTerritories: territoriesWith(SEES_SCHOOL_DRAFTS),
    organisations: [...new Set(atOrganisation.map((one) => one.organisationId!))],
    draftOrganisations: [
      ...new Set(atOrganisation.filter((one) => LEADS_SCHOOL.includes(one.role)).map((one) => one.organisationId!)),
    ],
  };
}

export function canSeeProgramme(actor: Actor, programme: ProgrammeFacts): boolean {
  const reach = programmeReach(actor);
  const { territoryId, ownerOrganisationId: owner } = programme;
  const isDraft = programme.status === "draft";
  if (owner === null) return (isDraft ? reach.draftTerritories : reach.territories).includes(territoryId);
  const territories = isDraft ? reach.schoolDraftTerritories : reach.schoolTerritories;
  const organisations = isDraft ? reach.draftOrganisations : reach.organisations;
  return territories.includes(territoryId) || organisations.includes(owner);
}

/** A territory's programme is led by its officers and administrators, a school's own by its head and deputies. */
export function leadsProgramme(
  actor: Actor,
  programme: Pick<ProgrammeFacts, "territoryId" | "ownerOrganisationId">,
): boolean {
  if (actor.kind === "system") return actor.territoryId === programme.territoryId;
  return programme.ownerOrganisationId === null
    ? leadsTerritory(actor, programme.territoryId)
    : leadsOrganisation(actor, programme.territoryId, programme.ownerOrganisationId);
}

/** Brings it to a new redaction by an order: a draft is edited as it is. */
export function canAmendProgramme(actor: Actor, programme: ProgrammeFacts): boolean {
  return canEditProgramme(actor, programme) && programme.status !== "draft";
}

/** Changes its words and rows: while it is not finished. */
export function canEditProgramme(actor: Actor, programme: ProgrammeFacts): boolean {
  return leadsProgramme(actor, programme) && isEditable(programme.status);
}
