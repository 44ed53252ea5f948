import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkBackup, restoreBackup, spaceFor } from "#platform/backup/restore-backup.ts";
import { readSettings } from "#platform/config/settings.ts";
import { openS3Shelf } from "#platform/files/s3-shelf.ts";
import { openFileStore } from "#platform/files/store.ts";
import { keyOf } from "../backup/key-file.ts";
import { programVersion } from "../backup/version.ts";
import { contentInWords, lostInWords, originInWords, sizeInWords } from "../backup/words.ts";
import { filePlacesOf } from "../file-places.ts";
import { projectRoot } from "../place.ts";

export const RESTORE_HELP = `npm run orientir -- restore ФАЙЛ [--key ФАЙЛ_КЛЮЧА] [--check]

Восстанавливает резервную копию в пустое место: новую папку данных (ORIENTIR_DATA) и встроенную базу либо пустую базу
из DATABASE_URL; файлы ложатся в папку данных или в пустую корзину (ORIENTIR_S3_…). Копия проверяется целиком прежде, чем что-нибудь изменится; строки ложатся одной транзакцией и сверяются с описью.
Копия прежней версии доводится до этой. С --check копия только проверяется.
--key: файл с секретным ключом, если копия зашифрована.
`;

/** Restores a backup, or only checks it. Returns the exit code; refusals are thrown as BackupError. */
export async function restore(args: readonly string[], print: (line: string) => void): Promise<number> {
  let file: string | undefined;
  let options: { key?: string; check?: boolean };
  try {
    const read = parseArgs({
      args: [...args],
      options: { key: { type: "string" }, check: { type: "boolean" } },
      allowPositionals: true,
    });
    [file] = read.positionals;
    options = read.values;
  } catch {
    file = undefined;
    options = {};
  }
  if (file === undefined) {
    print(RESTORE_HELP);
    return 2;
  }
  const root = projectRoot();
  const settings = readSettings(process.env, root);
  const filePlaces = filePlacesOf(settings);
  const { s3 } = filePlaces;
  const request = {
    path: resolve(file),
    secretKey: await keyOf(options.key),
    program: await programVersion(root),
    migrations: join(root, "migrations"),
  };
  const walked = options.check
    ? await checkBackup(request)
    : await restoreBackup({
        ...request,
        dataFolder: settings.dataFolder,
        databaseUrl: settings.databaseDirectUrl ?? settings.databaseUrl,
        bucket: s3 && { name: `${s3.endpoint}/${s3.bucket}`, shelf: openS3Shelf(s3) },
        openStore: () => openFileStore(join(settings.dataFolder, "files"), filePlaces),
        say: print,
      });
  print(originInWords(walked));
  print(`В ней ${contentInWords(walked)}.`);
  const lost = lostInWords(walked);
  if (lost) print(`Когда её делали: ${lost}`);
  if (options.check) {
    const needed = spaceFor(walked, { embedded: settings.databaseUrl === undefined, bucket: s3 !== undefined });
    print(
      `Копия цела.${needed > 0 ? ` Для восстановления нужно ${sizeInWords(needed)} на диске этого компьютера.` : ""}`,
    );
    return 0;
  }
  print(`Восстановлено в ${settings.dataFolder}. Люди войдут заново: открытые сеансы в копию не кладутся.`);
  if (!walked.encrypted)
    print(`Положите в ${settings.dataFolder} файл secret.key прежней программы: в открытой копии его нет.`);
  return 0;
}
