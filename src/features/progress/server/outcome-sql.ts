import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Span } from "#domain/schedule/span.ts";
import { pauseCovers, pausedSql } from "#features/obligations/server/public.ts";
import { outcomesOf, type Outcome, type OutcomePart } from "../model/outcome.ts";

/**
 * How an obligation stood at the beginning of a day, from what was kept of its way: steps of its report, moves of its due day noted in
 * the journal, the moment it was closed, the days of pauses. All over `o`, its report `r` and its territory `t` of `selectObligations`. What a replan moves
 * leaves no trace of its own: it counts as if it had always been so.
 */
export interface Reading {
  readonly on: LocalDate;
  readonly today: LocalDate;
  /** the period asked about: what was moved from one of its days to another is owed in it all the same */
  readonly within?: Span;
}

/** The day is not over: all that has happened counts, and nothing needs to be looked up. */
const isNow = ({ on, today }: Reading) => on >= today;

const startOf = (on: LocalDate) => sql`((${on}::date)::timestamp at time zone t.time_zone)`;

/** The last step before the day says where the report stood, of one withdrawn the last decision on it; a draft is none. */
function stateAt(reading: Reading): RawBuilder<unknown> {
  if (isNow(reading)) return sql`nullif(r.state, 'draft')`;
  return sql`(select case s.step when 'accept' then 'accepted' when 'return' then 'returned' when 'withdraw' then (
        select case d.step when 'return' then 'returned' end from report_step d
        where d.territory_id = s.territory_id and d.report_id = s.report_id and d.step in ('return', 'accept', 'reopen')
          and (d.at, d.id) < (s.at, s.id) order by d.at desc, d.id desc limit 1) else 'submitted' end
      from report_step s where s.territory_id = r.territory_id and s.report_id = r.id and s.step <> 'delegate' and s.at < ${startOf(reading.on)}
      order by s.at desc, s.id desc limit 1)`;
}

/** Whether it was this bearer's on the day: what was handed over later counts at whoever had it then. */
export function heldThen(reading: Reading): RawBuilder<SqlBool> {
  if (isNow(reading)) return sql<SqlBool>`true`;
  return sql<SqlBool>`(o.reassigned_at is null or o.reassigned_at < ${startOf(reading.on)})`;
}

/** What the journal keeps of moves of one obligation's due day, and of the one it was handed over from. */
const movesOf = sql`journal j, jsonb_array_elements(j.changes) c
      where j.territory_id = o.territory_id and j.subject_kind = 'obligation' and j.subject_id in (o.id, o.reassigned_from)
        and j.action = 'obligation.move-due' and c ->> 'field' = 'dueOn'`;

/** Where the due day stood: before the first move made since. */
export function dueAt(reading: Reading): RawBuilder<LocalDate> {
  if (isNow(reading)) return sql<LocalDate>`o.due_on`;
  return sql<LocalDate>`(case when o.due_moved then coalesce(
      (select (c ->> 'before')::date from ${movesOf} and j.at >= ${startOf(reading.on)} order by j.at, j.id limit 1),
      o.due_on) else o.due_on end)`;
}

/** Put off by hand out of the period asked about; where none is, put off at all. */
function movedAt(reading: Reading): RawBuilder<unknown> {
  const { on, within } = reading;
  const away = within ? sql`not stood.due between ${within.from}::date and ${within.to}::date` : sql`true`;
  if (isNow(reading)) return sql`(o.due_moved and ${away})`;
  return sql`(o.due_moved and ${away} and exists (select from ${movesOf} and j.at < ${startOf(on)}))`;
}

/** Whether it stood still on the last day before the reading, today where that is not over; by the due day it had then. */
function pausedAt(reading: Reading): RawBuilder<SqlBool> {
  if (isNow(reading)) return pausedSql(reading.today);
  return sql<SqlBool>`exists (select from pause x
      where ${pauseCovers(sql`stood.due`)}
        and x.from_on < ${reading.on}::date and (x.resumed_on is null or x.resumed_on >= ${reading.on}::date))`;
}

/** `outcomeOf` of `model/outcome.ts` as SQL; what it looks up is looked up once. */
export function outcomeSql(reading: Reading): RawBuilder<Outcome> {
  const { on } = reading;
  const closed = isNow(reading) ? sql`o.closed_at is not null` : sql`o.closed_at < ${startOf(on)}`;
  return sql<Outcome>`(select case
      when stood.state = 'accepted' and r.kind = 'notApplicable' then 'notApplicable'
      when stood.state = 'accepted' and r.done_on < o.opens_on then 'early'
      when stood.state = 'accepted' and r.done_on > stood.due then 'doneLate'
      when stood.state = 'accepted' then 'inTime'
      when stood.state = 'submitted' then 'submitted'
      when ${pausedAt(reading)} and not coalesce(${closed}, false) then 'paused'
      when stood.state is not null then stood.state
      when ${closed} then 'notApplicable'
      when stood.due < ${on}::date then 'late'
      when ${movedAt(reading)} then 'moved'
      when o.opens_on <= ${on}::date then 'running'
      else 'upcoming' end
    from (select ${stateAt(reading)} as state, ${dueAt(reading)} as due offset 0) stood)`;
}

/** Those with the outcome, or with any of those that a part takes together. */
export function hasOutcome(part: OutcomePart, reading: Reading): RawBuilder<SqlBool> {
  return sql<SqlBool>`${outcomeSql(reading)} = any (${[...outcomesOf(part)]}::text[])`;
}

/** Due between two days where the due day stood or where it had stood before: what was put off leaves no period in silence. */
export function dueBetween({ from, to }: Span, reading: Reading): RawBuilder<SqlBool> {
  const before = isNow(reading) ? sql`` : sql`and j.at < ${startOf(reading.on)}`;
  return sql<SqlBool>`(${dueAt(reading)} between ${from}::date and ${to}::date or (o.due_moved and exists (
      select from ${movesOf} ${before} and (c ->> 'before')::date between ${from}::date and ${to}::date)))`;
}

/** Put in by an order, an edit or a new bearer on these days: what was made later than the first ones of its programme. */
export function addedBetween(territoryId: Id, from: LocalDate, to: LocalDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(o.created_at at time zone t.time_zone)::date between ${from}::date and ${to}::date and o.id in (
      select made.id from obligation made join (
        select programme_id, min(created_at) as at from obligation where territory_id = ${territoryId} group by programme_id
      ) first on first.programme_id = made.programme_id
      where made.territory_id = ${territoryId} and made.created_at > first.at)`;
}

/** Put off by hand on these days. */
export function movedBetween(from: LocalDate, to: LocalDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(o.due_moved and exists (
      select from ${movesOf} and (j.at at time zone t.time_zone)::date between ${from}::date and ${to}::date))`;
}
