import { stat } from "node:fs/promises";
import { join } from "node:path";
import { backupFileName } from "#platform/backup/file-name.ts";
import { writeBackup, type MadeBackup } from "#platform/backup/write-backup.ts";
import type { FileStore } from "#platform/files/store.ts";
import { backupPlan } from "./plan.ts";

export interface BackupPlace {
  /** the owner's address of the database, past any pooler */
  readonly url: string;
  readonly files: Pick<FileStore, "read">;
  readonly dataFolder: string;
  /** file of the journal's seals */
  readonly seals: string;
  readonly program: string;
  /** open keys of the settings; none: backups are not encrypted */
  readonly openKeys: readonly string[];
}

export interface Backup extends MadeBackup {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** Makes a backup in `folder` under the name of its moment. `readers`: open keys of more readers, where it is encrypted at all. */
export async function makeBackup(
  place: BackupPlace,
  folder: string,
  now: Date,
  readers: readonly string[] = [],
): Promise<Backup> {
  const encrypted = place.openKeys.length > 0;
  const name = backupFileName(now, encrypted);
  const path = join(folder, name);
  const made = await writeBackup({
    url: place.url,
    plan: backupPlan({ ...place, encrypted }),
    program: place.program,
    path,
    openKeys: encrypted ? [...place.openKeys, ...readers] : [],
    now,
  });
  return { ...made, path, name, bytes: (await stat(path)).size };
}
