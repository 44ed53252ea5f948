import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeKeys } from "#platform/backup/keys.ts";
import { noteRun } from "../backup/backup-runs.ts";
import { drillBackup, drillResult } from "../backup/drill.ts";
import { installationKey } from "../backup/installation-key.ts";
import { keyOf } from "../backup/key-file.ts";
import { makeBackup } from "../backup/make-backup.ts";
import { openPlace, type OpenedPlace } from "../backup/open-place.ts";
import { openScratch } from "../backup/scratch.ts";
import { contentInWords, drillInWords } from "../backup/words.ts";
import { projectRoot } from "../place.ts";

export const BACKUP_DRILL_HELP = `npm run orientir -- backup drill [ФАЙЛ] [--key ФАЙЛ_КЛЮЧА]

Учебное восстановление: копия поднимается в отдельную базу, которая потом выбрасывается, и сверяется с описью: число строк,
хеши файлов, цепочка журнала, вход в программу. Работающая база не затрагивается.
Без ФАЙЛА делается свежая копия, на время проверки. Код завершения 0, если сходится всё.
`;

/** Restores a backup for a trial and prints the table. Returns the exit code. */
export async function backupDrill(args: readonly string[], print: (line: string) => void): Promise<number> {
  let file: string | undefined;
  let key: string | undefined;
  try {
    const read = parseArgs({ args: [...args], options: { key: { type: "string" } }, allowPositionals: true });
    [file] = read.positionals;
    ({ key } = read.values);
  } catch {
    print(BACKUP_DRILL_HELP);
    return 2;
  }
  const secretKey = await keyOf(key);
  const place = await openPlace();
  const scratch = await openScratch(place.dataFolder);
  const startedAt = new Date();
  try {
    const given =
      file === undefined ? await freshOne(place, scratch.folder, print) : { path: resolve(file), secretKey };
    const lines = await drillBackup({
      ...given,
      program: place.program,
      migrations: join(projectRoot(), "migrations"),
      near: place.dataFolder,
      installationKey: await installationKey(place.settings),
    });
    for (const line of drillInWords(lines)) print(line);
    await noteRun(place.pool, "drill", startedAt, drillResult(lines));
    const well = lines.every(({ ok }) => ok);
    print(well ? "Копия восстанавливается." : "Копия восстановилась не полностью.");
    return well ? 0 : 1;
  } finally {
    await scratch.close();
    await place.close();
  }
}

/** A backup of this moment; an encrypted one is made readable to a key of this one run too, which is then forgotten. */
async function freshOne(place: OpenedPlace, folder: string, print: (line: string) => void) {
  const { open, secret } = await makeKeys();
  const made = await makeBackup(place, folder, new Date(), [open]);
  print(`Свежая копия: ${contentInWords(made)}.`);
  return { path: made.path, secretKey: secret };
}
