import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { madeAtOf } from "#platform/backup/file-name.ts";
import { spentBackups, type Keep } from "#platform/backup/retention.ts";
import { UNFINISHED } from "#platform/backup/target-file.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Removes from a folder the backups that need not be kept and what cut-off ones left a day ago. Other files are not touched. */
export async function clearSpent(folder: string, keep: Keep): Promise<void> {
  const names = await readdir(folder);
  for (const name of spentBackups(names, keep)) await rm(join(folder, name));
  for (const name of names) {
    if (!name.endsWith(UNFINISHED) || !madeAtOf(name.slice(0, -UNFINISHED.length))) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > DAY_MS) await rm(join(folder, name));
  }
}
