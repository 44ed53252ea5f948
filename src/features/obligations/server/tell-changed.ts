import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";

/** In place of a bearer's key: anybody's of the territory. */
export const ANY_BEARER = "";

/**
 * Notes, in the transaction of the change, whose figures are to be counted anew: of these obligations, that were closed, moved, handed
 * over, or whose report went from one state to another. A draft changes no figure. Nobody waits for a note of another.
 */
export async function tellChanged(tx: Tx, territoryId: Id, obligationIds: readonly Id[]): Promise<void> {
  if (obligationIds.length === 0) return;
  await noteBearers(tx, { territoryId, obligationIds });
}

const noteBearers = hot(
  (tx, { territoryId, obligationIds }: { readonly territoryId: Id; readonly obligationIds: readonly Id[] }) =>
    tx
      .insertInto("obligation_change")
      .columns(["territory_id", "bearer_key"])
      .expression((from) =>
        from
          .selectFrom("obligation")
          .where("territory_id", "=", territoryId)
          .where("id", "in", obligationIds)
          .select(["territory_id", "bearer_key"])
          .distinct(),
      ),
);

/** As `tellChanged`, of every obligation of the territory: a plan made anew, a pause. */
export async function tellAllChanged(tx: Tx, territoryId: Id): Promise<void> {
  await tx.insertInto("obligation_change").values({ territory_id: territoryId, bearer_key: ANY_BEARER }).execute();
}
