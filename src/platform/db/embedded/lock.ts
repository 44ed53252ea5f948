import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

export class FolderBusyError extends Error {}

/** Folders this process holds: its own number in a lock file may also be left over from before a restart of the machine. */
const held = new Set<string>();

/**
 * Takes the data folder for this process: two programs on one folder would write over each other.
 * A lock left by a process that no longer runs is taken over. Returns the release.
 * Throws FolderBusyError with a Russian sentence while another process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "orientir.lock");
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = await open(path, "wx", 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
      const holder = Number(await readFile(path, "utf8").catch(() => ""));
      if (attempt > 3 || (holder === process.pid ? held.has(path) : holder > 0 && isRunning(holder))) {
        throw new FolderBusyError(
          `Папка данных ${folder} занята другой запущенной копией программы (процесс ${holder}). Остановите её или укажите другую папку в ORIENTIR_DATA.`,
        );
      }
      await rm(path, { force: true });
    }
  }
}

/** Whether a process with this number exists, also when it belongs to another user. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}
