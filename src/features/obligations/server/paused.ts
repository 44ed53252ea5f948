import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { LocalDate } from "#shared/local-date.ts";

/**
 * Whether the pause `x` is over the obligation `o`: of its programme or of its measure, and its due day does not lie before the first
 * day of the pause. What was late or returned by then is owed as it was. `due`: another due day than that of today, of a past reading.
 */
export function pauseCovers(due: RawBuilder<unknown> = sql`o.due_on`): RawBuilder<SqlBool> {
  return sql<SqlBool>`(x.territory_id = o.territory_id and x.programme_id = o.programme_id
      and (x.measure_id is null or x.measure_id = o.measure_id) and x.from_on <= ${due})`;
}

/**
 * Whether the obligation `o` stands still on the day. The short list of programmes with pauses is made once for a query, so that the
 * rows of all others ask nothing of their own.
 */
export function pausedSql(today: LocalDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`((o.territory_id, o.programme_id) in (
      select x.territory_id, x.programme_id from pause x where x.resumed_on is null and x.from_on <= ${today}::date)
    and exists (
      select from pause x where ${pauseCovers()} and x.resumed_on is null and x.from_on <= ${today}::date))`;
}

/** The first day of the pause that stands over the obligation `o`, or is to come; null where there is none. */
export const pausedFromSql: RawBuilder<LocalDate | null> = sql<LocalDate | null>`(
    select min(x.from_on) from pause x where ${pauseCovers()} and x.resumed_on is null)`;
