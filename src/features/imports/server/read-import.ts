import { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { job, type Job, type WorkerTools } from "#platform/jobs/jobs.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ReadingStep } from "../model/reading-step.ts";
import { firstReview } from "./first-review.ts";
import { readApart, type ReadingProblem } from "./read-apart.ts";

export const IMPORT_READ = "import-read";

const ReadImport = z.object({ territoryId: id, importId: id });

/** Reads a document taken in: stage by stage, each seen at once by whoever waits. A second run finds it read and does nothing. */
export const importJobs: readonly Job[] = [
  job({ queue: IMPORT_READ, data: ReadImport, handle: readImport, givenUp: refuseUnread }),
];

async function readImport({ territoryId, importId }: z.infer<typeof ReadImport>, tools: WorkerTools): Promise<void> {
  const document = await tools.within(territoryId, ({ tx }) =>
    tx
      .selectFrom("document_import")
      .where("territory_id", "=", territoryId)
      .where("id", "=", importId)
      .where("status", "=", "reading")
      .select(["name", "sha256"])
      .executeTakeFirst(),
  );
  if (!document) return;
  const say = (stage: ReadingStep) =>
    tools.within(territoryId, ({ tx }) => change(tx, territoryId, importId, { stage }));
  // a fault of the disk, the database or the program is no answer about the document: the job is tried again, then given up
  const result = await readApart(await tools.files.read(document.sha256), document.name, say);
  if (!result) return;
  if (result.ok && !(await say("Сохраняю прочитанное"))) return;
  await tools.within(territoryId, async ({ tx, clock, journal }) => {
    const today = clock.today(await timeZoneOf(tx, territoryId));
    const changed = await change(
      tx,
      territoryId,
      importId,
      result.ok
        ? {
            status: "review",
            stage: "",
            grids: JSON.stringify(result.value.grids),
            reading: JSON.stringify(result.value.reading),
            ...(await firstReview(tx, territoryId, importId, result.value.reading, today)),
          }
        : { status: "failed", stage: "", problem: JSON.stringify(result.refusal) },
    );
    if (changed)
      await journal({
        territoryId,
        action: result.ok ? "import.read" : "import.fail",
        subjectKind: "import",
        subjectId: importId,
        detail: result.ok ? {} : { code: result.refusal.code },
      });
  });
}

const UNREADABLE: ReadingProblem = {
  code: "reading-failed",
  text: "Прочитать документ не получилось по вине программы. Файл сохранён: загрузите его ещё раз, а если не выйдет, сообщите администратору.",
};

/** The last try failed: nobody is left before a document that is «being read» for ever. */
async function refuseUnread({ territoryId, importId }: z.infer<typeof ReadImport>, tools: WorkerTools): Promise<void> {
  await tools.within(territoryId, async ({ tx, journal }) => {
    const problem = JSON.stringify(UNREADABLE);
    if (await change(tx, territoryId, importId, { status: "failed", stage: "", problem }))
      await journal({
        territoryId,
        action: "import.fail",
        subjectKind: "import",
        subjectId: importId,
        detail: { code: UNREADABLE.code },
      });
  });
}

interface Changes {
  readonly status?: "review" | "failed";
  readonly stage: string;
  readonly grids?: string;
  readonly reading?: string;
  readonly settings?: string;
  readonly decisions?: string;
  readonly problem?: string;
}

/** Changes an import that is still being read; false where it was cancelled meanwhile. */
async function change(tx: Tx, territoryId: Id, importId: Id, changes: Changes): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("document_import")
    .set(changes)
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .where("status", "=", "reading")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
