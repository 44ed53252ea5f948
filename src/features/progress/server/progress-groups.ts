import { sql, type RawBuilder, type SqlBool } from "kysely";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { namedSo, standIn, typedWords } from "#platform/db/word-search.ts";
import { pausedSql, seenBy, selectObligations, type ObligationQuery } from "#features/obligations/server/public.ts";
import { SOON_DAYS, type ObligationState } from "#features/obligations/model/state.ts";
import { ALL_TIME } from "#domain/formulas/measures-fulfilled.ts";
import type { ProgressGroup } from "../model/figure.ts";
import { monthNow } from "../model/period.ts";
import type { RowsFilter } from "../model/rows-query.ts";
import { addedBetween, dueBetween, hasOutcome, heldThen, movedBetween, type Reading } from "./outcome-sql.ts";

/** Whose eyes count: an actor's own, or all of the programme (for bare totals that open into nothing). */
export type Eyes = Actor | "whole";

/** `obligationState` of `obligations/model/state.ts` as SQL over `o` and its report `r`. */
export function stateSql(today: LocalDate): RawBuilder<ObligationState> {
  const near = addDays(today, SOON_DAYS);
  return sql<ObligationState>`case
    when r.state = 'accepted' then case when r.kind = 'notApplicable' then 'notApplicable' else 'accepted' end
    when r.state = 'submitted' then r.state
    when o.closed_at is null and ${pausedSql(today)} then 'paused'
    when r.state = 'returned' then r.state
    when o.closed_at is not null then 'notApplicable'
    when o.due_on < ${today}::date then 'late'
    when o.due_on <= ${near}::date then 'soon'
    else 'ahead' end`;
}

/** `plannedYearOf` of `obligations/model/text.ts` as SQL over `o` and its programme `p`. */
export const plannedYearSql: RawBuilder<number> = sql<number>`(case
  when p.year_kind = 'school' and o.occurrence_key ~ '^\\d{4}/(SY|T\\d)$' then left(o.occurrence_key, 4)::int
  when p.year_kind = 'school' then extract(year from o.due_on)::int - (extract(month from o.due_on) < 9)::int
  when o.occurrence_key ~ '^\\d{4}($|-|/[^T])' and o.occurrence_key !~ '/SY$' then left(o.occurrence_key, 4)::int
  else extract(year from o.due_on)::int end)`;

/** The rows a figure counts: every count and every list goes through here. */
export function progressRows(
  tx: Tx,
  territoryId: Id,
  eyes: Eyes,
  filter: Omit<RowsFilter, "territoryId">,
  today: LocalDate,
): ObligationQuery {
  let rows = selectObligations(tx, territoryId);
  if (eyes !== "whole") rows = rows.where(seenBy(eyes, territoryId));
  if (filter.programmeId) rows = rows.where("o.programme_id", "=", filter.programmeId);
  if (filter.roadmapId) rows = rows.where("m.roadmap_id", "=", filter.roadmapId);
  if (filter.sectionId) rows = rows.where("m.section_id", "in", sectionsUnder(territoryId, filter.sectionId));
  if (filter.measureId) rows = rows.where("o.measure_id", "=", filter.measureId);
  if (filter.organisationId) rows = rows.where("o.bearer_organisation_id", "=", filter.organisationId);
  if (filter.bearer) rows = rows.where("o.bearer_key", "=", filter.bearer);
  if (filter.occurrence) rows = rows.where("o.occurrence_key", "=", filter.occurrence);
  const { from, to, outcome, on, change } = filter;
  if (outcome || on) {
    const reading = readingOf(filter, today);
    rows = rows.where(heldThen(reading));
    if (reading.within) rows = rows.where(dueBetween(reading.within, reading));
    if (outcome) rows = rows.where(hasOutcome(outcome, reading));
  } else {
    if (from) rows = rows.where("o.due_on", ">=", from);
    if (to) rows = rows.where("o.due_on", "<=", to);
  }
  if (filter.recurring) rows = rows.where(returnsByCadence);
  if (change) {
    const [first, last] = [filter.changedFrom ?? ALL_TIME.from, filter.changedTo ?? ALL_TIME.to];
    rows = rows.where(change === "added" ? addedBetween(territoryId, first, last) : movedBetween(first, last));
  }
  if (filter.year) rows = rows.where(answersYear(filter.year));
  if (filter.state) rows = withinState(rows, filter.state, today);
  if (filter.state === "due") rows = rows.where(stateSql(today), "not in", ["notApplicable", "paused"]);
  else if (filter.state === "coming") rows = rows.where(stateSql(today), "in", ["soon", "ahead"]);
  else if (filter.state) rows = rows.where(stateSql(today), "=", filter.state);
  const words = typedWords(filter.q);
  if (words)
    rows = rows.where((eb) =>
      eb.or([
        eb("m.number", "=", words),
        standIn(words, "m.title", "b.short_name", "bp.family_name"),
        namedSo(words, "measure", "o.measure_id"),
        namedSo(words, "organisation", "o.bearer_organisation_id"),
        namedSo(words, "person", "o.bearer_person_id"),
      ]),
    );
  return rows;
}

