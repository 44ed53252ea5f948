import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext } from "#platform/http/route.ts";
import type { RegionHome } from "../model/contract.ts";
import { figureOf } from "../model/figure.ts";
import { monthNow } from "../model/period.ts";
import { seesRegion, seesTerritoryHome } from "../model/policy.ts";
import { programmesOf } from "./load-programmes.ts";
import { presentPeriod } from "./programme-progress.ts";
import { coarseGroups } from "./progress-groups.ts";

/** Municipalities of a region side by side, by the same figures as their own homes; each by its own clock. */
export async function readRegionHome(
  context: RequestContext<unknown, { territoryId: Id }, unknown>,
): Promise<RegionHome> {
  const { actor, tx, query, clock } = context;
  if (!seesRegion(actor, query.territoryId)) throw commonProblem("not-found");
  const region = await tx
    .selectFrom("territory")
    .where("id", "=", query.territoryId)
    .where("kind", "=", "region")
    .select(["id", "short_name as name"])
    .executeTakeFirst();
  if (!region) throw commonProblem("not-found");
  const municipalities = await tx
    .selectFrom("territory")
    .where("parent_id", "=", region.id)
    .select(["id", "short_name as name", "time_zone"])
    .execute();
  const collator = new Intl.Collator("ru", { numeric: true });
  const territories: RegionHome["territories"] = [];
  for (const { id, name, time_zone: zone } of municipalities.sort((a, b) => collator.compare(a.name, b.name))) {
    if (!seesTerritoryHome(actor, id)) continue;
    const today = clock.today(zone);
    const month = monthNow(today);
    const groups = await coarseGroups(tx, id, actor, {}, today);
    const keys = (of: typeof groups) => new Set(of.map((group) => group.bearerKey)).size;
    territories.push({
      id,
      name,
      today,
      programmes: (await programmesOf(tx, actor, id)).length,
      bearers: keys(groups.filter((group) => group.state !== "notApplicable")),
      lateBearers: keys(groups.filter((group) => group.state === "late")),
      figure: figureOf(groups, today),
      month: presentPeriod(month),
      monthFigure: figureOf(groups, today, month),
    });
  }
  return { region, territories };
}
