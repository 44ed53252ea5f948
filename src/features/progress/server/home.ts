import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import { daysBetween, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { leadsTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { TerritoryHome } from "../model/contract.ts";
import { figureOf } from "../model/figure.ts";
import { monthNow } from "../model/period.ts";
import { recordsCall, seesTerritoryHome } from "../model/policy.ts";
import { lateList, longestFirst } from "./late-list.ts";
import { notBegun } from "./not-begun.ts";
import { programmeFigures } from "./programme-figures.ts";
import { presentPeriod } from "./programme-progress.ts";
import { coarseGroups } from "./progress-groups.ts";

/** «Сегодня» of those who watch over a territory: the month's plan, whom to call, what nobody has begun, programmes. */
export async function readTerritoryHome(
  context: RequestContext<unknown, { territoryId: Id }, unknown>,
): Promise<TerritoryHome> {
  const { actor, tx, query, clock } = context;
  const { territoryId } = query;
  if (!seesTerritoryHome(actor, territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, territoryId);
  const today = clock.today(zone);
  const month = monthNow(today);
  // asked together: nothing of it waits for an answer to the rest
  const [due, { late, allLateAreSchools }, begins, programmes] = await Promise.all([
    coarseGroups(tx, territoryId, actor, { from: month.from, to: month.to }, { today, by: "programme" }),
    lateOnes(tx, actor, territoryId, today, zone),
    notBegun(tx, actor, territoryId, today, zone),
    programmeFigures(tx, actor, territoryId, today),
  ]);
  return {
    today,
    zone,
    month: presentPeriod(month),
    monthFigure: figureOf(due, today),
    daysLeft: daysBetween(today, month.to),
    late,
    allLateAreSchools,
    notBegun: begins,
    programmes,
    can: { review: leadsTerritory(actor, territoryId), call: recordsCall(actor, territoryId) },
  };
}

async function lateOnes(tx: Tx, actor: Actor, territoryId: Id, today: LocalDate, zone: string) {
  const late = await lateList(tx, actor, territoryId, today, zone);
  const bearers = [...late.bearers, ...late.own];
  const allLateAreSchools = await areSchools(
    tx,
    bearers.map(({ organisationId }) => organisationId),
  );
  return { late: { ...late, bearers: longestFirst(late.bearers) }, allLateAreSchools };
}

/** «7 школ» may be said of schools alone; among others they are «7 исполнителей». */
async function areSchools(tx: Tx, ids: readonly (Id | null)[]): Promise<boolean> {
  const organisationIds = ids.flatMap((id) => id ?? []);
  if (organisationIds.length < ids.length || organisationIds.length === 0) return false;
  const rows = await tx.selectFrom("organisation").where("id", "in", organisationIds).select("kind").execute();
  return rows.every((row) => row.kind === "school");
}
