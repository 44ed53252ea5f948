import { createReadStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { Id } from "#shared/ids.ts";
import { job, type Job, type WorkerTools } from "#platform/jobs/jobs.ts";
import type { SendJob } from "#platform/jobs/send-job.ts";
import { drawsPages, firstPage } from "#platform/office/first-page.ts";
import { holdContent } from "./content-lock.ts";
import { doApart } from "./do-apart.ts";
import type { PreviewSize } from "./draw-picture.ts";
import type { StoredFileTable } from "./tables.ts";
import { takenOut } from "./taken-out.ts";

const FILE_PREVIEW = "file-preview";

const DrawPreview = z.object({ territoryId: id, fileId: id });

/** Asks for the picture of a file that a record cites; a document that becomes a programme is shown by its tables. */
export async function askPreview(
  send: SendJob,
  territoryId: Id,
  fileId: Id,
  ownerKind: StoredFileTable["owner_kind"],
): Promise<void> {
  if (ownerKind !== null && ownerKind !== "import") await send(FILE_PREVIEW, { territoryId, fileId });
}

/** Draws the first page of a file, small and larger. What cannot be drawn has no picture, and nobody is told of a failure. */
export const previewJob: Job = job({ queue: FILE_PREVIEW, data: DrawPreview, handle: drawPreview });

async function drawPreview({ territoryId, fileId }: z.infer<typeof DrawPreview>, tools: WorkerTools): Promise<void> {
  const file = await tools.within(territoryId, ({ tx }) =>
    tx
      .selectFrom("stored_file")
      .where("territory_id", "=", territoryId)
      .where("id", "=", fileId)
      .where("preview_state", "=", "none")
      .where("scan_state", "in", ["none", "clean"])
      .select(["sha256", "media_type"])
      .executeTakeFirst(),
  );
  if (!file) return;
  const ofPage = drawsPages(file.media_type);
  if (!ofPage && !/^image\/(jpeg|png|webp)$/.test(file.media_type)) return;
  const work = await takenOut(tools, file.sha256);
  if (!work) return;
  const picture = `${work.path}-page`;
  try {
    const page = ofPage ? await firstPage(work.path, file.media_type) : undefined;
    if (page) await writeFile(picture, page);
    const failed = ofPage && !page;
    const drawn = failed
      ? undefined
      : await doApart({ kind: "draw", path: page ? picture : work.path, into: work.path }, { when: "later" });
    if (drawn?.kind === "draw") await keepDrawn(tools, territoryId, fileId, work.path, drawn.sizes);
    else await mark(tools, territoryId, fileId, "failed");
  } finally {
    await tools.files.drop(work);
    for (const left of [picture, `${work.path}.small`, `${work.path}.large`]) await rm(left, { force: true });
  }
}

async function keepDrawn(
  tools: WorkerTools,
  territoryId: Id,
  fileId: Id,
  from: string,
  sizes: Readonly<Record<"small" | "large", PreviewSize>>,
): Promise<void> {
  for (const size of ["small", "large"] as const) {
    const received = await tools.files.receive(createReadStream(`${from}.${size}`));
    try {
      await tools.files.carry(received);
      await tools.within(territoryId, async ({ tx }) => {
        await holdContent(tx, received.sha256);
        await tools.files.adopt(received);
        await tx
          .insertInto("file_preview")
          .values({
            territory_id: territoryId,
            file_id: fileId,
            size,
            sha256: received.sha256,
            bytes: received.bytes,
            ...sizes[size],
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
    } finally {
      await tools.files.drop(received);
    }
  }
  await mark(tools, territoryId, fileId, "made");
}

async function mark(tools: WorkerTools, territoryId: Id, fileId: Id, state: "made" | "failed"): Promise<void> {
  await tools.within(territoryId, ({ tx }) =>
    tx
      .updateTable("stored_file")
      .set({ preview_state: state })
      .where("territory_id", "=", territoryId)
      .where("id", "=", fileId)
      .execute(),
  );
}
