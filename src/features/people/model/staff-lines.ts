import type { LocalDate } from "#shared/local-date.ts";
import type { PersonRow } from "./people-contract.ts";

/** One line of a list of staff: a position with the roles held at its organisation, or roles where there is no position. */
export interface StaffLine {
  /** empty: the territory itself */
  readonly organisation: string;
  readonly position: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly roles: readonly string[];
}

/** What is in force; for former people, what was. */
export function currentOf<T extends { readonly inForce: boolean }>(standings: readonly T[]): readonly T[] {
  const now = standings.filter((one) => one.inForce);
  return now.length > 0 ? now : standings;
}

/** A person's lines, those of one organisation where it is named. Roles without a position come last, one line a place. */
export function staffLines(
  person: Pick<PersonRow, "positions" | "roles">,
  organisationId: string | null,
): readonly StaffLine[] {
  const here = (one: { readonly organisationId: string | null }) =>
    organisationId === null || one.organisationId === organisationId;
  const positions = currentOf(person.positions).filter(here);
  const roles = currentOf(person.roles).filter(here);
  const rolesAt = (place: string | null) => [
    ...new Set(roles.filter((role) => role.organisationId === place).map((role) => role.roleName)),
  ];
  const held = new Set<string | null>(positions.map((one) => one.organisationId));
  const bare = new Map(
    roles.filter((role) => !held.has(role.organisationId)).map((role) => [role.organisationId, role.organisationName]),
  );
  return [
    ...positions.map((one) => ({
      organisation: one.organisationName,
      position: one.position,
      from: one.from as LocalDate,
      to: one.to as LocalDate | null,
      roles: rolesAt(one.organisationId),
    })),
    ...[...bare].map(([place, name]) => ({
      organisation: name ?? "",
      position: "",
      from: null,
      to: null,
      roles: rolesAt(place),
    })),
  ];
}
