import { readdir, readFile, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clusterPlaces } from "#platform/db/embedded/places.ts";
import { holderOf } from "#platform/db/embedded/lock.ts";
import { BackupError } from "./backup-error.ts";

/** Stands in the data folder while a restore works: a program does not start on half of it. */
const MARK = "restore-unfinished";

/** Throws BackupError where a restore on this data folder was cut off. */
export async function requireRestored(dataFolder: string): Promise<void> {
  if (await exists(join(dataFolder, MARK)))
    throw new BackupError(
      `В папке ${dataFolder} осталось незаконченное восстановление из копии. Повторите его (npm run orientir -- restore ФАЙЛ) или укажите другую папку в ORIENTIR_DATA.`,
    );
}

/** `bucket`: name of the bucket that was empty before the restore; empty where files go into the folder. */
export const markUnfinished = (dataFolder: string, bucket = "") =>
  writeFile(join(dataFolder, MARK), bucket, { mode: 0o600 });
export const unmark = (dataFolder: string) => rm(join(dataFolder, MARK), { force: true });
export const isUnfinished = (dataFolder: string) => exists(join(dataFolder, MARK));
/** Whether what lies in this bucket was left by a restore on this data folder that was cut off. */
export const isUnfinishedIn = async (dataFolder: string, bucket: string) =>
  (await readFile(join(dataFolder, MARK), "utf8").catch(() => "")) === bucket;

/** Throws BackupError unless nothing is in the data folder and no program works on it; what a cut-off restore left does not count. */
export async function requireEmptyFolder(dataFolder: string): Promise<void> {
  const holder = await holderOf(dataFolder);
  if (holder !== undefined)
    throw new BackupError(
      `На папке ${dataFolder} работает программа (процесс ${holder}). Ничего не изменено. Остановите её или укажите другую папку в ORIENTIR_DATA.`,
    );
  if (await isUnfinished(dataFolder)) return;
  const inside = (await readdir(dataFolder).catch(() => [])).filter((name) => !name.startsWith("orientir.lock"));
  const beside = await exists(clusterPlaces(dataFolder)[1]);
  if (inside.length > 0 || beside)
    throw new BackupError(
      `Папка ${dataFolder} не пуста: восстановление идёт только в пустое место. Ничего не изменено. Укажите новую папку: ORIENTIR_DATA=ПАПКА npm run orientir -- restore ФАЙЛ.`,
    );
}

/** Bytes free where `folder` is or will be. */
export async function freeBytes(folder: string): Promise<number> {
  for (let at = folder; ; at = dirname(at)) {
    const disk = await statfs(at).catch(() => undefined);
    if (disk) return disk.bavail * disk.bsize;
    if (at === dirname(at)) return 0;
  }
}

/** Throws BackupError where less than `needed` bytes are free. */
export function requireSpace(free: number, needed: number): void {
  if (free < needed)
    throw new BackupError(
      `На диске не хватает места: нужно ${megabytes(needed)} МБ, свободно ${megabytes(free)} МБ. Ничего не изменено. Освободите место или укажите папку на другом диске.`,
    );
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
