import { sql, type SqlBool } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { canSeeProgramme } from "#features/programmes/model/policy.ts";
import type { RegionHome } from "../model/contract.ts";
import { monthNow } from "../model/period.ts";
import { seesRegion, seesTerritoryHome } from "../model/policy.ts";
import { boardsOf } from "./kept-boards.ts";
import { presentPeriod } from "./programme-progress.ts";

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
  const places = municipalities
    .filter(({ id }) => seesTerritoryHome(actor, id))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ id, name, time_zone: zone }) => ({ id, name, today: clock.today(zone) }));
  const [boards, programmes] = await Promise.all([boardsOf(tx, places), programmesIn(tx, places)]);
  const territories = places.map(({ id, name, today }) => ({
    id,
    name,
    today,
    programmes: programmes.filter((one) => one.territoryId === id && canSeeProgramme(actor, one)).length,
    month: presentPeriod(monthNow(today)),
    ...boards.get(id)!,
  }));
  return { region, territories };
}

/** Programmes of the places but for drafts: nothing is owed by a draft. */
function programmesIn(tx: Tx, places: readonly { readonly id: Id }[]) {
  return tx
    .selectFrom("programme")
    .where(sql<SqlBool>`territory_id = any (${places.map(({ id }) => id)}::uuid[])`)
    .where("status", "!=", "draft")
    .select(["territory_id as territoryId", "owner_organisation_id as ownerOrganisationId", "status"])
    .execute();
}
