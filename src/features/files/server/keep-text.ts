import { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { Id } from "#shared/ids.ts";
import { job, type Job, type Jobs, type WorkerTools } from "#platform/jobs/jobs.ts";
import type { SendJob } from "#platform/jobs/send-job.ts";
import { hasText, plainText, TEXTUAL } from "../model/file-text.ts";
import { doApart } from "./do-apart.ts";
import type { SweepParts } from "./sweep.ts";
import { takenOut } from "./taken-out.ts";

const FILE_TEXT = "file-text";

const ReadText = z.object({ territoryId: id, fileId: id });

/** Files whose reading was lost are asked for again, so many a day. */
const MOST_AGAIN = 2000;

/** Asks for the text of a file that a record cites, so that it is found by its words. */
export async function askText(send: SendJob, file: { territoryId: Id; fileId: Id; mediaType: string }): Promise<void> {
  const { territoryId, fileId } = file;
  if (hasText(file.mediaType)) await send(FILE_TEXT, { territoryId, fileId });
}

/** Reads the words of a file. One in quarantine is not read until it is let out; what cannot be read is found by its name alone. */
export const textJob: Job = job({ queue: FILE_TEXT, data: ReadText, handle: readText });

async function readText({ territoryId, fileId }: z.infer<typeof ReadText>, tools: WorkerTools): Promise<void> {
  const file = await tools.within(territoryId, ({ tx }) =>
    tx
      .selectFrom("stored_file")
      .where("territory_id", "=", territoryId)
      .where("id", "=", fileId)
      .where("text_state", "=", "none")
      .where("owner_kind", "is not", null)
      .where("scan_state", "in", ["none", "clean"])
      .select(["sha256", "name"])
      .executeTakeFirst(),
  );
  if (!file) return;
  const work = await takenOut(tools, file.sha256);
  if (!work) return;
  try {
    const read = await doApart({ kind: "text", path: work.path, name: file.name }, { when: "later" });
    await keepText(tools, territoryId, fileId, read.kind === "text" ? plainText(read.text) : undefined);
  } finally {
    await tools.files.drop(work);
  }
}

async function keepText(tools: WorkerTools, territoryId: Id, fileId: Id, body: string | undefined): Promise<void> {
  await tools.within(territoryId, async ({ tx, clock }) => {
    const taken = await tx
      .updateTable("stored_file")
      .set({ text_state: body === undefined ? "failed" : "read" })
      .where("territory_id", "=", territoryId)
      .where("id", "=", fileId)
      .where("text_state", "=", "none")
      .returning("id")
      .executeTakeFirst();
    if (!taken || body === undefined) return;
    await tx
      .insertInto("file_text")
      .values({ territory_id: territoryId, file_id: fileId, body, read_at: clock.now() })
      .execute();
  });
}

/** Asks for texts that nobody read: of files older than the program's search, and of those whose job was lost with its queue. */
export async function askTextsAgain({ database, clock }: SweepParts, jobs: Jobs): Promise<void> {
  const before = new Date(clock.now().getTime() - 24 * 60 * 60_000);
  const { rows } = await database.pool.query<{ territoryId: Id; fileId: Id; mediaType: string }>(
    `select territory_id as "territoryId", id as "fileId", media_type as "mediaType" from stored_file
     where text_state = 'none' and owner_kind is not null and scan_state in ('none', 'clean') and fault is null and uploaded_at < $1
       and media_type = any ($2) order by uploaded_at desc limit $3`,
    [before, [...TEXTUAL], MOST_AGAIN],
  );
  for (const file of rows)
    await database.within({ person: undefined, reads: [file.territoryId], writes: [file.territoryId] }, (tx) =>
      askText(jobs.senderFor(tx), file),
    );
}
