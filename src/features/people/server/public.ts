import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { seeingEverywhere } from "./standings.ts";

/** Territories in which the person stands or ever stood, by a position or a role. */
export async function territoriesOf(context: UseCaseContext, personId: Id): Promise<ReadonlySet<Id>> {
  const { tx } = context;
  const rows = await seeingEverywhere(context, async () => [
    ...(await tx.selectFrom("membership").where("person_id", "=", personId).select("territory_id").execute()),
    ...(await tx.selectFrom("role_assignment").where("person_id", "=", personId).select("territory_id").execute()),
  ]);
  return new Set(rows.map((row) => row.territory_id));
}

export { requireFresh } from "./confirm-person.ts";
export { findPerson } from "./read-person.ts";
export { standingAmong } from "./standing-among.ts";
export { placesHeld, placesHeldBy } from "./standings.ts";
export type { PersonTable } from "./tables.ts";
export { standingsSeen } from "./standings-seen.ts";
