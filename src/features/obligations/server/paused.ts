import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { LocalDate } from "#shared/local-date.ts";

/**
 * Whether the obligation `o` stands still on the day: with its programme, or with its measure alone. Two short lists of the few pauses
 * that stand, each made once for a query, whatever the number of its rows.
 */
export function pausedSql(today: LocalDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`((o.territory_id, o.programme_id) in (
      select x.territory_id, x.programme_id from pause x
      where x.measure_id is null and x.resumed_on is null and x.from_on <= ${today}::date)
    or (o.territory_id, o.measure_id) in (
      select x.territory_id, x.measure_id from pause x
      where x.measure_id is not null and x.resumed_on is null and x.from_on <= ${today}::date))`;
}

/** The first day of the pause that stands over the obligation `o`, or is to come; null where there is none. */
export const pausedFromSql: RawBuilder<LocalDate | null> = sql<LocalDate | null>`(
    select min(x.from_on) from pause x
    where x.territory_id = o.territory_id and x.programme_id = o.programme_id
      and (x.measure_id is null or x.measure_id = o.measure_id) and x.resumed_on is null)`;
