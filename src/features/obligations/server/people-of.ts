import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Role } from "#shared/actor.ts";
import type { Tx } from "#platform/db/database.ts";
import { shortName } from "#features/people/model/names.ts";
import { AUTHORITY_ROLES, WORKING_ROLES } from "../model/policy.ts";

export interface NamedPerson {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: Id | null;
}

/** People who hold one of the roles on the day: at the territory (`null`) or at the organisations given. */
export async function holdersOfRoles(
  tx: Tx,
  territoryId: Id,
  roles: readonly Role[],
  organisationIds: readonly Id[] | null,
  today: LocalDate,
): Promise<NamedPerson[]> {
  if (organisationIds?.length === 0) return [];
  let holders = tx
    .selectFrom("role_assignment as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .where("a.territory_id", "=", territoryId)
    .where("a.role", "in", roles)
    .where("a.from_on", "<=", today)
    .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", today)]));
  holders = organisationIds
    ? holders.where("a.organisation_id", "in", organisationIds)
    : holders.where("a.organisation_id", "is", null);
  const rows = await holders
    .select(["a.person_id", "a.role", "a.organisation_id", "p.family_name", "p.given_name", "p.patronymic"])
    .orderBy("p.family_name")
    .orderBy("a.id")
    .execute();
  return rows.map((row) => ({
    id: row.person_id,
    name: shortName(row),
    role: row.role,
    organisationId: row.organisation_id,
  }));
}

export interface CheckedProgramme {
  readonly territoryId: Id;
  readonly ownerOrganisationId: Id | null;
  readonly officerPersonId: Id | null;
}

/**
 * Who checks the reports of a programme: its officer, else every officer of the territory; for a school's own programme its head and
 * deputies.
 */
export async function checkersOf(tx: Tx, programme: CheckedProgramme, today: LocalDate): Promise<NamedPerson[]> {
  const { territoryId, ownerOrganisationId } = programme;
  if (ownerOrganisationId)
    return holdersOfRoles(tx, territoryId, ["school_head", "deputy"], [ownerOrganisationId], today);
  const officers = await holdersOfRoles(tx, territoryId, ["officer"], null, today);
  const chosen = officers.filter((person) => person.id === programme.officerPersonId);
  return chosen.length > 0 ? chosen : officers;
}

/** Who answers for organisations: heads and deputies; for the authority and the territory its officers. */
export async function answerersOf(tx: Tx, territoryId: Id, organisationIds: readonly Id[], today: LocalDate) {
  return holdersOfRoles(tx, territoryId, ["school_head", "deputy"], organisationIds, today);
}

/** Who does the work of the organisation on the day: its people, and those of the territory who answer for its offices. */
export async function workersOf(tx: Tx, territoryId: Id, organisationId: Id, today: LocalDate): Promise<NamedPerson[]> {
  const inside = await holdersOfRoles(tx, territoryId, WORKING_ROLES, [organisationId], today);
  return [...inside, ...(await holdersOfRoles(tx, territoryId, ["administrator", ...AUTHORITY_ROLES], null, today))];
}
