import type { Id } from "#shared/ids.ts";
import { enterReach } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { reachOf } from "#platform/http/reach.ts";
import type { HeldRole } from "../model/policy.ts";

/**
 * Roles of a person that are in force or to come, in every territory. Row-level security hides foreign territories from the
 * actor, so the question is asked through the person's own eyes and the actor's reach is entered again; nothing of the answer
 * leaves the server.
 */
export async function rolesEverywhere(context: UseCaseContext, personId: Id): Promise<HeldRole[]> {
  const { tx, actor, clock } = context;
  await enterReach(tx, { person: personId, reads: [], writes: [] });
  const rows = await tx
    .selectFrom("role_assignment as r")
    .innerJoin("territory as t", "t.id", "r.territory_id")
    .where("r.person_id", "=", personId)
    .select(["r.role", "r.territory_id", "r.organisation_id", "r.to_on", "t.time_zone"])
    .execute();
  await enterReach(tx, reachOf(actor));
  return rows
    .filter((row) => row.to_on === null || row.to_on >= clock.today(row.time_zone))
    .map((row) => ({ role: row.role, territoryId: row.territory_id, organisationId: row.organisation_id }));
}
