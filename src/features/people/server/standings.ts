import type { Id } from "#shared/ids.ts";
import { enterReach, NO_REACH } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { reachOf } from "#platform/http/reach.ts";
import type { HeldPlace } from "../model/policy.ts";

/**
 * Asks about people in every territory. Row-level security hides foreign territories from the actor, so all are entered for the
 * question and the actor's reach is entered again; what is found decides a right and does not leave the server.
 */
export async function seeingEverywhere<T>(context: UseCaseContext, ask: () => Promise<T>): Promise<T> {
  const { tx, actor } = context;
  const territories = await tx.selectFrom("territory").select("id").execute();
  await enterReach(tx, { ...NO_REACH, reads: territories.map(({ id }) => id) });
  const found = await ask();
  await enterReach(tx, reachOf(actor));
  return found;
}

/** Positions and roles that people hold now or will hold, in every territory. */
export async function placesHeld(
  context: UseCaseContext,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly HeldPlace[]>> {
  const { tx, clock } = context;
  const held = new Map<Id, HeldPlace[]>(personIds.map((personId) => [personId, []]));
  if (personIds.length === 0) return held;
  const columns = ["person_id", "territory_id", "organisation_id", "to_on"] as const;
  const rows = await seeingEverywhere(context, async () => {
    const roles = tx.selectFrom("role_assignment").select([...columns, "role"]);
    const positions = tx.selectFrom("membership").select(columns);
    return [
      ...(await roles.where("person_id", "in", personIds).execute()),
      ...(await positions.where("person_id", "in", personIds).execute()).map((row) => ({ ...row, role: null })),
    ];
  });
  const zones = new Map(
    (await tx.selectFrom("territory").select(["id", "time_zone"]).execute()).map((row) => [row.id, row.time_zone]),
  );
  for (const row of rows)
    if (row.to_on === null || row.to_on >= clock.today(zones.get(row.territory_id)!))
      held.get(row.person_id)!.push({
        role: row.role,
        territoryId: row.territory_id,
        organisationId: row.organisation_id,
      });
  return held;
}

/** The same for one person. */
export async function placesHeldBy(context: UseCaseContext, personId: Id): Promise<readonly HeldPlace[]> {
  return (await placesHeld(context, [personId])).get(personId)!;
}
