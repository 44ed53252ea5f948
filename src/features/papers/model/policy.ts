import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import {
  belongsToTerritory,
  isKnown,
  leadsTerritory,
  organisationsBelonged,
  seesTerritory,
  speaksForOrganisation,
} from "#features/places/model/access.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";

/** What of a paper decides who sees it. */
export interface PaperFacts {
  readonly territoryId: Id;
  readonly issuerOrganisationId: Id | null;
  readonly issuerKind: OrganisationKind | null;
}

/** Organisations whose papers are addressed to the whole district. */
export const DISTRICT_ISSUERS: readonly OrganisationKind[] = ["authority", "methodological_centre"];

/**
 * Papers of the authority and of the methodological centre are open to everyone with a role in the district;
 * a paper of another organisation to its own people, its curators and to those who see the whole territory.
 */
export function canSeePaper(actor: Actor, paper: PaperFacts): boolean {
  if (seesTerritory(actor, paper.territoryId)) return true;
  if (!belongsToTerritory(actor, paper.territoryId)) return false;
  if (paper.issuerOrganisationId === null || (paper.issuerKind !== null && DISTRICT_ISSUERS.includes(paper.issuerKind)))
    return true;
  return organisationsBelonged(actor).includes(paper.issuerOrganisationId);
}

/** Registers and corrects: officers and methodologists of the territory any paper, those who speak for an organisation its own. */
export function canWritePaper(actor: Actor, territoryId: Id, issuerOrganisationId: Id | null): boolean {
  return (
    writesAnyPaper(actor, territoryId) ||
    (issuerOrganisationId !== null && speaksForOrganisation(actor, territoryId, issuerOrganisationId))
  );
}

export function writesAnyPaper(actor: Actor, territoryId: Id): boolean {
  return leadsTerritory(actor, territoryId) || isDistrictMethodologist(actor, territoryId);
}

function isDistrictMethodologist(actor: Actor, territoryId: Id): boolean {
  return (
    isKnown(actor) &&
    actor.kind === "person" &&
    actor.assignments.some(
      (held) => held.role === "methodologist" && held.organisationId === null && held.territoryId === territoryId,
    )
  );
}
