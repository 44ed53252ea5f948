import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { bearersOf } from "#features/obligations/model/bearers.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { isOpen, registryFor, type Registry } from "#features/places/model/registry.ts";
import { DESIGNATIONS, ORGANISATION_KINDS } from "#features/places/model/words.ts";
import { choiceName } from "#features/programmes/model/audience-name.ts";
import type { TemplatePage } from "../model/contract.ts";

/** Organisations told by name beside the count of all. */
const NAMED = 5;
const SORTER = new Intl.Collator("ru", { numeric: true });

/**
 * Whom a name may mean in the district: kinds of organisations it has, designations, the territory, nobody here, each organisation, and
 * what the names mean already; each with how many bear it on the day in a programme of each owner, and the first of them.
 */
export function audienceChoices(
  registry: Registry,
  owners: readonly (Id | null)[],
  standing: readonly Audience[],
  on: LocalDate,
): TemplatePage["choices"] {
  const open = registry.organisations
    .filter((one) => isOpen(one, on))
    .sort((one, other) => SORTER.compare(one.shortName, other.shortName));
  const kinds = ORGANISATION_KINDS.filter((kind) => open.some((one) => one.kind === kind));
  const audiences: Audience[] = [
    ...kinds.map((kind): Audience => ({ kind: "organisationKind", kinds: [kind] })),
    ...DESIGNATIONS.map((designation): Audience => ({ kind: "designation", designations: [designation] })),
    { kind: "territory" },
    { kind: "outside" },
    ...standing,
    ...open.map(({ id }): Audience => ({ kind: "organisation", id })),
  ];
  const named = registry.organisations.map(({ id, shortName }) => ({ id, name: shortName }));
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const within = owners.map((owner) => registryFor(registry, owner));
  return [...new Map(audiences.map((audience) => [JSON.stringify(audience), audience])).values()].map((audience) => ({
    audience,
    name: choiceName(audience, named),
    bearers: within.map((narrowed) => {
      const bearers = bearersOf(audience, narrowed, on);
      const names = bearers.flatMap(({ kind, id }) => (kind === "organisation" ? (nameOf.get(id) ?? []) : []));
      return { count: bearers.length, named: names.sort(SORTER.compare).slice(0, NAMED) };
    }),
  }));
}
