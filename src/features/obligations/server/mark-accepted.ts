import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/**
 * Notes with the obligations, in the transaction of the decision, that their report was accepted, or that it is so no more. Whoever sets or
 * leaves the state «accepted» of a report calls this.
 */
export async function markAccepted(
  tx: Tx,
  territoryId: Id,
  obligationIds: readonly Id[],
  accepted: boolean,
): Promise<void> {
  await tx
    .updateTable("obligation")
    .set({ accepted })
    .where("territory_id", "=", territoryId)
    .where("id", "in", obligationIds)
    .execute();
}
