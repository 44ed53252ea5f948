import { spawn, type ChildProcess } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import pg from "pg";
import { findBinaries, type Binaries } from "./binaries.ts";
import { cleanEnvironment, clusterFolder, ensureCluster, OWNER, stopOrphan } from "./cluster.ts";
import { canReach, databaseUser, type DatabaseUser } from "./database-user.ts";
import { lockFolder } from "./lock.ts";
import { FIRST_PAUSE_MS, restartPause } from "./restart-pause.ts";

const DATABASE = "orientir";
const STOP_MS = 20_000;

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
  let pause = FIRST_PAUSE_MS;
  const log: string[] = [];
  const start = () => {
    const options = {
      port: String(port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      fsync: "on",
      max_connections: "60",
      shared_buffers: "64MB",
      // a page costs about as much wherever it lies on today's disks; four times as much made a short list read whole tables
      random_page_cost: "1.1",
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
    const begun = Date.now();
    child.on("exit", () => {
      if (stopping) return;
      pause = restartPause(pause, Date.now() - begun);
      say("База данных остановилась сама, запускаю её снова…");
      setTimeout(() => {
        if (!stopping) start();
      }, pause);
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
        // at once, without its last checkpoint: the next start replays its journal instead
        const hurry = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
        child.once("exit", () => {
          clearTimeout(hurry);
          done();
        });
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
