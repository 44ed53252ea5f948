import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { canReach, type DatabaseUser } from "./database-user.ts";
import { isRunning } from "./lock.ts";
import { placeBeside } from "./places.ts";

const run = promisify(execFile);
/** The database's owner: the program's own login. */
export const OWNER = "orientir_owner";

/** Where the database lies: in the data folder, or beside it where the database's user may not enter the data folder. */
export async function clusterFolder(
  dataFolder: string,
  user: DatabaseUser | undefined,
  say: (line: string) => void,
): Promise<string> {
  if (await canReach(user, dataFolder)) return join(dataFolder, "postgres");
  const place = placeBeside(dataFolder);
  await mkdir(place, { recursive: true, mode: 0o755 });
  say(`База хранится в ${place}: папка ${dataFolder} закрыта для пользователя, от имени которого работает PostgreSQL.`);
  return join(place, "postgres");
}

/** Makes the cluster at the first start; hands back the owner's password, kept in a file only the program's user can read. */
export async function ensureCluster(
  dataFolder: string,
  cluster: string,
  binaries: Binaries,
  user: DatabaseUser | undefined,
  say: (line: string) => void,
): Promise<string> {
  const passwordFile = join(dataFolder, "database-password");
  const finished = join(cluster, "orientir-ready");
  if (await exists(finished)) return (await readFile(passwordFile, "utf8")).trim();
  say("Создаю базу данных…");
  // a cluster without the mark is a first start that was cut short; it is set aside, never deleted: the mark alone may be missing
  if (await exists(cluster)) await rename(cluster, `${cluster}-unfinished-${process.pid}`);
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  if (user) await chown(cluster, user.uid, user.gid);
  const password = randomBytes(24).toString("base64url");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  const given = join(cluster, "..", `.initial-password-${process.pid}`);
  await writeFile(given, password, { mode: 0o600 });
  if (user) await chown(given, user.uid, user.gid);
  try {
    const options = [
      "--auth=scram-sha-256",
      `--pwfile=${given}`,
      `--username=${OWNER}`,
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--lc-collate=C",
      `--lc-ctype=${process.platform === "linux" ? "C.UTF-8" : "C"}`,
    ];
    await run(binaries.initdb, [`--pgdata=${cluster}`, ...options], {
      ...user,
      cwd: join(cluster, ".."),
      env: cleanEnvironment(),
    });
  } finally {
    await rm(given, { force: true });
  }
  await writeFile(finished, "");
  if (user) await chown(finished, user.uid, user.gid);
  return password;
}

/** A database left running by a program that was killed is stopped in order before ours starts. */
export async function stopOrphan(cluster: string, binaries: Binaries, user: DatabaseUser | undefined): Promise<void> {
  const pidFile = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(pidFile.split("\n")[0]);
  if (!(pid > 0) || !isRunning(pid)) return;
  await run(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "60"], {
    ...user,
    cwd: join(cluster, ".."),
    env: cleanEnvironment(),
  }).catch(() => {});
}

/** What PostgreSQL's programs are given of the environment: no PG* variable of the machine may change them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: "C", TZ: "UTC" };
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
