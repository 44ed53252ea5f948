import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { noteRun } from "../backup/backup-runs.ts";
import { makeBackup } from "../backup/make-backup.ts";
import { momentIn } from "../backup/moment.ts";
import { backupFolder, openPlace } from "../backup/open-place.ts";
import { contentInWords, lostInWords, sizeInWords } from "../backup/words.ts";

export const BACKUP_HELP = `npm run orientir -- backup [--to ПАПКА]

Делает резервную копию: все строки базы на одно мгновение и все файлы, о которых они говорят, в одном файле.
Программу можно не останавливать. Папка, которую называет --to, уже должна быть. Без --to копия ложится в ORIENTIR_BACKUP_FOLDER (без неё в <данные>/backups).
Если задан ORIENTIR_BACKUP_KEY, копия шифруется: прочесть её сможет только владелец секретного ключа, сам сервер не сможет.
Что делать с копиями дальше, сказано в docs/guide/backup.md.
`;

/** Makes a backup. Returns the exit code: 1 also where the store lacks files, since the copy is whole but the store is not. */
export async function backup(args: readonly string[], print: (line: string) => void): Promise<number> {
  let to: string | undefined;
  try {
    ({ to } = parseArgs({ args: [...args], options: { to: { type: "string" } } }).values);
  } catch {
    print(BACKUP_HELP);
    return 2;
  }
  const chosen = to === undefined ? undefined : resolve(to);
  // a disk that is not there must not be taken for a folder beside the data
  if (chosen !== undefined && !(await stat(chosen).catch(() => undefined))?.isDirectory()) {
    print(
      `Папки ${chosen} нет. Если она на другом диске, проверьте, подключён ли он; новую папку создайте сами. Копия не сделана.`,
    );
    return 1;
  }
  const place = await openPlace();
  try {
    const now = new Date();
    const made = await makeBackup(place, chosen ?? backupFolder(place.settings), now);
    print(`Копия готова: ${made.path} (${sizeInWords(made.bytes)}).`);
    print(`Сделана ${momentIn(made.header.timeZone, now)}; в имени файла то же по UTC. В ней ${contentInWords(made)}.`);
    if (place.openKeys.length === 0)
      print(
        "Копия не зашифрована. Пару ключей делает npm run orientir -- backup key; открытый впишите в ORIENTIR_BACKUP_KEY. Файл secret.key из папки данных сохраните отдельно: в открытую копию он не кладётся.",
      );
    const lost = lostInWords(made);
    if (lost) print(lost);
    await noteRun(place.pool, "backup", now, { file: made.name, bytes: made.bytes, sentence: lost });
    return lost ? 1 : 0;
  } finally {
    await place.close();
  }
}
