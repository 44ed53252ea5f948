import type pg from "pg";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { Role } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import type { Held, Persona } from "./place.ts";

export type Put = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>;

/** Writes rows as the owner of the database, past every check of the program. */
export function writer(pool: pg.Pool): Put {
  return async (table, row) => {
    const names = Object.keys(row);
    const places = names.map((_, at) => `$${at + 1}`);
    await pool.query(`insert into ${table} (${names.join(", ")}) values (${places.join(", ")})`, Object.values(row));
  };
}

/** A person with an account, two sessions, the roles given and a position wherever a role is held at an organisation. */
export async function givenPerson(put: Put, name: string, held: readonly Held[]): Promise<Persona> {
  const [personId, accountId, secret] = [makeId(), makeId(), makeToken()];
  await put("person", {
    id: personId,
    family_name: `Имярек ${markOf(personId)}`,
    given_name: "Вера",
    phone: markOf(accountId),
  });
  await put("account", { id: accountId, person_id: personId, login: `${markOf(accountId)}@example.test` });
  for (const { role, territoryId, organisationId, ended } of held) {
    const place = { territory_id: territoryId, person_id: personId, organisation_id: organisationId };
    const days = { from_on: "2015-01-01", to_on: ended ? "2016-01-01" : null };
    await put("role_assignment", { ...place, id: makeId(), role, ...days });
    if (organisationId) await put("membership", { ...place, id: makeId(), position: "сотрудник", ...days });
  }
  for (const token of [secret, makeToken()])
    await put("session", {
      token_hash: tokenHash(token),
      id: makeId(),
      account_id: accountId,
      created_at: new Date(),
      expires_at: tomorrow(),
      // a run may take hours: nobody is put out for being idle, nor asked again who they are
      last_seen_at: tomorrow(),
      confirmed_at: tomorrow(),
      agent: markOf(accountId),
    });
  const headers = { cookie: `orientir_session=${secret}`, "x-orientir": "1" };
  return { name, kind: "person", personId, accountId, held, headers };
}

/** A person who has positions and no role: what stands in the registry of people gives nothing to see. */
export async function givenColleague(
  put: Put,
  territoryId: Id,
  organisationIds: readonly Id[],
  name: string,
): Promise<Persona> {
  const persona = await givenPerson(put, name, []);
  for (const organisationId of organisationIds)
    await put("membership", {
      territory_id: territoryId,
      person_id: persona.personId,
      organisation_id: organisationId,
      id: makeId(),
      position: "сотрудник",
      from_on: "2015-01-01",
    });
  return persona;
}

/** A program that reads for the person by a token. */
export async function givenToken(put: Put, name: string, of: Persona): Promise<Persona> {
  const secret = makeToken();
  await put("access_token", {
    token_hash: tokenHash(secret),
    id: makeId(),
    account_id: of.accountId,
    name,
    created_at: new Date(),
    expires_at: tomorrow(),
  });
  return { ...of, name, kind: "token", headers: { authorization: `Bearer ${secret}`, "x-orientir": "1" } };
}

export const visitor: Persona = {
  name: "прохожий",
  kind: "public",
  personId: null,
  accountId: null,
  held: [],
  headers: { "x-orientir": "1" },
};

const tomorrow = () => new Date(Date.now() + 86_400_000);

/** The people of one municipality, and of its first and second school. */
export interface TownPeople {
  readonly office: Readonly<Record<"administrator" | "officer" | "methodologist" | "head" | "reader", Persona>>;
  readonly school: Readonly<
    Record<"head" | "deputy" | "curator" | "teacher" | "methodologist" | "network" | "community", Persona>
  >;
  readonly neighbour: Readonly<Record<"head" | "teacher", Persona>>;
}

export async function givenTownPeople(put: Put, territoryId: Id, [first, second]: readonly Id[]): Promise<TownPeople> {
  const given = (name: string, role: Role, organisationId: Id | null = null) =>
    givenPerson(put, name, [{ role, territoryId, organisationId }]);
  return {
    office: {
      administrator: await given("администратор", "administrator"),
      officer: await given("специалист", "officer"),
      methodologist: await given("методист", "methodologist"),
      head: await given("начальник управления", "authority_head"),
      reader: await given("читатель", "reader"),
    },
    school: {
      head: await given("директор", "school_head", first),
      deputy: await given("завуч", "deputy", first),
      curator: await given("куратор", "curator", first),
      teacher: await given("учитель", "teacher", first),
      methodologist: await given("методист школы", "methodologist", first),
      network: await given("администратор сети", "network_administrator", first),
      community: await given("руководитель объединения", "community_head", first),
    },
    neighbour: {
      head: await given("директор соседней школы", "school_head", second),
      teacher: await given("учитель соседней школы", "teacher", second),
    },
  };
}
