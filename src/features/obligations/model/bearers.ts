import type { Audience } from "#features/places/model/audience.ts";
import { inForce, isOpen, type Registry, type RegistryOrganisation } from "#features/places/model/registry.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { holdersOf } from "./bearers-by-position.ts";

/** Who owes: one organisation, person, community, or the territory itself. */
export interface Bearer {
  readonly kind: "organisation" | "person" | "community" | "territory";
  readonly id: Id;
}

/** The bearer's part of an obligation's stable key: «organisation:018f…». */
export function bearerKey(bearer: Bearer): string {
  return `${bearer.kind}:${bearer.id}`;
}

/**
 * Whom an audience means on a day: each bearer once, in the order of the registry. A school that is both ШНОР and ШНСУ is one bearer.
 * Organisations closed by that day bear nothing. A position is borne by the people who hold it; in every organisation of the kind named
 * where nobody does, by the organisation, so that no school drops out for want of an account.
 */
export function bearersOf(audience: Audience, registry: Registry, on: LocalDate): Bearer[] {
  const open = registry.organisations.filter((organisation) => isOpen(organisation, on));
  switch (audience.kind) {
    case "organisation":
      return organisations(open.filter(({ id }) => id === audience.id));
    case "organisationKind":
      return organisations(open.filter(({ kind }) => audience.kinds.includes(kind)));
    case "designation": {
      const designated = registry.designations.filter(
        (fact) => audience.designations.includes(fact.kind) && inForce(fact, on),
      );
      const ids = new Set(designated.map(({ organisationId }) => organisationId));
      return organisations(open.filter(({ id }) => ids.has(id)));
    }
    case "position":
      return byPosition(audience, open, registry, on);
    case "person":
      return isBound(audience.id, registry, on) ? [{ kind: "person", id: audience.id }] : [];
    case "community":
      return audience.id && !registry.within ? [{ kind: "community", id: audience.id }] : [];
    case "territory":
      return registry.within ? [] : [{ kind: "territory", id: registry.territoryId }];
    case "outside":
      return [];
  }
}

/** A person is bound while holding a position or a role there: whoever is unknown or gone owes nothing. */
function isBound(personId: Id, { positions, roles }: Registry, on: LocalDate): boolean {
  return [...positions, ...roles].some((fact) => fact.personId === personId && inForce(fact, on));
}

function organisations(list: readonly RegistryOrganisation[]): Bearer[] {
  return list.map(({ id }) => ({ kind: "organisation", id }));
}

function byPosition(
  { words, organisationKind }: Extract<Audience, { kind: "position" }>,
  open: readonly RegistryOrganisation[],
  registry: Registry,
  on: LocalDate,
): Bearer[] {
  const places = organisationKind ? open.filter(({ kind }) => kind === organisationKind) : open;
  const ids = new Set(places.map(({ id }) => id));
  const holders = holdersOf(words, registry, on).filter(({ organisationId }) =>
    organisationId === null ? !organisationKind : ids.has(organisationId),
  );
  const people = [...new Set(holders.map(({ personId }) => personId))].map((id): Bearer => ({ kind: "person", id }));
  if (!organisationKind) return people;
  const held = new Set(holders.map(({ organisationId }) => organisationId));
  return [...people, ...organisations(places.filter(({ id }) => !held.has(id)))];
}
