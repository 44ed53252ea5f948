import { sql, type SelectQueryBuilder } from "kysely";
import type { Id } from "#shared/ids.ts";
import { addDays } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import { typedWords } from "#platform/db/word-search.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { z } from "zod";
import type { ListQuery, ObligationList } from "../model/contract.ts";
import { obligationScope } from "../model/policy.ts";
import { SOON_DAYS, type ObligationState } from "../model/state.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { namedBy } from "./named-by.ts";
import { seenBy, selectObligations, type Bare, type ObligationQuery } from "./obligation-rows.ts";
import { presentPage, selectPackedPage, type PackedPage } from "./packed-page.ts";
import { pausedSql } from "./paused.ts";

const PAGE = 50;

interface ListValues {
  readonly territoryId: Id;
  readonly organisationId: Id | undefined;
  readonly programmeId: Id | undefined;
  readonly measureId: Id | undefined;
  readonly sectionId: Id | undefined;
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
  /** rows before the page; undefined of the first */
  readonly before: number | undefined;
}

/** The obligations the actor sees, soonest first, fifty a page. */
export async function listObligations(
  context: RequestContext<unknown, z.output<typeof ListQuery>, unknown>,
): Promise<ObligationList> {
  const { actor, tx, query, clock } = context;
  const { territoryId, organisationId, programmeId, measureId, sectionId, from, to, page } = query;
  if (!belongsToTerritory(actor, territoryId)) throw commonProblem("not-found");
  const before = page === 1 ? undefined : (page - 1) * PAGE;
  const values = { territoryId, organisationId, programmeId, measureId, sectionId, from, to, before };
  const words = typedWords(query.q);
  const whole = obligationScope(actor, territoryId).kind === "all";
  let found: PackedPage | undefined;
  if (whole && !words && !query.state) [found] = await wholePage(tx, values);
  else {
    const today = query.state && clock.today(await timeZoneOf(tx, territoryId));
    let own = selectObligations(tx, territoryId).where(bounded(values)).where(seenBy(actor, territoryId));
    if (query.state) own = inState(own, query.state, today!);
    if (words) own = namedBy(own, words);
    [found] = await pageOf(tx, own.clearSelect(), values).execute();
  }
  const { total, time_zone } = found!;
  return { rows: presentPage(found!, actor, clock.today(time_zone)), total, page, pageSize: PAGE };
}

/** A page of all that a territory owes, as its specialists open it most often. */
const wholePage = hot<ListValues, PackedPage>((tx, values) =>
  pageOf(tx, tx.selectFrom("obligation as o").where(bounded(values)), values),
);

function bounded({ territoryId, organisationId, programmeId, measureId, sectionId, from, to }: ListValues) {
  return (eb: Bare) =>
    eb.and([
      eb("o.territory_id", "=", territoryId),
      ...(organisationId ? [eb("o.bearer_organisation_id", "=", organisationId)] : []),
      ...(programmeId ? [eb("o.programme_id", "=", programmeId)] : []),
      ...(measureId ? [eb("o.measure_id", "=", measureId)] : []),
      ...(sectionId ? [eb("o.measure_id", "in", measuresOf(eb, territoryId, sectionId))] : []),
      ...(from ? [eb("o.due_on", ">=", from)] : []),
      ...(to ? [eb("o.due_on", "<=", to)] : []),
    ]);
}

const measuresOf = (eb: Bare, territoryId: Id, sectionId: Id) =>
  eb
    .selectFrom("measure")
    .select("measure.id")
    .where("measure.territory_id", "=", territoryId)
    .where("measure.section_id", "=", sectionId);

/** One journey to the database: the count and the territory's zone come with the page, and only its rows are joined with their words. */
function pageOf(tx: Tx, rows: SelectQueryBuilder<any, any, any>, { territoryId, before }: ListValues) {
  // the bounds of the first page stand in the text, so that the one plan kept for it is the plan of a short page; all others have one text
  const picked = rows
    .selectAll("o")
    .orderBy("o.due_on")
    .orderBy("o.id")
    .limit(sql.lit(PAGE))
    .offset(before ?? sql.lit(0));
  return selectPackedPage(tx, territoryId, picked, rows.select(sql<number>`count(*)::int`.as("figure")));
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
