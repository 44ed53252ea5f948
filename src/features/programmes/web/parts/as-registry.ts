import type { Registry, RegistryOrganisation } from "#features/places/model/registry.ts";
import type { ProgrammeChoices } from "../../model/seen.ts";

/** The open organisations of the district as a registry without history: enough to suggest whom a name means. */
export function asRegistry(choices: ProgrammeChoices, territoryId: string): Registry {
  return {
    territoryId,
    organisations: choices.organisations.map(({ id, name, kind }) => ({
      id,
      kind: kind as RegistryOrganisation["kind"],
      name,
      shortName: name,
      closedOn: null,
    })),
    designations: [],
    positions: [],
    roles: [],
  };
}
