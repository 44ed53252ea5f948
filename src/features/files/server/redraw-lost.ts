import type { Id } from "#shared/ids.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { askPreview } from "./draw-preview.ts";
import type { SweepParts } from "./sweep.ts";

/**
 * Has pictures of first pages drawn anew whose content is gone or cut short, where the file itself is there: of a disk that is away both are,
 * and both come back.
 */
export async function redrawLost({ database, files, signal }: SweepParts, jobs: Jobs): Promise<void> {
  const { rows } = await database.pool.query<{
    territoryId: Id;
    fileId: Id;
    sha256: string;
    bytes: number;
    original: string;
  }>(
    `select p.territory_id as "territoryId", p.file_id as "fileId", p.sha256, p.bytes, f.sha256 as original
     from file_preview p join stored_file f on f.territory_id = p.territory_id and f.id = p.file_id`,
  );
  // listed after the rows were asked for: what they name lay there before them
  const kept = new Map<string, number>();
  for await (const { sha256, bytes } of files.listFiles()) kept.set(sha256, bytes);
  const lost = rows.filter(({ sha256, bytes, original }) => kept.has(original) && kept.get(sha256) !== Number(bytes));
  for (const { territoryId, fileId } of lost) {
    if (signal?.aborted) return;
    await database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, async (tx) => {
      await tx
        .deleteFrom("file_preview")
        .where("territory_id", "=", territoryId)
        .where("file_id", "=", fileId)
        .execute();
      const file = await tx
        .updateTable("stored_file")
        .set({ preview_state: "none" })
        .where("territory_id", "=", territoryId)
        .where("id", "=", fileId)
        .where("preview_state", "=", "made")
        .returning("owner_kind")
        .executeTakeFirst();
      if (file) await askPreview(jobs.senderFor(tx), territoryId, fileId, file.owner_kind);
    });
  }
}
