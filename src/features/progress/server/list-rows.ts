import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { inPortions } from "#platform/db/in-portions.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { bearerNameOf, presentObligation, type ObligationQuery } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { seesDrafts } from "#features/obligations/model/policy.ts";
import type { ObligationState } from "#features/obligations/model/state.ts";
import { occurrenceInWords } from "#features/obligations/model/text.ts";
import { ABOUT_STATE, ABOUT_TERM, type RowsList } from "../model/contract.ts";
import { changeInWords, OUTCOME_WORD, readingDayInWords } from "../model/outcome-words.ts";
import type { Outcome } from "../model/outcome.ts";
import { pagesBeside, type PageAt, type RowPlace } from "../model/page-at.ts";
import { asksProgress } from "../model/policy.ts";
import type { RowsFilter, RowsQuery } from "../model/rows-query.ts";
import { programmeSeen, shortTitle } from "./load-programmes.ts";
import { movesOf } from "./moves.ts";
import { outcomeSql } from "./outcome-sql.ts";
import { progressRows, readingOf, stateSql } from "./progress-groups.ts";

const PAGE = 50;
/** Rows of a sheet that are held at a time. */
const PORTION = 1000;

type Asked = RequestContext<unknown, z.output<typeof RowsQuery>, unknown>;

/** The obligations behind a figure, soonest first, fifty a page. */
export async function listRows(context: Asked): Promise<RowsList> {
  const { query } = context;
  const { rows, today, zone } = await rowsUnder(context, query);
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("total"))
    .executeTakeFirstOrThrow();
  const read = await pageOf(inOrder(query, rows, today), query.page).execute();
  const found = read.slice(0, PAGE);
  if (query.page.before) found.reverse();
  const presented = await presentRows(context, found, today, zone);
  const [top] = presented;
  const about = await aboutFilter(context, query, today, top && { ...top, bearerName: top.bearer.name });
  const places = found.map(({ due_on: dueOn, ordinal, id }) => ({ dueOn, ordinal, id }));
  return {
    today,
    rows: presented,
    total,
    page: query.page.number,
    pageSize: PAGE,
    ...pagesBeside(query.page, places, read.length > PAGE),
    about,
  };
}

/** A page and the row beyond it. One beside a known row is found by the index of due days, however deep it lies; one before a row comes backwards. */
function pageOf(rows: ReturnType<typeof inOrder>, { number, after, before }: PageAt) {
  const place = ({ dueOn, ordinal, id }: RowPlace) => sql`(${dueOn}::date, ${ordinal}::int, ${id}::uuid)`;
  if (after)
    return rows
      .where("o.due_on", ">=", after.dueOn)
      .where(sql<SqlBool>`(o.due_on, m.ordinal, o.id) > ${place(after)}`)
      .limit(PAGE + 1);
  if (before)
    return rows
      .where("o.due_on", "<=", before.dueOn)
      .where(sql<SqlBool>`(o.due_on, m.ordinal, o.id) < ${place(before)}`)
      .clearOrderBy()
      .orderBy("o.due_on", "desc")
      .orderBy("m.ordinal", "desc")
      .orderBy("o.id", "desc")
      .limit(PAGE + 1);
  return rows.limit(PAGE + 1).offset((number - 1) * PAGE);
}

/** A line of a sheet: nothing is read for it that it does not print. */
export interface SheetLine {
  readonly measureNumber: string;
  readonly measureTitle: string;
  readonly programmeTitle: string;
  readonly bearerName: string;
  readonly occurrence: string;
  readonly dueOn: LocalDate;
  readonly state: ObligationState;
  readonly remark: string;
}

/** All rows of a filter for a sheet, in portions, with what the filter says; `more` is read before the transaction ends. */
export async function rowsForSheet(context: RequestContext<unknown, RowsFilter, unknown>) {
  const { query, tx, actor } = context;
  const { rows, today } = await rowsUnder(context, query);
  const portions = inPortions(tx, sheetColumns(soonestFirst(rows), today), PORTION);
  const withDrafts = seesDrafts(actor, query.territoryId);
  const lineOf = ({ occurrenceKey, opensOn, reportState, remark, ...row }: SheetRecord): SheetLine => ({
    measureNumber: row.measure_number,
    measureTitle: row.measure_title,
    programmeTitle: row.programme_title,
    bearerName: bearerNameOf(row),
    occurrence: occurrenceInWords({ occurrenceKey, opensOn, dueOn: row.dueOn }),
    dueOn: row.dueOn,
    state: row.standing,
    // of a draft nothing is told to whoever does not see drafts
    remark: reportState === "draft" && !withDrafts ? "" : (remark ?? ""),
  });
  const first = await portions.next();
  const lines: readonly SheetLine[] = (first.value ?? []).map(lineOf);
  const more = async function* () {
    for await (const portion of portions) yield portion.map(lineOf);
  };
  return { today, lines, more: more(), about: await aboutFilter(context, query, today, lines[0]) };
}

