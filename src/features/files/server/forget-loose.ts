import type { Id } from "#shared/ids.ts";
import type { SweepParts } from "./sweep.ts";

const DAYS = 30;

/**
 * Forgets uploads that nothing cites for a month: left in forms that were closed, they hold people's papers for no purpose. Their contents go
 * with a later sweep. Returns how many.
 */
export async function forgetLoose({ database, clock }: SweepParts): Promise<number> {
  const before = new Date(clock.now().getTime() - DAYS * 24 * 60 * 60_000);
  const { rows } = await database.pool.query<{ territory_id: Id }>(
    "select distinct territory_id from stored_file where owner_kind is null and uploaded_at < $1",
    [before],
  );
  let forgotten = 0;
  for (const { territory_id: territoryId } of rows) {
    const reach = { person: undefined, reads: [territoryId], writes: [territoryId] };
    const { numDeletedRows } = await database.within(reach, (tx) =>
      tx
        .deleteFrom("stored_file")
        .where("territory_id", "=", territoryId)
        .where("owner_kind", "is", null)
        .where("uploaded_at", "<", before)
        .executeTakeFirst(),
    );
    forgotten += Number(numDeletedRows);
  }
  return forgotten;
}
