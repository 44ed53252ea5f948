import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { fullName } from "#features/people/model/names.ts";
import { placesHeld } from "#features/people/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Retention } from "../model/contract.ts";
import { keepsPersonalData } from "../model/policy.ts";
import { keptUntil, periodInWords, RETENTION } from "../model/retention.ts";

/** The rules of retention and whose data are kept for nothing any more. Nothing is deleted by this: the administrator decides. */
export async function readRetention(context: UseCaseContext, territoryId: Id): Promise<Retention> {
  const { actor, tx, clock } = context;
  if (!keepsPersonalData(actor, territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  return {
    rules: Object.values(RETENTION).map(({ title, since, days, source, edition, ending }) => ({
      title,
      since,
      kept: periodInWords(days),
      source,
      edition,
      ending,
    })),
    ended: await endedIn(context, territoryId, today),
    today,
  };
}

/**
 * People whose places in the territory have all ended so long ago that nothing keeps their data; none who holds a place anywhere else.
 * A report is signed by who wrote it and by whoever submitted, withdrew, returned, accepted or reopened it, whoever did so last.
 */
export async function endedIn(context: UseCaseContext, territoryId: Id, today: LocalDate): Promise<Retention["ended"]> {
  const { rows } = await sql<{
    id: Id;
    family_name: string;
    given_name: string;
    patronymic: string;
    last_place: LocalDate;
    last_programme: LocalDate | null;
  }>`
    with left_all as (
      select person_id, max(to_on) as last_place from (
        select person_id, to_on from membership where territory_id = ${territoryId}
        union all select person_id, to_on from role_assignment where territory_id = ${territoryId}
      ) held group by person_id having bool_and(to_on is not null and to_on < ${today})
    ), signed as (
      select id as report_id, author_person_id as person_id from report where territory_id = ${territoryId}
      union select report_id, person_id from report_step where territory_id = ${territoryId} and step <> 'delegate'
    ), last_signed as (
      select s.person_id, max(g.ends_on) as last_programme from left_all e
      join signed s on s.person_id = e.person_id
      join report_obligation l on l.territory_id = ${territoryId} and l.report_id = s.report_id
      join obligation o on o.territory_id = l.territory_id and o.id = l.obligation_id
      join programme g on g.territory_id = o.territory_id and g.id = o.programme_id
      group by s.person_id
    )
    select p.id, p.family_name, p.given_name, p.patronymic, e.last_place, d.last_programme
    from left_all e join person p on p.id = e.person_id left join last_signed d on d.person_id = e.person_id
    where p.destroyed_at is null order by e.last_place, p.id`.execute(context.tx);
  const elsewhere = await placesHeld(
    context,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const until = keptUntil(row.last_place, row.last_programme);
    if (until === null || until >= today || (elsewhere.get(row.id)?.length ?? 0) > 0) return [];
    return [{ personId: row.id, name: fullName(row), keptUntil: until, lastPlaceOn: row.last_place }];
  });
}