function sheetColumns(rows: ObligationQuery, today: LocalDate) {
  return rows
    .clearSelect()
    .select((eb) => [
      eb.ref("m.number").$notNull().as("measure_number"),
      eb.ref("m.title").$notNull().as("measure_title"),
      sql<string>`coalesce(nullif(p.short_title, ''), p.title)`.as("programme_title"),
      "b.short_name as bearer_name",
      "bp.family_name as bp_family",
      "bp.given_name as bp_given",
      "bp.patronymic as bp_patronymic",
      eb.ref("t.short_name").$notNull().as("territory_name"),
      "o.occurrence_key as occurrenceKey",
      "o.opens_on as opensOn",
      "o.due_on as dueOn",
      stateSql(today).as("standing"),
      "r.state as reportState",
      "r.remark",
    ]);
}

type SheetRecord = Awaited<ReturnType<ReturnType<typeof sheetColumns>["execute"]>>[number];

const soonestFirst = (rows: ObligationQuery) => rows.orderBy("o.due_on").orderBy("m.ordinal").orderBy("o.id");

/** The rows soonest first, each with what came of it by the filter's day. */
function inOrder(filter: RowsFilter, rows: ObligationQuery, today: LocalDate) {
  const isRead = filter.outcome !== undefined || filter.on !== undefined;
  const outcome: RawBuilder<Outcome | null> = isRead ? outcomeSql(readingOf(filter, today)) : sql`null::text`;
  return soonestFirst(rows).select((eb) => [
    "o.bearer_key",
    eb.ref("m.ordinal").$notNull().as("ordinal"),
    outcome.as("outcome"),
  ]);
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof inOrder>["execute"]>>[number];

/** Rows as they leave the server, with how the due day of each was set by hand. */
async function presentRows(
  { actor, tx, query }: RequestContext<unknown, RowsFilter, unknown>,
  rows: readonly FoundRow[],
  today: LocalDate,
  zone: string,
): Promise<RowsList["rows"]> {
  const moved = rows.filter((row) => row.due_moved).map((row) => row.id);
  const moves = await movesOf(tx, query.territoryId, moved, zone);
  return rows.map((row) => {
    const last = moves.find(({ obligationId }) => obligationId === row.id);
    const move = last ? { from: last.from, to: last.to, on: last.on, reason: last.reason } : null;
    return { ...presentObligation(row, actor, today), bearerKey: row.bearer_key, outcome: row.outcome, move };
  });
}

async function rowsUnder(context: RequestContext<unknown, RowsFilter, unknown>, filter: RowsFilter) {
  const { actor, tx, clock } = context;
  if (!asksProgress(actor, filter.territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, filter.territoryId);
  const today = clock.today(zone);
  return { rows: progressRows(tx, filter.territoryId, actor, filter, today), today, zone };
}

/** Names of what the filter points to; a programme the actor does not see is «not-found», with all that stands in it. */
async function aboutFilter(
  { tx, actor }: Pick<Asked, "tx" | "actor">,
  filter: RowsFilter,
  today: LocalDate,
  first: Pick<SheetLine, "occurrence" | "bearerName"> | undefined,
): Promise<RowsList["about"]> {
  const { territoryId, programmeId, roadmapId, sectionId, measureId, outcome, on } = filter;
  const about: RowsList["about"] = [];
  if (on && on < today) {
    about.push({ name: `Состояние ${readingDayInWords(on, today)}`, text: outcome ? OUTCOME_WORD[outcome] : "любое" });
  } else if (outcome) about.push({ name: ABOUT_STATE, text: OUTCOME_WORD[outcome] });
  if (filter.change) about.push({ name: "Что изменилось", text: changeInWords(filter.change, filter) });
  if (programmeId) {
    const programme = await programmeSeen(tx, actor, territoryId, programmeId);
    about.push({ name: "Программа", text: shortTitle(programme) });
  }
  const named = [
    { name: "Дорожная карта", id: roadmapId, find: roadmapNamed },
    { name: "Раздел", id: sectionId, find: sectionNamed },
    { name: "Мероприятие", id: measureId, find: measureNamed },
  ];
  for (const { name, id, find } of named) {
    if (!id) continue;
    const row = await find(tx, territoryId, id);
    if (!row) throw commonProblem("not-found");
    await programmeSeen(tx, actor, territoryId, row.programme_id);
    about.push({ name, text: [row.number, row.title].filter(Boolean).join(" ") });
  }
  if (filter.occurrence && first) about.push({ name: ABOUT_TERM, text: first.occurrence });
  // the name of a person comes only from a row that the actor sees
  if ((filter.bearer || filter.organisationId) && first) about.push({ name: "Исполнитель", text: first.bearerName });
  return about;
}

function roadmapNamed(tx: Tx, territoryId: Id, id: Id) {
  return tx
    .selectFrom("roadmap")
    .where("territory_id", "=", territoryId)
    .where("id", "=", id)
    .select(["programme_id", "title", sql<string>`''`.as("number")])
    .executeTakeFirst();
}

function sectionNamed(tx: Tx, territoryId: Id, id: Id) {
  return tx
    .selectFrom("section as s")
    .innerJoin("roadmap as r", (join) =>
      join.onRef("r.territory_id", "=", "s.territory_id").onRef("r.id", "=", "s.roadmap_id"),
    )
    .where("s.territory_id", "=", territoryId)
    .where("s.id", "=", id)
    .select(["r.programme_id", "s.title", "s.number"])
    .executeTakeFirst();
}

function measureNamed(tx: Tx, territoryId: Id, id: Id) {
  return tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("id", "=", id)
    .select(["programme_id", "title", "number"])
    .executeTakeFirst();
}