/** What `stateSql` asks of the obligation itself or of its report, in words that an index answers: most of what was ever owed is left aside unread. */
function withinState(
  rows: ObligationQuery,
  state: NonNullable<RowsFilter["state"]>,
  today: LocalDate,
): ObligationQuery {
  const open = () => rows.where("o.closed_at", "is", null).where(sql<SqlBool>`not o.accepted`);
  if (state === "late") return open().where("o.due_on", "<", today);
  // said so, the report must be there: where few are, they are read first and not beside every obligation
  if (state === "accepted" || state === "submitted") return rows.where("r.state", "=", state);
  if (state === "soon" || state === "ahead" || state === "coming") return open().where("o.due_on", ">=", today);
  return rows;
}

/** The term of the measure `m` names a rhythm: what goes on without one, or happens once, is counted by no period. */
export const returnsByCadence: RawBuilder<SqlBool> = sql<SqlBool>`
  jsonb_path_exists(m.cadence, '$[*] ? (@.kind == "cadence" || @.kind == "yearly" || @.freq != null)')`;

/** The day on which a filter of outcomes reads, and the period it asks about. */
export function readingOf({ on, from, to }: Pick<RowsFilter, "on" | "from" | "to">, today: LocalDate): Reading {
  const within = from || to ? { within: { from: from ?? ALL_TIME.from, to: to ?? ALL_TIME.to } } : {};
  return { on: on ?? today, today, ...within };
}

/** Counts for the plan of a year: by its own name or day, or by a fact that its report gives for that year. */
function answersYear(year: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${plannedYearSql} = ${year} or exists (
      select from report_value rv where rv.territory_id = o.territory_id and rv.obligation_id = o.id and rv.year = ${year}))`;
}

function sectionsUnder(territoryId: Id, sectionId: Id): RawBuilder<Id> {
  return sql<Id>`(with recursive inside as (
      select id from section where territory_id = ${territoryId} and id = ${sectionId}
      union select s.id from section s join inside on s.parent_id = inside.id where s.territory_id = ${territoryId}
    ) select id from inside)`;
}

/** Obligations alike, with everything a figure may be counted by. */
export interface ProgressRecord extends ProgressGroup {
  readonly programmeId: Id;
  readonly measureId: Id;
  readonly bearerKey: string;
  readonly occurrenceKey: string;
}

/** Counts the rows of a filter, the alike ones together; the figures are made of these by `model/figure.ts`. */
export async function progressGroups(
  tx: Tx,
  territoryId: Id,
  eyes: Eyes,
  filter: Omit<RowsFilter, "territoryId">,
  today: LocalDate,
): Promise<ProgressRecord[]> {
  const counted = await progressRows(tx, territoryId, eyes, filter, today)
    .clearSelect()
    .select([
      "o.programme_id as programmeId",
      "o.measure_id as measureId",
      "o.bearer_key as bearerKey",
      "o.occurrence_key as occurrenceKey",
      "o.due_on as dueOn",
      stateSql(today).as("standing"),
      sql<number>`count(*)::int`.as("count"),
    ])
    .groupBy(["o.programme_id", "o.measure_id", "o.bearer_key", "o.occurrence_key", "o.due_on", "standing"])
    .execute();
  return counted.map(({ standing, ...rest }) => ({ state: standing, ...rest }));
}

/** Obligations alike for a figure of the day or of its month; `dueOn` is the first day of theirs. */
export interface CoarseGroup extends ProgressGroup {
  /** of the programme or the bearer that they are counted by */
  readonly key: string;
}

const KEYS = { programme: "o.programme_id", bearer: "o.bearer_key" } as const;

/**
 * As `progressGroups`, each programme or each bearer by itself, and due days no finer than `figureOf` asks of all time and of the day's
 * month: before the month, until today, until its end, after it. `of`: these bearers alone.
 */
export async function coarseGroups(
  tx: Tx,
  territoryId: Id,
  eyes: Eyes,
  filter: Omit<RowsFilter, "territoryId">,
  {
    today,
    by,
    of,
  }: { readonly today: LocalDate; readonly by: keyof typeof KEYS; readonly of?: readonly string[] | undefined },
): Promise<CoarseGroup[]> {
  const { from, to } = monthNow(today);
  const rows = progressRows(tx, territoryId, eyes, filter, today);
  const counted = await (of ? rows.where("o.bearer_key", "in", of) : rows)
    .clearSelect()
    .select((eb) => [
      eb.ref(KEYS[by]).as("key"),
      sql<number>`(o.due_on >= ${from}::date)::int + (o.due_on > ${today}::date)::int + (o.due_on > ${to}::date)::int`.as(
        "side",
      ),
      stateSql(today).as("standing"),
      eb.fn.min<LocalDate>("o.due_on").as("dueOn"),
      sql<number>`count(*)::int`.as("count"),
    ])
    .groupBy(["key", "side", "standing"])
    .execute();
  return counted.map(({ key, dueOn, standing, count }) => ({ key, dueOn, state: standing, count }));
}
