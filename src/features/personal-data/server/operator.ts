import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/** The operator of personal data in a territory: its authority as the registry has it; the territory itself where none is entered. */
export async function operatorOf(
  tx: Tx,
  territoryId: Id,
): Promise<{ readonly name: string; readonly address: string }> {
  const authority = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("kind", "=", "authority")
    .where("closed_on", "is", null)
    .select(["name", "address"])
    .orderBy("id")
    .executeTakeFirst();
  if (authority) return authority;
  const territory = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select("name")
    .executeTakeFirstOrThrow();
  return { name: territory.name, address: "" };
}
