import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { ApartEndError, runApart, type ApartLimits } from "#platform/files/apart.ts";
import { atMost } from "#platform/files/at-most.ts";
import { doFileTask, type FileAnswer, type FileTask } from "./file-task.ts";

/**
 * A picture of 100 megapixels takes some 500 MB while it is turned. People who read and write go before a file that somebody sends, and that
 * before what nobody waits for, which may take the longer.
 */
const LIMITS = {
  now: { seconds: 40, megabytes: 1024, niceness: 5 },
  later: { seconds: 120, megabytes: 1024, niceness: 10 },
} as const;

/** Each takes a core and some 100 MB: more of them would take both from one another, and from whoever only reads. */
const inTurn = atMost(Math.max(2, availableParallelism()));

const BUNDLED = fileURLToPath(new URL("./file-process.js", import.meta.url));

export interface Apart {
  readonly entry?: string;
  readonly limits?: ApartLimits;
  /** «later» where nobody waits before a screen */
  readonly when?: "now" | "later";
}

/**
 * Does a task under limits of time and memory; at a limit it has failed, perhaps for this once. The built program does it in a process of its own; run from the
 * sources, it does it in place.
 */
export async function doApart(
  task: FileTask,
  { entry = BUNDLED, when = "now", limits = LIMITS[when] }: Apart = {},
): Promise<FileAnswer> {
  if (!existsSync(entry)) return doFileTask(task);
  try {
    return await inTurn(() => runApart<FileTask, FileAnswer>(entry, task, limits), { when });
  } catch (fault) {
    if (fault instanceof ApartEndError) return { kind: "failed", isPassing: true };
    throw fault;
  }
}
