import { spawn } from "node:child_process";
import { chmod, chown, copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { findBinaries } from "#platform/db/embedded/binaries.ts";
import { cleanEnvironment } from "#platform/db/embedded/cluster.ts";
import { canReach, databaseUser, type DatabaseUser } from "#platform/db/embedded/database-user.ts";
import { clusterPlaces } from "#platform/db/embedded/places.ts";
import { freePort } from "./mail-server.ts";

/** A PostgreSQL that follows another one's journal. */
export interface StreamingReplica {
  readonly url: string;
  /** what is written on the main server comes and is not shown any more */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** it shows everything that the main server holds now */
  untilLevel(): Promise<void>;
  /** it takes the main server's place, as where that one is lost */
  promote(): Promise<void>;
  kill(): Promise<void>;
}

/** Of another life than the copy's: its process, what it is to make itself, and what would be copied half-written. */
const LEFT = new Set(["postmaster.pid", "postmaster.opts", "pg_wal", "pg_stat_tmp", "pg_replslot"]);

/**
 * Starts a replica of the embedded server that lies in `dataFolder` and answers at `mainUrl`. The base copy is taken of its folder while
 * it works: the package has no pg_basebackup.
 */
export async function startReplica(dataFolder: string, mainUrl: string, folder: string): Promise<StreamingReplica> {
  const user = await databaseUser();
  const { postgres } = await findBinaries((path) => canReach(user, path));
  await copyCluster(mainUrl, clusterPlaces(dataFolder)[0], folder, user);
  const port = await freePort();
  const url = withPort(mainUrl, port);
  const child = spawn(
    postgres,
    [
      ["port", port],
      ["listen_addresses", "127.0.0.1"],
      ["unix_socket_directories", ""],
      // no less than the main server has
      ["max_connections", 60],
      ["shared_buffers", "32MB"],
      // what is asked here is cancelled at once where rows it needs are cleared away
      ["max_standby_streaming_delay", 0],
      ["log_min_messages", "fatal"],
    ].reduce<string[]>((said, [name, value]) => [...said, "-c", `${name}=${value}`], ["-D", folder]),
    { ...user, cwd: folder, env: cleanEnvironment(), stdio: "ignore" },
  );
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const main = new pg.Pool({ connectionString: mainUrl, max: 1 });
  const own = new pg.Pool({ connectionString: url, max: 1 });
  for (const pool of [main, own]) pool.on("error", () => {});
  await until(async () => (await own.query("select 1")).rowCount === 1);
  return {
    url,
    pause: async () => {
      await own.query("select pg_wal_replay_pause()");
      await until(
        async () => (await own.query("select pg_get_wal_replay_pause_state() as state")).rows[0].state === "paused",
      );
    },
    resume: async () => void (await own.query("select pg_wal_replay_resume()")),
    untilLevel: async () => {
      const { rows } = await main.query("select pg_current_wal_insert_lsn() as at");
      await until(
        async () => (await own.query("select pg_last_wal_replay_lsn() >= $1 as level", [rows[0].at])).rows[0].level,
      );
    },
    promote: async () => void (await own.query("select pg_promote()")),
    kill: async () => {
      await Promise.all([main.end(), own.end()]);
      child.kill("SIGQUIT");
      await ended;
    },
  };
}

async function copyCluster(mainUrl: string, from: string, to: string, user: DatabaseUser | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: mainUrl });
  await client.connect();
  await client.query("select pg_backup_start('replica', true)");
  await copyFolder(from, to, user);
  const { rows } = await client.query("select labelfile from pg_backup_stop(false)");
  await client.end();
  const { hostname, port, username, password } = new URL(mainUrl);
  const files = {
    backup_label: rows[0].labelfile,
    "standby.signal": "",
    "postgresql.auto.conf": `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(to, name), content);
  for (const name of ["pg_wal", "pg_stat_tmp", "pg_replslot"]) await mkdir(join(to, name), { mode: 0o700 });
  if (user) for (const name of await readdir(to)) await chown(join(to, name), user.uid, user.gid);
}

/** Files come and go under the copy: one that is gone is made again from the journal. */
async function copyFolder(from: string, to: string, user: DatabaseUser | undefined): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  await chmod(to, 0o700);
  if (user) await chown(to, user.uid, user.gid);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target, user);
    else
      await copyFile(source, target).then(
        () => user && chown(target, user.uid, user.gid),
        (fault: NodeJS.ErrnoException) => {
          if (fault.code !== "ENOENT") throw fault;
        },
      );
  }
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.toString();
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await reached().catch(() => false))) {
    if (Date.now() > end) throw new Error("the replica does not come to what is waited for");
    await new Promise((wait) => setTimeout(wait, 20));
  }
}
