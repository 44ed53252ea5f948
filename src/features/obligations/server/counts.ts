import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { belongsToTerritory, isKnown } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Counts } from "../model/contract.ts";
import { endOfWeek } from "../model/state.ts";
import { openAt } from "./home.ts";
import { pausedSql } from "./paused.ts";
import { awaitingDecision } from "./awaiting-decision.ts";

/** Figures beside the navigation: due by Sunday or returned here; reports the actor may decide; notices not read. */
export async function readCounts(
  context: RequestContext<unknown, { territoryId: Id; organisationId?: Id | undefined }, unknown>,
): Promise<Counts> {
  const { actor, tx, query, clock } = context;
  if (!isKnown(actor) || !belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, query.territoryId);
  const today = clock.today(zone);
  const due = openAt(tx, actor, query.territoryId, query.organisationId)
    .where((eb) => eb.not(pausedSql(today)))
    .where((eb) =>
      eb.or([
        eb("r.state", "=", "returned"),
        eb.and([
          eb("o.due_on", "<=", endOfWeek(today)),
          eb.or([eb("r.state", "is", null), eb("r.state", "=", "draft")]),
        ]),
      ]),
    )
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("figure"))
    .executeTakeFirstOrThrow();
  const review = awaitingDecision(tx, actor, query.territoryId)
    .clearSelect()
    .select(sql<number>`count(distinct r.id)::int`.as("figure"))
    .executeTakeFirstOrThrow();
  const notices = tx
    .selectFrom("notice")
    .where("person_id", "=", actor.personId)
    .where("read_at", "is", null)
    .select(sql<number>`count(*)::int`.as("figure"))
    .executeTakeFirstOrThrow();
  const [owed, waiting, unread] = await Promise.all([due, review, notices]);
  return { due: owed.figure, review: waiting.figure, notices: unread.figure };
}
