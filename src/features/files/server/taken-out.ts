import { FileAlteredError, FileMissingError } from "#platform/files/limits.ts";
import type { ReceivedFile } from "#platform/files/store.ts";
import type { WorkerTools } from "#platform/jobs/jobs.ts";

/** The content on this machine; undefined where it is lost, which the sweep tells of. */
export async function takenOut({ files }: WorkerTools, sha256: string): Promise<ReceivedFile | undefined> {
  try {
    return await files.receive(await files.open(sha256));
  } catch (fault) {
    if (fault instanceof FileMissingError || fault instanceof FileAlteredError) return undefined;
    throw fault;
  }
}
