import pg from "pg";
import { makeId, type Id } from "#shared/ids.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { Role } from "#shared/actor.ts";

export interface Person {
  readonly personId: Id;
  readonly accountId: Id;
  readonly token: string;
  readonly name: string;
}

export interface School {
  readonly id: Id;
  readonly deputy: Person;
  /** what it owes: an open obligation each, in the order to be answered */
  readonly obligations: readonly Id[];
}

/** A municipality whose people write at once: schools that report, officers that decide, make programmes and take documents in. */
export interface District {
  readonly territoryId: Id;
  readonly schools: readonly School[];
  readonly decider: Person;
  readonly planners: readonly Person[];
  readonly importer: Person;
  readonly administrator: Person;
}

const MEASURES = 20;

/** Lays the district straight into the tables of a migrated database, as the owner. */
export async function layDistrict(
  client: Pick<pg.ClientBase, "query">,
  size: { schools: number; duties: number },
): Promise<District> {
  const rows = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows;
  const [region, territoryId] = [makeId(), makeId()];
  const territory = "insert into territory (id, kind, parent_id, name, short_name) values ($1, $2, $3, $4, $4)";
  await rows(territory, [region, "region", null, "Край"]);
  await rows(territory, [territoryId, "municipality", region, "Округ"]);
  const person = async (name: string, role: Role, organisationId: Id | null): Promise<Person> => {
    const made = { personId: makeId(), accountId: makeId(), token: makeToken(), name };
    await rows("insert into person (id, family_name, given_name) values ($1, $2, 'Вера')", [made.personId, name]);
    await rows("insert into account (id, person_id, login) values ($1, $2, $3)", [
      made.accountId,
      made.personId,
      `${name}@example.test`,
    ]);
    await rows(
      "insert into role_assignment (territory_id, id, person_id, role, organisation_id, from_on) values ($1, $2, $3, $4, $5, '2015-01-01')",
      [territoryId, makeId(), made.personId, role, organisationId],
    );
    await openSession(client, made);
    return made;
  };
  const decider = await person("decider", "officer", null);
  const { programmeId, measureIds } = await layProgramme(rows, territoryId, decider.personId);
  const schools: School[] = [];
  for (let at = 0; at < size.schools; at += 1) {
    const id = makeId();
    await rows(
      "insert into organisation (id, territory_id, kind, name, short_name) values ($1, $2, 'school', $3, $3)",
      [id, territoryId, `Школа № ${at + 1}`],
    );
    const duties = Array.from({ length: size.duties }, () => makeId());
    await rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
         occurrence_key, opens_on, due_on, created_at)
       select $1, one.id, $2, ($3::uuid[])[1 + one.at % ${MEASURES}], 'organisation', $4, $5, 'assignee', 'chaos/' || one.at,
         current_date - 20, current_date + 20, now()
       from unnest($6::uuid[]) with ordinality as one (id, at)`,
      [territoryId, programmeId, measureIds, id, `organisation:${id}`, duties],
    );
    schools.push({ id, deputy: await person(`deputy${at + 1}`, "deputy", id), obligations: duties });
  }
  return {
    territoryId,
    schools,
    decider,
    planners: [await person("planner1", "officer", null), await person("planner2", "officer", null)],
    importer: await person("importer", "officer", null),
    administrator: await person("administrator", "administrator", null),
  };
}

type Rows = (text: string, values?: unknown[]) => Promise<any[]>;

async function layProgramme(rows: Rows, territoryId: Id, officerId: Id) {
  const [programmeId, roadmapId] = [makeId(), makeId()];
  await rows(
    `insert into programme (territory_id, id, title, short_title, status, starts_on, ends_on, officer_person_id, created_at)
     values ($1, $2, 'Программа поддержки', 'Поддержка', 'running', current_date - 200, current_date + 400, $3, now())`,
    [territoryId, programmeId, officerId],
  );
  await rows(
    "insert into roadmap (territory_id, id, programme_id, title, ordinal) values ($1, $2, $3, 'Дорожная карта', 1)",
    [territoryId, roadmapId, programmeId],
  );
  const measureIds = Array.from({ length: MEASURES }, () => makeId());
  for (const [ordinal, id] of measureIds.entries())
    await rows(
      `insert into measure (territory_id, id, programme_id, roadmap_id, number, title, report_document, ordinal)
       values ($1, $2, $3, $4, $5, $6, 'справка', $7)`,
      [territoryId, id, programmeId, roadmapId, `1.${ordinal + 1}`, `Дело ${ordinal + 1}`, ordinal],
    );
  return { programmeId, measureIds };
}

/** A session at the hour the program has, in place of the one it ended. */
export async function openSession(
  client: Pick<pg.ClientBase, "query">,
  person: Person,
  at = new Date(),
): Promise<void> {
  await client.query("delete from session where token_hash = $1", [tokenHash(person.token)]);
  await client.query("select open_session($1, $2, $3, $4, $5, 'chaos')", [
    tokenHash(person.token),
    makeId(),
    person.accountId,
    at,
    new Date(at.getTime() + 10 * 3_600_000),
  ]);
}
