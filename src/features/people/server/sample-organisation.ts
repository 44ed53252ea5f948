import type { UseCaseContext } from "#platform/http/route.ts";
import { addsPeople } from "#features/places/model/policy.ts";
import { isOpen } from "#features/places/model/registry.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Id } from "#shared/ids.ts";

/** Short name of an organisation the actor may add people to, a school before others: the sample of a sheet must be loadable as it is. */
export async function sampleOrganisation(context: UseCaseContext, territoryId: Id): Promise<string> {
  const { actor, tx, clock } = context;
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const rows = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .select(["id", "kind", "short_name as shortName", "closed_on as closedOn"])
    .orderBy("short_name")
    .execute();
  const own = rows.filter((one) => isOpen(one, today) && addsPeople(actor, territoryId, one.id));
  // where there is none yet, the example shows only how a name looks
  return (own.find(({ kind }) => kind === "school") ?? own[0])?.shortName ?? "СОШ № 1";
}
