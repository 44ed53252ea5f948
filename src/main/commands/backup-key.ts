import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupError } from "#platform/backup/backup-error.ts";
import { makeKeys } from "#platform/backup/keys.ts";

export const BACKUP_KEY_HELP = `npm run orientir -- backup key [--to ФАЙЛ]

Делает пару ключей для резервных копий. Открытый (age1…) впишите на сервере в ORIENTIR_BACKUP_KEY: им копии шифруются.
Секретный (AGE-SECRET-KEY-…) нужен, чтобы копию восстановить: держите его вне сервера, в двух местах.
С --to секретный ключ записывается в новый файл и не печатается. Программа его нигде не хранит.
`;

/** Makes a pair of keys. Returns the exit code. */
export async function backupKey(args: readonly string[], print: (line: string) => void): Promise<number> {
  let to: string | undefined;
  try {
    ({ to } = parseArgs({ args: [...args], options: { to: { type: "string" } } }).values);
  } catch {
    print(BACKUP_KEY_HELP);
    return 2;
  }
  const { open, secret } = await makeKeys();
  const text = `# Секретный ключ резервных копий Ориентира. Открытый ключ: ${open}\n${secret}\n`;
  if (to !== undefined)
    await writeFile(resolve(to), text, { flag: "wx", mode: 0o600 }).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === "EEXIST") throw new BackupError(`Файл ${to} уже есть: ключ поверх него не пишется.`);
      throw fault;
    });
  print("Открытый ключ, для настройки ORIENTIR_BACKUP_KEY на сервере:");
  print(`  ${open}`);
  print(to === undefined ? "Секретный ключ, для восстановления:" : `Секретный ключ записан в ${resolve(to)}.`);
  if (to === undefined) print(`  ${secret}`);
  print("Уберите секретный ключ с сервера и держите в двух местах: например, на флешке в сейфе и распечатанным.");
  print("Без него зашифрованные копии не восстановит никто. У кого он есть, тот прочтёт всё.");
  return 0;
}
