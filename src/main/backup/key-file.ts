import { readFile } from "node:fs/promises";
import { BackupError } from "#platform/backup/backup-error.ts";
import { secretKeyIn } from "#platform/backup/keys.ts";

/** The secret key of a file; undefined where no file is named. Throws BackupError where it cannot be read or holds none. */
export async function keyOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, "utf8").catch(() => {
    throw new BackupError(`Файл ключа не читается: ${path}.`);
  });
  return secretKeyIn(text);
}
