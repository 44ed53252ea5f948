import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/**
 * Notes with the obligations, in the transaction of the decision, that their report was accepted, or that it is so no more. Whoever sets or
 * leaves the state «accepted» of a report calls this. The rows are taken in the order of their identifiers, as plans take them.
 */
export async function markAccepted(
  tx: Tx,
  territoryId: Id,
  obligationIds: readonly Id[],
  accepted: boolean,
): Promise<void> {
  if (obligationIds.length === 0) return;
  await tx
    .with("taken", (from) =>
      from
        .selectFrom("obligation")
        .select("id")
        .where("territory_id", "=", territoryId)
        .where("id", "in", obligationIds)
        .orderBy("id")
        .forUpdate(),
    )
    .updateTable("obligation")
    .from("taken")
    .set({ accepted })
    .where("obligation.territory_id", "=", territoryId)
    .whereRef("obligation.id", "=", "taken.id")
    .execute();
}
