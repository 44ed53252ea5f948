import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** The user the embedded database runs as: PostgreSQL refuses to run as root. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * undefined when the program itself runs as an ordinary user (or on Windows); under root, the unprivileged `nobody`,
 * which every Unix has (a user id without an entry in the passwd file does not work: initdb looks its name up).
 */
export async function databaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile("/etc/passwd", "utf8");
  const entry = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  if (!entry)
    throw new Error(
      "Программа запущена от root, а пользователя nobody на машине нет. Запустите её от обычного пользователя.",
    );
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Whether `user` may walk down to `path` and read it: every folder above must let others pass. */
export async function canReach(user: DatabaseUser | undefined, path: string): Promise<boolean> {
  if (!user) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    const info = await stat(at).catch(() => undefined);
    if (info) {
      const open =
        (info.mode & 0o001) !== 0 ||
        (info.uid === user.uid && (info.mode & 0o100) !== 0) ||
        (info.gid === user.gid && (info.mode & 0o010) !== 0);
      if (!open) return false;
    }
    if (at === dirname(at)) return true;
  }
}
