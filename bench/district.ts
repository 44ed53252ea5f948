import { makeId, type Id } from "../src/shared/ids.ts";
import { makeToken, tokenHash } from "../src/platform/auth/secrets.ts";
import type { Program } from "../src/main/program.ts";
import { readTerm } from "../src/domain/phrases/read-term.ts";

export interface BenchDistrict {
  readonly territoryId: Id;
  readonly programmeId: Id;
  readonly measureIds: readonly Id[];
  readonly organisationIds: readonly Id[];
  /** cookie of an officer */
  readonly cookie: string;
}

export const SCHOOLS = 40;
const TERMS = [
  "ежемесячно",
  "не реже 1 раза в четверть",
  "ежегодно, октябрь",
  "до 15 мая",
  "ежегодно, сентябрь — октябрь",
];

/**
 * A district of so many schools, each with its head, and an officer, by SQL as the owner; the measures of its programme take the terms in
 * turns, over the days given.
 */
export async function makeDistrict(
  program: Program,
  { schools = SCHOOLS, measures = 30, terms = TERMS, days = ["2026-01-01", "2026-12-31"] } = {},
): Promise<BenchDistrict> {
  const ask = (text: string, values: unknown[]) => program.database.pool.query(text, values);
  const [region, territoryId, programmeId, roadmapId, person, account] = [
    makeId(),
    makeId(),
    makeId(),
    makeId(),
    makeId(),
    makeId(),
  ];
  await ask("insert into territory (id, kind, name, short_name) values ($1, 'region', 'Область', 'Область')", [region]);
  await ask(
    "insert into territory (id, kind, parent_id, name, short_name) values ($1, 'municipality', $2, 'Округ', 'Округ')",
    [territoryId, region],
  );
  const organisationIds = Array.from({ length: schools }, makeId);
  for (const [at, id] of organisationIds.entries())
    await ask("insert into organisation (id, territory_id, kind, name, short_name) values ($1, $2, 'school', $3, $3)", [
      id,
      territoryId,
      `Школа № ${at + 1}`,
    ]);
  await ask(
    `with head as (insert into person (id, family_name, given_name) select unnest($2::uuid[]), 'Мерная', 'Анна' returning id)
     insert into role_assignment (territory_id, id, person_id, role, organisation_id, from_on)
     select $1, h.id, h.id, 'school_head', h.school, '2015-01-01' from unnest($2::uuid[], $3::uuid[]) h (id, school)`,
    [territoryId, organisationIds.map(makeId), organisationIds],
  );
  await ask("insert into person (id, family_name, given_name) values ($1, 'Мерная', 'Вера')", [person]);
  await ask("insert into account (id, person_id, login) values ($1, $2, 'bench@example.test')", [account, person]);
  await ask(
    "insert into role_assignment (territory_id, id, person_id, role, from_on) values ($1, $2, $3, 'officer', '2015-01-01')",
    [territoryId, makeId(), person],
  );
  const token = makeToken();
  await ask("select open_session($1, $2, $3, now(), now() + interval '1 hour', 'bench')", [
    tokenHash(token),
    makeId(),
    account,
  ]);
  await ask(
    "insert into programme (territory_id, id, title, short_title, status, starts_on, ends_on, created_at) values ($1, $2, 'Программа', 'Программа', 'running', $3, $4, now())",
    [territoryId, programmeId, ...days],
  );
  await ask(
    "insert into roadmap (territory_id, id, programme_id, title, ordinal) values ($1, $2, $3, 'Дорожная карта', 0)",
    [territoryId, roadmapId, programmeId],
  );
  const measureIds = Array.from({ length: measures }, makeId);
  for (const [at, id] of measureIds.entries()) {
    const term = terms[at % terms.length]!;
    await ask(
      "insert into measure (territory_id, id, programme_id, roadmap_id, number, title, due_text, cadence, result, ordinal) values ($1, $2, $3, $4, $5, $6, $7, $8, 'Справка', $9)",
      [
        territoryId,
        id,
        programmeId,
        roadmapId,
        String(at + 1),
        `Мероприятие ${at + 1}`,
        term,
        JSON.stringify(readTerm(term).phases),
        at,
      ],
    );
    await ask(
      "insert into measure_party (territory_id, id, measure_id, name, part, audience, ordinal) values ($1, $2, $3, 'ОО', 'assignee', $4, 0)",
      [territoryId, makeId(), id, JSON.stringify({ kind: "organisationKind", kinds: ["school"] })],
    );
  }
  return { territoryId, programmeId, measureIds, organisationIds, cookie: `orientir_session=${token}` };
}
