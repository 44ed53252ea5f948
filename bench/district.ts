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

/** A district of so many schools, forty unless said otherwise, and an officer, by SQL as the owner. */
export async function makeDistrict(program: Program, schools = SCHOOLS): Promise<BenchDistrict> {
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
    "insert into programme (territory_id, id, title, short_title, status, starts_on, ends_on, created_at) values ($1, $2, 'Программа', 'Программа', 'running', '2026-01-01', '2026-12-31', now())",
    [territoryId, programmeId],
  );
  await ask(
    "insert into roadmap (territory_id, id, programme_id, title, ordinal) values ($1, $2, $3, 'Дорожная карта', 0)",
    [territoryId, roadmapId, programmeId],
  );
  const measureIds = Array.from({ length: 30 }, makeId);
  for (const [at, id] of measureIds.entries()) {
    const term = TERMS[at % TERMS.length]!;
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
