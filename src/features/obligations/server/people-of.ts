import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Role } from "#shared/actor.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import { shortName } from "#features/people/model/names.ts";
import type { ObligationRecord } from "./obligation-rows.ts";
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
  const rows = await holders(tx, { territoryId, roles, organisationIds: organisationIds ?? undefined, today });
  return rows.map((row) => ({
    id: row.person_id,
    name: shortName(row),
    role: row.role,
    organisationId: row.organisation_id,
  }));
}

interface RolesAsked {
  readonly territoryId: Id;
  readonly roles: readonly Role[];
  readonly organisationIds: readonly Id[] | undefined;
  readonly today: LocalDate;
}

const holders = hot((tx, { territoryId, roles, organisationIds, today }: RolesAsked) =>
  tx
    .selectFrom("role_assignment as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .where("a.territory_id", "=", territoryId)
    .where("a.role", "in", roles)
    .where("a.from_on", "<=", today)
    .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", today)]))
    .where((eb) =>
      organisationIds ? eb("a.organisation_id", "in", organisationIds) : eb("a.organisation_id", "is", null),
    )
    .select(["a.person_id", "a.role", "a.organisation_id", "p.family_name", "p.given_name", "p.patronymic"])
    .orderBy("p.family_name")
    .orderBy("a.id"),
);

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
  return chosenOf(programme, await sideOf(tx, programme, today));
}

type OfProgramme = Pick<ObligationRecord, "territory_id" | "programme_id" | "owner_organisation_id">;

/** The same of every programme whose obligations are given, by programme. */
export async function checkersOfEach(
  tx: Tx,
  rows: readonly OfProgramme[],
  today: LocalDate,
): Promise<ReadonlyMap<Id, readonly NamedPerson[]>> {
  const territoryId = rows[0]?.territory_id;
  if (!territoryId) return new Map();
  const owners = [...new Set(rows.map((row) => row.owner_organisation_id))];
  const [programmes, ...sides] = await Promise.all([
    sidesOf(tx, { territoryId, programmeIds: [...new Set(rows.map((row) => row.programme_id))] }),
    ...owners.map((ownerOrganisationId) => sideOf(tx, { territoryId, ownerOrganisationId }, today)),
  ]);
  return new Map(
    programmes.map((one) => [one.id, chosenOf(one, sides[owners.indexOf(one.ownerOrganisationId)]!)] as const),
  );
}

const sidesOf = hot(
  (tx, { territoryId, programmeIds }: { readonly territoryId: Id; readonly programmeIds: readonly Id[] }) =>
    tx
      .selectFrom("programme")
      .select(["id", "owner_organisation_id as ownerOrganisationId", "officer_person_id as officerPersonId"])
      .where("territory_id", "=", territoryId)
      .where("id", "in", programmeIds),
);

/** Of whom the checkers are: the officers of the territory, or whoever leads the school. */
function sideOf(
  tx: Tx,
  { territoryId, ownerOrganisationId: owner }: Omit<CheckedProgramme, "officerPersonId">,
  today: LocalDate,
): Promise<NamedPerson[]> {
  return owner
    ? answerersOf(tx, territoryId, [owner], today)
    : holdersOfRoles(tx, territoryId, ["officer"], null, today);
}

function chosenOf(
  { ownerOrganisationId, officerPersonId }: Omit<CheckedProgramme, "territoryId">,
  side: NamedPerson[],
): NamedPerson[] {
  const chosen = ownerOrganisationId ? [] : side.filter((person) => person.id === officerPersonId);
  return chosen.length > 0 ? chosen : side;
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
