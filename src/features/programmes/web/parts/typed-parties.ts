import { readParties } from "#domain/phrases/read-parties.ts";
import { suggestAudience } from "#features/obligations/model/suggest-audience.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { PartyForm } from "../../model/measure-form.ts";
import type { ProgrammeChoices } from "../../model/seen.ts";
import { asRegistry } from "./as-registry.ts";

export interface TypedParties {
  readonly parties: readonly PartyForm[];
  /** words that name nobody: they stay in the field, nothing typed is lost */
  readonly rest: string;
}

/** «УО / ОО» as parties, each with whom the district's dictionary means by it; only a sure meaning is taken, a guess is left to the person. */
export function typedParties(text: string, choices: ProgrammeChoices | undefined, territoryId: string): TypedParties {
  const { parties, rest } = readParties(text);
  return {
    parties: parties.map(({ name, part }) => ({
      name,
      part,
      audience: choices ? suggested(name, choices, territoryId) : null,
    })),
    rest,
  };
}

function suggested(name: string, choices: ProgrammeChoices, territoryId: string): Audience | null {
  const { audience } = suggestAudience(name, asRegistry(choices, territoryId), choices.codes);
  return audience === "ask" ? null : audience;
}
