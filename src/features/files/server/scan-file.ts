import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { FileAlteredError, FileMissingError } from "#platform/files/limits.ts";
import { ScannerLimitError, ScannerSilentError } from "#platform/files/scanner.ts";
import { job, type Job, type Jobs, type WorkerTools } from "#platform/jobs/jobs.ts";
import type { Id } from "#shared/ids.ts";
import { askPreview } from "./draw-preview.ts";
import { askText } from "./keep-text.ts";
import type { SweepParts } from "./sweep.ts";

export const FILE_SCAN = "file-scan";

/** A scanner that is being started again takes about that long to read its signatures. */
const AGAIN_SECONDS = 60;

const ScanFile = z.object({ territoryId: id, fileId: id });

/**
 * Looks again for viruses in a file that came while the scanner was silent, as often as it takes; until then the file is given to nobody.
 * Where the scanner was set off since, the file is let out as one that came without a scanner.
 */
export const scanJob: Job = job({ queue: FILE_SCAN, data: ScanFile, handle: scanFile });

async function scanFile({ territoryId, fileId }: z.infer<typeof ScanFile>, tools: WorkerTools): Promise<void> {
  const file = await tools.within(territoryId, ({ tx }) =>
    tx
      .selectFrom("stored_file")
      .where("territory_id", "=", territoryId)
      .where("id", "=", fileId)
      .where("scan_state", "=", "waiting")
      .select("sha256")
      .executeTakeFirst(),
  );
  if (!file) return;
  const verdict = await verdictOn(tools, file.sha256);
  // of a lost content the sweep tells, of one that waits for long the page «Состояние»; both are asked for again every day
  if (verdict === "lost" || verdict === "beyond") return;
  await tools.within(territoryId, async ({ tx, clock, journal, send }) => {
    if (verdict === "waiting") return send(FILE_SCAN, { territoryId, fileId }, { afterSeconds: AGAIN_SECONDS });
    const row = await tx
      .updateTable("stored_file")
      .set({ scan_state: verdict, scanned_at: verdict === "none" ? null : clock.now() })
      .where("territory_id", "=", territoryId)
      .where("id", "=", fileId)
      .where("scan_state", "=", "waiting")
      .returning(["owner_kind", "media_type"])
      .executeTakeFirst();
    // looked at meanwhile by another process: a job may come twice
    if (!row) return;
    // it may have been cited while it waited, when there was nothing to draw or to read yet
    if (verdict !== "infected") {
      await askPreview(send, territoryId, fileId, row.owner_kind);
      if (row.owner_kind !== null) await askText(send, { territoryId, fileId, mediaType: row.media_type });
    }
    await journal({ territoryId, action: `file.${ACTIONS[verdict]}`, subjectKind: "file", subjectId: fileId });
  });
}

const ACTIONS = { clean: "checked", infected: "infected", none: "released" } as const;

async function verdictOn(
  { files }: WorkerTools,
  sha256: string,
): Promise<"clean" | "infected" | "none" | "waiting" | "beyond" | "lost"> {
  if (!files.scanner) return "none";
  try {
    return (await files.scanner.findVirus(await files.open(sha256))) === undefined ? "clean" : "infected";
  } catch (fault) {
    if (fault instanceof ScannerLimitError) return "beyond";
    if (fault instanceof ScannerSilentError) return "waiting";
    if (fault instanceof FileMissingError || fault instanceof FileAlteredError) return "lost";
    throw fault;
  }
}

/** Asks again for files that wait for longer than any round of the scanner: their job was lost with its queue. */
export async function askScansAgain({ database, clock }: SweepParts, jobs: Jobs): Promise<void> {
  const before = new Date(clock.now().getTime() - 24 * 60 * 60_000);
  const { rows } = await database.pool.query<{ territory_id: Id; id: Id }>(
    "select territory_id, id from stored_file where scan_state = 'waiting' and uploaded_at < $1",
    [before],
  );
  for (const { territory_id: territoryId, id: fileId } of rows)
    await database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, (tx) =>
      jobs.senderFor(tx)(FILE_SCAN, { territoryId, fileId }),
    );
}
