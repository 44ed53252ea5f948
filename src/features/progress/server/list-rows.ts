import { sql, type RawBuilder } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { presentObligation, type ObligationQuery } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import { ABOUT_STATE, ABOUT_TERM, type RowsList } from "../model/contract.ts";
import { changeInWords, OUTCOME_WORD, readingDayInWords } from "../model/outcome-words.ts";
import type { Outcome } from "../model/outcome.ts";
import { asksProgress } from "../model/policy.ts";
import type { RowsFilter, RowsQuery } from "../model/rows-query.ts";
import { programmeSeen, shortTitle } from "./load-programmes.ts";
import { movesOf } from "./moves.ts";
import { outcomeSql } from "./outcome-sql.ts";
import { progressRows, readingOf } from "./progress-groups.ts";

const PAGE = 50;
/** Rows of a sheet: more than any district has under one filter. */
const SHEET_ROWS = 20_000;

type Asked = RequestContext<unknown, z.output<typeof RowsQuery>, unknown>;

/** The obligations behind a figure, soonest first, fifty a page. */
export async function listRows(context: Asked): Promise<RowsList> {
  const { query } = context;
  const { rows, today, zone } = await rowsUnder(context, query);
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("total"))
    .executeTakeFirstOrThrow();
  const page = rows.limit(PAGE).offset((query.page - 1) * PAGE);
  const presented = await presentRows(context, page, today, zone);
  const about = await aboutFilter(context, query, today, presented[0]);
  return { today, rows: presented, total, page: query.page, pageSize: PAGE, about };
}

/** All rows of a filter for a sheet, with what the filter says. */
export async function rowsForSheet(context: RequestContext<unknown, RowsFilter, unknown>) {
  const { rows, today, zone } = await rowsUnder(context, context.query);
  const presented = await presentRows(context, rows.limit(SHEET_ROWS), today, zone);
  return { today, rows: presented, about: await aboutFilter(context, context.query, today, presented[0]) };
}

/** Rows with what came of each by the filter's day, and how its due day was set by hand. */
async function presentRows(
  { actor, tx, query }: RequestContext<unknown, RowsFilter, unknown>,
  page: ObligationQuery,
  today: LocalDate,
  zone: string,
): Promise<RowsList["rows"]> {
  const isRead = query.outcome !== undefined || query.on !== undefined;
  const outcome: RawBuilder<Outcome | null> = isRead ? outcomeSql(readingOf(query, today)) : sql`null::text`;
  const rows = await page
    .select(["o.bearer_key", outcome.as("outcome")])
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .execute();
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
  first: ObligationRow | undefined,
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
  if ((filter.bearer || filter.organisationId) && first) about.push({ name: "Исполнитель", text: first.bearer.name });
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
