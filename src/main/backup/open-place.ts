import { join } from "node:path";
import type pg from "pg";
import type { Settings } from "#platform/config/settings.ts";
import { openFileStore } from "#platform/files/store.ts";
import { filePlacesOf } from "../file-places.ts";
import { openForCommand } from "../open-database.ts";
import { projectRoot } from "../place.ts";
import { sealsFile } from "../program.ts";
import type { BackupPlace } from "./make-backup.ts";
import { programVersion } from "./version.ts";

/** Where backups lie that no folder was named for. */
export const backupFolder = ({ backupFolder: folder, dataFolder }: Settings) => folder ?? join(dataFolder, "backups");

export interface OpenedPlace extends BackupPlace {
  readonly settings: Settings;
  /** the owner's connections */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** What a command backs up: the database of the settings, joined while the program runs, and its files. */
export async function openPlace(): Promise<OpenedPlace> {
  const opened = await openForCommand();
  const { settings, url } = opened;
  return {
    settings,
    pool: opened.database.pool,
    url: settings.databaseDirectUrl ?? url,
    files: await openFileStore(join(settings.dataFolder, "files"), filePlacesOf(settings)),
    dataFolder: settings.dataFolder,
    seals: sealsFile(settings.dataFolder, settings.journalSeals),
    program: await programVersion(projectRoot()),
    openKeys: settings.backupKeys ?? [],
    close: () => opened.close(),
  };
}
