import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export class FolderBusyError extends Error {}

/** Folders this process holds: its own number in a lock file may also be left over from before a restart of the machine. */
const held = new Set<string>();

/**
 * Takes the data folder for this process: two programs on one folder would write over each other. The lock appears whole or not at all
 * (a link to a finished file); one left by a process that no longer runs, or by an earlier life of the machine, is taken over.
 * Returns the release. Throws FolderBusyError with a Russian sentence while another process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "orientir.lock");
  const own = `${path}.${process.pid}`;
  await writeFile(own, `${process.pid}\n${await bootOf()}\n`, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await taken(own, path)) {
        held.add(path);
        return async () => {
          held.delete(path);
          await rm(path, { force: true });
        };
      }
      const holder = await holderOf(folder);
      if (holder !== undefined) {
        throw new FolderBusyError(
          `Папка данных ${folder} занята другой запущенной копией программы (процесс ${holder}). Остановите её или укажите другую папку в ORIENTIR_DATA.`,
        );
      }
      await rm(path, { force: true });
    }
    throw new FolderBusyError(
      `Не удалось занять папку данных ${folder}. Проверьте, не запускается ли программа дважды.`,
    );
  } finally {
    await rm(own, { force: true });
  }
}

/** The process that holds the folder now; undefined where none does. */
export async function holderOf(folder: string): Promise<number | undefined> {
  const path = join(folder, "orientir.lock");
  const [pid, boot] = (await readFile(path, "utf8").catch(() => "")).split("\n");
  const holder = Number(pid);
  if (!(holder > 0) || (boot !== undefined && boot !== "" && boot !== (await bootOf()))) return undefined;
  return (holder === process.pid ? held.has(path) : isRunning(holder)) ? holder : undefined;
}

async function taken(own: string, path: string): Promise<boolean> {
  return link(own, path).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === "EEXIST") return false;
      throw fault;
    },
  );
}

/** Names this life of the machine, so that a process number of an earlier one is not taken for a running program; "" where unknown. */
async function bootOf(): Promise<string> {
  return (await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "")).trim();
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
