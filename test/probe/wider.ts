/** A wider policy with the same arguments that a tired hand could take instead. */
export const SWAPPED: Readonly<Record<string, string>> = {
  leadsTerritory: "seesTerritory",
  administersTerritory: "seesTerritory",
  seesTerritory: "belongsToTerritory",
  leadsOrganisation: "seesOrganisation",
  speaksForOrganisation: "seesOrganisation",
  editsTerritory: "seesRegistry",
  editsRegistry: "seesRegistry",
  addsMunicipality: "seesRegistry",
  managesStanding: "seesStanding",
  decidesObligation: "seesObligation",
  reportsObligation: "seesObligation",
  delegatesObligation: "seesObligation",
  decidesAll: "reportsAll",
  leadsProgramme: "canSeeProgramme",
  canEditProgramme: "canSeeProgramme",
  keepsTemplate: "seesTemplate",
  recordsCall: "seesTerritoryHome",
  seesTerritoryHome: "asksProgress",
  writesAnyPaper: "seesRegistry",
};

/** Scopes of lists with what they hold where everything is let through. */
export const SCOPES: Readonly<Record<string, string>> = {
  territoriesSeen: "[...S.everything.territories]",
  organisationsSeen: "[...S.everything.organisations]",
  organisationsBelonged: "[...S.everything.organisations]",
  organisationsLed: "[...S.everything.organisations]",
  obligationScope: '({ kind: "all" })',
  programmeReach:
    "({ draftTerritories: S.everything.territories, territories: S.everything.territories, schoolTerritories: S.everything.territories, schoolDraftTerritories: S.everything.territories, organisations: S.everything.organisations, draftOrganisations: S.everything.organisations })",
};

/** Policies that forbid: a yes of theirs refuses. */
export const FORBIDDING: ReadonlySet<string> = new Set(["isOwnToDecide"]);
