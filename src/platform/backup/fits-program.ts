import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BackupError } from "./backup-error.ts";
import type { Header } from "./format.ts";

/** Whether this version of the program can take the backup up; throws BackupError with what to do. `migrations`: the folder of this version. */
export async function requireFitting(header: Header, program: string, migrations: string): Promise<void> {
  const newer = `Копия сделана более новой версией программы (${header.program}, эта версия ${program}). Ничего не изменено. Обновите программу и повторите.`;
  if (compareVersions(header.program, program) > 0) throw new BackupError(newer);
  const own = new Set(await readdir(migrations));
  for (const { name, sha256 } of header.migrations) {
    if (!own.has(name)) throw new BackupError(newer);
    const text = await readFile(join(migrations, name));
    if (createHash("sha256").update(text).digest("hex") !== sha256)
      throw new BackupError(
        `Изменение базы ${name} в копии другое, чем в этой программе. Ничего не изменено. Возьмите выпуск программы, которым сделана копия.`,
      );
  }
}

/** Below nought where `one` is older: versions «1.2.3», what follows the three numbers is not looked at. */
export function compareVersions(one: string, other: string): number {
  const numbers = (text: string) => text.split(/[.+-]/).slice(0, 3).map(Number);
  const [left, right] = [numbers(one), numbers(other)];
  for (const at of [0, 1, 2]) if (left[at] !== right[at]) return (left[at] ?? 0) - (right[at] ?? 0);
  return 0;
}
