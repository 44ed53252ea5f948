import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BackupError } from "./backup-error.ts";
import { exists } from "./place.ts";

/** How a file is called until its last byte is on the disk: never taken for a backup. */
export const UNFINISHED = ".unfinished";

/**
 * Writes a stream to `path` so that the name appears only when all of it is on the disk: a name for the time of writing, fsync, rename,
 * fsync of the folder. What a fault left half written is removed. Throws BackupError where a file of this name is there or is being written.
 */
export async function writeWhole(content: Readable, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}${UNFINISHED}`;
  const handle = await open(unfinished, "wx", 0o600).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === "EEXIST" ? taken(path) : fault;
  });
  try {
    // asked under the name for the time of writing, which one alone holds: nobody else makes this file appear
    if (await exists(path)) throw taken(path);
    await pipeline(content, createWriteStream("", { fd: handle.fd, autoClose: false }));
    await handle.sync();
    await handle.close();
    await rename(unfinished, path);
  } catch (fault) {
    await handle.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw fault;
  }
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}

const taken = (path: string) =>
  new BackupError(
    `Файл ${basename(path)} уже есть или как раз пишется, он не тронут. Повторите через несколько секунд.`,
  );
