import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Role } from "#shared/actor.ts";
import type { Audience } from "./audience.ts";
import type { DesignationKind, OrganisationKind } from "./words.ts";

/** Days of a dated fact, both ends included; `to` null while it lasts. */
export interface Dated {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface RegistryOrganisation {
  readonly id: Id;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  /** the first day on which it no longer works; null while it does */
  readonly closedOn: LocalDate | null;
}

export interface RegistryDesignation extends Dated {
  readonly organisationId: Id;
  readonly kind: DesignationKind;
}

export interface RegistryPosition extends Dated {
  readonly personId: Id;
  readonly organisationId: Id;
  /** as written: «зам. по УВР» */
  readonly position: string;
}

export interface RegistryRole extends Dated {
  readonly personId: Id;
  readonly role: Role;
  /** null: held at the territory */
  readonly organisationId: Id | null;
}

/** Who is who in a territory with its whole history, so that an audience can be resolved on any day. */
export interface Registry {
  readonly territoryId: Id;
  readonly organisations: readonly RegistryOrganisation[];
  readonly designations: readonly RegistryDesignation[];
  readonly positions: readonly RegistryPosition[];
  readonly roles: readonly RegistryRole[];
  /** the one organisation that is left, where the registry is narrowed to it */
  readonly within?: Id;
}

/** Who may be bound by a programme: everybody of the territory by its own; by an organisation's own, that organisation and its people. */
export function registryFor(registry: Registry, ownerOrganisationId: Id | null): Registry {
  if (ownerOrganisationId === null) return registry;
  const inside = ({ organisationId }: { readonly organisationId: Id | null }) => organisationId === ownerOrganisationId;
  return {
    territoryId: registry.territoryId,
    organisations: registry.organisations.filter(({ id }) => id === ownerOrganisationId),
    designations: registry.designations.filter(inside),
    positions: registry.positions.filter(inside),
    roles: registry.roles.filter(inside),
    within: ownerOrganisationId,
  };
}

/** Whether an audience that is one organisation or one person is of the registry; others mean the same in every place. */
export function standsIn({ organisations, positions, roles }: Registry, audience: Audience): boolean {
  if (audience.kind === "organisation") return organisations.some(({ id }) => id === audience.id);
  if (audience.kind === "person") return [...positions, ...roles].some(({ personId }) => personId === audience.id);
  return true;
}

/** One role code of the district: what a name in a roadmap's column of executors means here. */
export interface CodeMeaning {
  readonly code: string;
  /** `matchKey(code)` */
  readonly matchKey: string;
  readonly audience: Audience;
  /** false: the usual meaning, which the district has not changed */
  readonly own: boolean;
}

export function inForce(fact: Dated, day: LocalDate): boolean {
  return fact.from <= day && (fact.to === null || fact.to >= day);
}

export function isOpen(organisation: Pick<RegistryOrganisation, "closedOn">, day: LocalDate): boolean {
  return organisation.closedOn === null || organisation.closedOn > day;
}
