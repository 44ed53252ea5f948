import { hashPassword } from "../../src/platform/auth/secrets.ts";
import { asked } from "../ground.ts";

export const PASSWORD = "сдаём отчёты вовремя 2026";

/** Somebody of a municipality who works there on the deadline day. */
export interface Worker {
  readonly login: string;
  readonly territoryId: string;
  /** null: an officer */
  readonly organisationId: string | null;
  /** what this person reports, and nobody else; nothing for an officer */
  readonly obligationId: string | undefined;
  /** of the office or the school: people of one come from one */
  readonly address: string;
}

/** Of fifty people one is an officer. */
const officersAmong = (people: number) => Math.ceil(people / 50);

/**
 * So many people of a filled world who can sign in: its heads and deputies, its officers, and where these do not suffice, teachers made
 * deputies and officers. All of them get one password, whose hash costs as much to check as any.
 */
export async function gather(url: string, people: number, today: string): Promise<readonly Worker[]> {
  const officers = officersAmong(people);
  await enlist(url, ["school_head", "deputy"], "deputy", people - officers);
  await enlist(url, ["officer"], "officer", officers);
  await asked(
    url,
    "insert into credential (account_id, password_hash) select id, $1 from account on conflict do nothing",
    [await hashPassword(PASSWORD)],
  );
  const ofSchools = await named(url, ["school_head", "deputy"], people - officers);
  const ofOffices = await named(url, ["officer"], officers);
  return [...(await deal(url, ofSchools, today)), ...ofOffices];
}

/** At a place that owes something: there are some that no programme asks anything of. */
const OWES = `(r.organisation_id is null or exists (select from obligation o
  where o.territory_id = r.territory_id and o.bearer_organisation_id = r.organisation_id))`;

async function enlist(url: string, roles: readonly string[], as: string, most: number): Promise<void> {
  await asked(
    url,
    `with short as (select greatest(0, $3 - (select count(*) from role_assignment r where r.role = any ($1) and r.to_on is null and ${OWES}))::int as by),
       fresh as (select gen_random_uuid() as id, m.person_id, m.territory_id, m.organisation_id from membership m
         where not exists (select from account a where a.person_id = m.person_id) order by md5(m.id::text) limit (select by from short)),
       made as (insert into account (id, person_id, login) select id, person_id, 'load-' || id || '@world.example' from fresh)
     insert into role_assignment (territory_id, id, person_id, role, organisation_id, from_on)
     select territory_id, gen_random_uuid(), person_id, $2, case when $2 = 'officer' then null else organisation_id end, '2019-09-01' from fresh`,
    [roles, as, most],
  );
}

async function named(url: string, roles: readonly string[], most: number): Promise<Worker[]> {
  const rows = await asked<{ login: string; territory_id: string; organisation_id: string | null; office: number }>(
    url,
    `select a.login, r.territory_id, r.organisation_id, dense_rank() over (order by r.territory_id, r.organisation_id)::int as office
     from role_assignment r join account a on a.person_id = r.person_id where r.role = any ($1) and r.to_on is null and ${OWES}
     order by md5(r.id::text) limit $2`,
    [roles, most],
  );
  return rows.map(({ login, territory_id: territoryId, organisation_id: organisationId, office }) => ({
    login,
    territoryId,
    organisationId,
    obligationId: undefined,
    address: `10.${organisationId ? 1 : 2}.${Math.floor(office / 250)}.${(office % 250) + 1}`,
  }));
}

/**
 * Everybody has one thing of their own to report, due on this very day: a term of their organisation again, of a measure that asks for no
 * number.
 */
async function deal(url: string, workers: readonly Worker[], today: string): Promise<readonly Worker[]> {
  const rows = await asked<{ id: string; at: number }>(
    url,
    `with who as (select * from unnest($1::uuid[]) with ordinality as w (organisation_id, at)),
       sample as (select distinct on (o.bearer_organisation_id) o.* from obligation o
         join programme p on p.territory_id = o.territory_id and p.id = o.programme_id and p.status not in ('draft', 'finished')
         where o.bearer_organisation_id in (select organisation_id from who) and o.closed_at is null and o.due_on <= $2
           and not exists (select from planned_value v where v.territory_id = o.territory_id and v.measure_id = o.measure_id)
         order by o.bearer_organisation_id, o.due_on desc, o.id),
       made as (insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
           occurrence_key, opens_on, due_on, required, created_at)
         select territory_id, gen_random_uuid(), programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
           occurrence_key || '+' || w.at, $2::date - 30, $2, required, created_at from sample s join who w on w.organisation_id = s.bearer_organisation_id
         returning id, occurrence_key)
     select id, split_part(occurrence_key, '+', 2)::int as at from made`,
    [workers.map(({ organisationId }) => organisationId), today],
  );
  const dealt = new Map(rows.map(({ id, at }) => [at - 1, id]));
  return workers.map((worker, at) => ({ ...worker, obligationId: dealt.get(at)! }));
}
