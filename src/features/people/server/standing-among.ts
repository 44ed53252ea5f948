import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";

/** Those of the people who hold a role in the territory on the day, whatever role it is. */
export async function standingAmong(
  tx: Tx,
  territoryId: Id,
  personIds: readonly Id[],
  today: LocalDate,
): Promise<ReadonlySet<Id>> {
  if (personIds.length === 0) return new Set();
  const rows = await standing(tx, { territoryId, personIds, today });
  return new Set(rows.map((row) => row.person_id));
}

const standing = hot(
  (
    tx,
    {
      territoryId,
      personIds,
      today,
    }: { readonly territoryId: Id; readonly personIds: readonly Id[]; readonly today: LocalDate },
  ) =>
    tx
      .selectFrom("role_assignment")
      .where("territory_id", "=", territoryId)
      .where("person_id", "in", personIds)
      .where("from_on", "<=", today)
      .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
      .select("person_id")
      .distinct(),
);
