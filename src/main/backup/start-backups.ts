import { join } from "node:path";
import type { Settings } from "#platform/config/settings.ts";
import { placeOfFault } from "#shared/problem.ts";
import type { Program } from "../program.ts";
import { sealsFile } from "../program.ts";
import { installationKey } from "./installation-key.ts";
import { keepBackups, type KeptBackups } from "./keep-backups.ts";
import { backupFolder } from "./open-place.ts";
import { clearScratches } from "./scratch.ts";
import { programVersion } from "./version.ts";

/** Starts the clock work of backups for a running program, and clears what a killed drill left. With the worker apart, the pages' process tells of itself only. */
export async function startBackups(
  program: Pick<Program, "database" | "files">,
  settings: Settings,
  { url, root, works, log }: { url: string; root: string; works: boolean; log: (line: string) => void },
): Promise<KeptBackups> {
  const place = {
    url: settings.databaseDirectUrl ?? url,
    files: program.files,
    dataFolder: settings.dataFolder,
    seals: sealsFile(settings.dataFolder, settings.journalSeals),
    openKeys: settings.backupKeys ?? [],
    program: await programVersion(root),
  };
  const schedule = {
    at: works ? settings.backupAt : undefined,
    folder: backupFolder(settings),
    keep: settings.backupKeep,
    drill: works && settings.backupDrill,
    installationKey: await installationKey(settings),
  };
  if (works)
    await clearScratches(settings.dataFolder).catch((fault: unknown) =>
      log(`след учебного восстановления не убран: ${placeOfFault(fault)}`),
    );
  return keepBackups(program.database.pool, place, schedule, join(root, "migrations"), log);
}
