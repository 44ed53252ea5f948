import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { addsPeople } from "#features/places/model/policy.ts";
import { registryOf, timeZoneOf } from "#features/places/server/public.ts";
import { inForce, isOpen } from "#features/places/model/registry.ts";
import type { StaffKnown, StaffMember } from "../model/staff-row.ts";
import { Login } from "../model/contract.ts";
import { managesAccount } from "../model/policy.ts";
import { peopleProblem } from "../model/problems.ts";
import type { SheetRows } from "#features/places/model/sheet.ts";
import { grantsOf } from "./grants.ts";
import { placesHeld } from "./standings.ts";
import { tellsTaken, type Telling } from "./taken-logins.ts";
import { loginOwners } from "./login-owners.ts";

/** What a sheet of staff is compared with: organisations, people standing there today, and which logins it names are taken. */
export async function staffKnown(
  context: UseCaseContext & Telling,
  territoryId: Id,
  rows: SheetRows,
): Promise<StaffKnown> {
  const { actor, tx, clock } = context;
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const registry = await registryOf(tx, territoryId);
  const inns = await taxNumbers(context, territoryId);
  const organisations = registry.organisations.map((one) => ({
    id: one.id,
    name: one.name,
    shortName: one.shortName,
    inn: inns.get(one.id) ?? null,
    open: isOpen(one, today) && addsPeople(actor, territoryId, one.id),
  }));
  const members = new Map<string, StaffMember>();
  const positions = registry.positions.filter((one) => inForce(one, today));
  const ids = [...new Set(positions.map((one) => one.personId))];
  const people = await peopleOf(context, ids);
  const places = await placesHeld(context, ids);
  for (const { personId, organisationId, position, from } of positions) {
    const key = `${organisationId} ${personId}`;
    const person = people.get(personId)!;
    const governed = managesAccount(actor, places.get(personId)!);
    const member = members.get(key) ?? { ...person, personId, governed, organisationId, positions: [], roles: [] };
    member.positions.push({ position, from });
    members.set(key, member);
  }
  for (const { personId, organisationId, role, ...days } of registry.roles)
    if (organisationId && inForce(days, today)) members.get(`${organisationId} ${personId}`)?.roles.push(role);
  return {
    organisations,
    members: [...members.values()],
    grantable: (await grantsOf(context, territoryId)).organisationRoles,
    takenLogins: await takenLogins(context, rows, new Set([...people.values()].map(({ login }) => login))),
    today,
  };
}

async function taxNumbers(context: UseCaseContext, territoryId: Id) {
  const rows = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .select(["id", "inn"])
    .execute();
  return new Map(rows.map((row) => [row.id, row.inn]));
}

async function peopleOf(context: UseCaseContext, ids: readonly Id[]) {
  if (ids.length === 0)
    return new Map<Id, Omit<StaffMember, "personId" | "governed" | "organisationId" | "positions" | "roles">>();
  const rows = await context.tx
    .selectFrom("person as p")
    .leftJoin("account as a", "a.person_id", "p.id")
    .where("p.id", "in", ids)
    .select(["p.id", "p.family_name", "p.given_name", "p.patronymic", "p.phone", "a.login"])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        familyName: row.family_name,
        givenName: row.given_name,
        patronymic: row.patronymic,
        phone: row.phone,
        login: row.login,
      },
    ]),
  );
}

/** Only logins that the sheet itself names are looked up, and only a few of people outside the registry are told. */
async function takenLogins(
  context: Telling,
  rows: SheetRows,
  known: ReadonlySet<string | null>,
): Promise<ReadonlySet<string>> {
  const named = rows.flatMap((row) =>
    row.flatMap((cell) => {
      const login = Login.safeParse(cell);
      return login.success ? [login.data] : [];
    }),
  );
  if (named.length === 0) return new Set();
  const taken = (await loginOwners(context.tx, named)).map(({ login }) => login);
  const strangers = taken.filter((login) => !known.has(login));
  if (!(await tellsTaken(context, strangers))) throw peopleProblem("logins-strange");
  return new Set(taken);
}
