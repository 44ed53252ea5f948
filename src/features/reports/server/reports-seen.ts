import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { KnownActor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { seenBy } from "#features/obligations/server/public.ts";
import { seesDrafts } from "#features/obligations/model/policy.ts";
import { belongsToTerritory, seesTerritory } from "#features/places/model/access.ts";

/** `seesReport` of `model/policy.ts` as a condition on `report as r` of one territory. */
export function reportsSeen(tx: Tx, actor: KnownActor, territoryId: Id): RawBuilder<SqlBool> {
  if (!belongsToTerritory(actor, territoryId)) return sql<SqlBool>`false`;
  const drafts = seesDrafts(actor, territoryId) ? sql<SqlBool>`true` : sql<SqlBool>`r.state <> 'draft'`;
  if (seesTerritory(actor, territoryId)) return drafts;
  const answered = tx
    .selectFrom("report_obligation as ro")
    .innerJoin("obligation as o", (join) =>
      join.onRef("o.territory_id", "=", "ro.territory_id").onRef("o.id", "=", "ro.obligation_id"),
    )
    .innerJoin("programme as p", (join) =>
      join.onRef("p.territory_id", "=", "o.territory_id").onRef("p.id", "=", "o.programme_id"),
    )
    .where(sql<SqlBool>`ro.territory_id = r.territory_id and ro.report_id = r.id`)
    .where(seenBy(actor, territoryId))
    .select(sql`1`.as("one"));
  return sql<SqlBool>`(${drafts} and (r.author_person_id = ${actor.personId} or exists (${answered})))`;
}
