import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { findBinaries, SHARED_ROOT, type Binaries } from "./binaries.ts";
import { canReach, databaseUser, type DatabaseUser } from "./database-user.ts";
import { isRunning, lockFolder } from "./lock.ts";

const run = promisify(execFile);
const OWNER = "orientir_owner";
const DATABASE = "orientir";

export interface EmbeddedServer {
  /** the address for connections, owner's login */
  readonly url: string;
  /** stops the database and frees the folder */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came from the npm registry on `dataFolder`, making the cluster at the first start: fsync on,
 * loopback only, a password of its own, C.UTF-8 (with «C» Cyrillic would not lower). A server that dies is started again.
 * `say` receives Russian lines of progress. Throws FolderBusyError while another program holds the folder.
 */
export async function startEmbedded(dataFolder: string, say: (line: string) => void): Promise<EmbeddedServer> {
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  const unlock = await lockFolder(dataFolder);
  try {
    const user = await databaseUser();
    const binaries = await findBinaries((path) => canReach(user, path));
    const cluster = await clusterFolder(dataFolder, user, say);
    await stopOrphan(cluster, binaries, user);
    const password = await ensureCluster(dataFolder, cluster, binaries, user, say);
    const port = await freePort();
    const supervised = await supervise(cluster, binaries, user, port, say);
    const url = embeddedUrl(password, port);
    await ensureDatabase(url);
    return {
      url,
      stop: async () => {
        await supervised.stop();
        await unlock();
      },
    };
  } catch (fault) {
    await unlock();
    throw fault;
  }
}

export function embeddedUrl(password: string, port: number): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

async function clusterFolder(
  dataFolder: string,
  user: DatabaseUser | undefined,
  say: (line: string) => void,
): Promise<string> {
  if (await canReach(user, dataFolder)) return join(dataFolder, "postgres");
  const place = join(SHARED_ROOT, `data-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`);
  await mkdir(place, { recursive: true, mode: 0o755 });
  say(`База хранится в ${place}: папка ${dataFolder} закрыта для пользователя, от имени которого работает PostgreSQL.`);
  return join(place, "postgres");
}

async function ensureCluster(
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
  // a cluster without the mark is a first start that was cut short: it holds nothing yet
  await rm(cluster, { recursive: true, force: true });
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
async function stopOrphan(cluster: string, binaries: Binaries, user: DatabaseUser | undefined): Promise<void> {
  const pidFile = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(pidFile.split("\n")[0]);
  if (!(pid > 0) || !isRunning(pid)) return;
  await run(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "60"], {
    ...user,
    cwd: join(cluster, ".."),
    env: cleanEnvironment(),
  }).catch(() => {});
}

interface Supervised {
  stop(): Promise<void>;
}

async function supervise(
  cluster: string,
  binaries: Binaries,
  user: DatabaseUser | undefined,
  port: number,
  say: (line: string) => void,
): Promise<Supervised> {
  let stopping = false;
  let child: ChildProcess;
  let restarts = 0;
  const log: string[] = [];
  const start = () => {
    const options = {
      port: String(port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      fsync: "on",
      max_connections: "60",
      shared_buffers: "64MB",
      log_min_messages: "error",
      log_min_error_statement: "panic",
    };
    child = spawn(
      binaries.postgres,
      ["-D", cluster, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        ...user,
        cwd: cluster,
        env: cleanEnvironment(),
        stdio: ["ignore", "ignore", "pipe"],
        detached: process.platform !== "win32",
      },
    );
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      log.push(text);
      if (log.length > 50) log.shift();
    });
    child.on("exit", () => {
      if (stopping || restarts >= 20) return;
      restarts += 1;
      say("База данных остановилась сама, запускаю её снова…");
      setTimeout(() => {
        if (!stopping) start();
      }, 300);
    });
  };
  start();
  if (!(await accepts(port, 60_000))) {
    stopping = true;
    child!.kill("SIGQUIT");
    throw new Error(`PostgreSQL не запустился: ${log.join("").slice(-600)}`);
  }
  return {
    stop: () =>
      new Promise((done) => {
        stopping = true;
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once("exit", () => done());
        child.kill("SIGINT");
        return undefined;
      }),
  };
}

async function accepts(port: number, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    const client = new pg.Client({
      host: "127.0.0.1",
      port,
      user: "probe",
      password: "probe",
      database: "postgres",
      connectionTimeoutMillis: 2000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (fault) {
      const code = (fault as { code?: string }).code;
      // 28P01: it asks for a password, so it serves
      if (code === "28P01" || code === "28000") return true;
      await new Promise((wait) => setTimeout(wait, 40));
    }
  }
  return false;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, "/postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolvePort(port));
    });
  });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: "C", TZ: "UTC" };
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
