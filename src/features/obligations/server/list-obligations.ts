import { sql } from "kysely";
import { addDays } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import { typedWords } from "#platform/db/word-search.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { z } from "zod";
import type { ListQuery, ObligationList } from "../model/contract.ts";
import { SOON_DAYS, type ObligationState } from "../model/state.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { namedBy } from "./named-by.ts";
import { pausedSql } from "./paused.ts";
import { presentObligation, seenBy, selectObligations, type ObligationQuery } from "./obligation-rows.ts";

const PAGE = 50;

/** The obligations the actor sees, soonest first, fifty a page. */
export async function listObligations(
  context: RequestContext<unknown, z.output<typeof ListQuery>, unknown>,
): Promise<ObligationList> {
  const { actor, tx, query, clock } = context;
  if (!belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  let rows = selectObligations(tx, query.territoryId).where(seenBy(actor, query.territoryId));
  if (query.organisationId) rows = rows.where("o.bearer_organisation_id", "=", query.organisationId);
  if (query.programmeId) rows = rows.where("o.programme_id", "=", query.programmeId);
  if (query.measureId) rows = rows.where("o.measure_id", "=", query.measureId);
  if (query.sectionId) rows = rows.where("m.section_id", "=", query.sectionId);
  if (query.from) rows = rows.where("o.due_on", ">=", query.from);
  if (query.to) rows = rows.where("o.due_on", "<=", query.to);
  if (query.state) rows = inState(rows, query.state, clock.today(await timeZoneOf(tx, query.territoryId)));
  const words = typedWords(query.q);
  if (words) rows = namedBy(rows, words);
  const figure = rows.clearSelect().select(sql<number>`count(*)::int`.as("figure"));
  // the bounds stand in the text, so that the one plan kept for the statement is the plan of a short page
  const picked = rows
    .clearSelect()
    .selectAll("o")
    .orderBy("o.due_on")
    .orderBy("o.id")
    .limit(sql.lit(PAGE))
    .offset(sql.lit((query.page - 1) * PAGE));
  // one journey to the database: the count and the territory's zone come with the page, and only its rows are joined with their words
  const page = await selectObligations(tx, query.territoryId, picked)
    .select(figure.as("total"))
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
  const [first] = page;
  const past = !first && query.page > 1;
  const total = past ? (await figure.executeTakeFirstOrThrow()).figure : (first?.total ?? 0);
  const today = first && clock.today(first.time_zone);
  return {
    rows: today ? page.map((row) => presentObligation(row, actor, today)) : [],
    total,
    page: query.page,
    pageSize: PAGE,
  };
}

/** `obligationState` as a condition, for filters and counts. */
export function inState(rows: ObligationQuery, state: ObligationState, today: LocalDate): ObligationQuery {
  if (state === "submitted") return rows.where("r.state", "=", "submitted");
  if (state === "accepted") return rows.where("r.state", "=", "accepted").where("r.kind", "=", "done");
  const unanswered = (query: ObligationQuery) =>
    query.where((eb) => eb.or([eb("r.state", "is", null), eb("r.state", "=", "draft")]));
  if (state === "notApplicable")
    return rows.where((eb) =>
      eb.or([
        eb.and([eb("r.state", "=", "accepted"), eb("r.kind", "=", "notApplicable")]),
        eb.and([eb("o.closed_at", "is not", null), eb.or([eb("r.state", "is", null), eb("r.state", "=", "draft")])]),
      ]),
    );
  const paused = pausedSql(today);
  if (state === "returned")
    return rows
      .where("r.state", "=", "returned")
      .where((eb) => eb.or([eb("o.closed_at", "is not", null), eb.not(paused)]));
  if (state === "paused")
    return rows
      .where((eb) => eb.or([eb("r.state", "is", null), eb("r.state", "in", ["draft", "returned"])]))
      .where("o.closed_at", "is", null)
      .where(paused);
  const open = unanswered(rows)
    .where("o.closed_at", "is", null)
    .where((eb) => eb.not(paused));
  if (state === "late") return open.where("o.due_on", "<", today);
  const edge = addDays(today, SOON_DAYS);
  return state === "soon"
    ? open.where("o.due_on", ">=", today).where("o.due_on", "<=", edge)
    : open.where("o.due_on", ">", edge);
}
