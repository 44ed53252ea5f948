import { bearersOf, type Bearer } from "#features/obligations/model/bearers.ts";
import { suggestAudience, type AudienceSuggestion } from "#features/obligations/model/suggest-audience.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { CodeMeaning, Registry } from "#features/places/model/registry.ts";
import type { LocalDate } from "#shared/local-date.ts";

/** Who is who where the document is read, with the two questions the draft asks of it. The same name is looked up once. */
export interface District {
  readonly registry: Registry;
  /** whom a name may mean */
  suggest(name: string): AudienceSuggestion;
  /** who bears an audience on the day of the review */
  bearers(audience: Audience): readonly Bearer[];
}

/** `on` is the day on which designations and closings are judged for the counts shown. */
export function districtOf(registry: Registry, dictionary: readonly CodeMeaning[], on: LocalDate): District {
  const suggestions = new Map<string, AudienceSuggestion>();
  const bearers = new Map<string, readonly Bearer[]>();
  return {
    registry,
    suggest: (name) => once(suggestions, name, () => suggestAudience(name, registry, dictionary)),
    bearers: (audience) => once(bearers, JSON.stringify(audience), () => bearersOf(audience, registry, on)),
  };
}

function once<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = find();
  known.set(key, value);
  return value;
}
