import type { Id } from "#shared/ids.ts";
import { FORGOTTEN_AFTER_DAYS } from "../model/uploads.ts";
import type { SweepParts } from "./sweep.ts";

/** Forgets files whose parts stand still for days, and traces of those that were ended; their contents go with a later sweep. Returns how many. */
export async function forgetUploads({ database, clock }: SweepParts): Promise<number> {
  const before = new Date(clock.now().getTime() - FORGOTTEN_AFTER_DAYS * 24 * 60 * 60_000);
  const { rows } = await database.pool.query<{ territory_id: Id }>(
    "select distinct territory_id from file_upload where touched_at < $1",
    [before],
  );
  let forgotten = 0;
  for (const { territory_id: territoryId } of rows) {
    const reach = { person: undefined, reads: [territoryId], writes: [territoryId] };
    const { numDeletedRows } = await database.within(reach, (tx) =>
      tx
        .deleteFrom("file_upload")
        .where("territory_id", "=", territoryId)
        .where("touched_at", "<", before)
        .executeTakeFirst(),
    );
    forgotten += Number(numDeletedRows);
  }
  return forgotten;
}
