import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { makeClock } from "#platform/clock/clock.ts";
import { openDatabase } from "#platform/db/database.ts";
import { openFileStore } from "#platform/files/store.ts";
import { sweepFiles } from "#features/files/server/sweep.ts";

/** Contents of the store that no row names. */
export async function strayContents(databaseUrl: string, dataFolder: string): Promise<ReadonlySet<string>> {
  const database = openDatabase(databaseUrl);
  try {
    const { rows } = await database.pool.query<{ sha256: string }>("select sha256 from named_content");
    const named = new Set(rows.map(({ sha256 }) => sha256));
    const files = await openFileStore(join(dataFolder, "files"));
    const strays = new Set<string>();
    for await (const { sha256 } of files.listFiles()) if (!named.has(sha256)) strays.add(sha256);
    return strays;
  } finally {
    await database.close();
  }
}

/** In what the rows, the store and the folders around it do not agree, once nothing runs any more; `before`: contents that were nobody's already. */
export async function disagreements(
  databaseUrl: string,
  dataFolder: string,
  ownFolders: readonly string[],
  before: ReadonlySet<string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of [...ownFolders, join(dataFolder, "files", "incoming")])
    for (const name of await readdir(folder)) found.push(`осталось ${join(folder, name)}`);
  for (const name of await readdir(join(dataFolder, "files")))
    if (!/^(?:[0-9a-f]{2}|incoming)$/.test(name)) found.push(`в хранилище лишнее: ${name}`);
  for (const sha256 of await strayContents(databaseUrl, dataFolder))
    if (!before.has(sha256)) found.push(`содержимое без строки: ${sha256}`);
  const database = openDatabase(databaseUrl);
  try {
    const files = await openFileStore(join(dataFolder, "files"));
    const { missing, altered, removed, suspicious } = await sweepFiles({ database, files, clock: makeClock() });
    if (missing + altered + removed + suspicious > 0)
      found.push(`сверка: нет ${missing}, изменено ${altered}, убрано ${removed}, подозрительно ${suspicious}`);
  } finally {
    await database.close();
  }
  return found;
}
