import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { build } from "esbuild";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { layDistrict, type District } from "../chaos/district.ts";
import { freePort, launch, untilServes, type Launch, type RunningProgram } from "../chaos/program.ts";
import { openWire, type Wire } from "../chaos/wire.ts";
import { startReplica, type StreamingReplica } from "./streaming-replica.ts";

/** both copies have one key: what one sealed the other opens */
const KEY = randomBytes(32).toString("hex");

/** One copy of the server, as a real process. */
export interface Copy extends Pick<Wire, "send"> {
  readonly program: RunningProgram;
  /** how many readings the replica answered it, and how many the main database instead */
  readings(): Promise<{ readonly replica: number; readonly main: number }>;
  ready(): Promise<{ readonly ok: boolean; readonly checks: Readonly<Record<string, boolean>> }>;
}

/** Two copies of the built server with one worker beside them, against one PostgreSQL and its streaming replica, and a district in it. */
export interface Copies {
  readonly copies: readonly [Copy, Copy];
  readonly replica: StreamingReplica;
  readonly district: District;
  /** SQL as the owner of the main database, past both walls */
  rows(text: string, values?: unknown[]): Promise<any[]>;
  close(): Promise<void>;
}

export async function openCopies(): Promise<Copies> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    return { ...(await begin(ends)), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Starts everything; what each part needs at its end is put into `ends`. */
async function begin(ends: (() => Promise<unknown>)[]): Promise<Omit<Copies, "close">> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-copies-"));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  // the database's own user must be able to enter it where the suite runs as root
  await chmod(folder, 0o755);
  const built = await builtInto(folder);
  const server = await startEmbedded(join(folder, "main"), () => {});
  ends.push(() => server.stop());
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder);
  const start = (how: Pick<Launch, "entry" | "env"> & { readonly port: number }) => {
    const shared = { DATABASE_URL: server.url, ORIENTIR_SECRET_KEY: KEY };
    const program = launch({ ...how, dataFolder, built, env: { ...shared, ...how.env } });
    ends.push(() => {
      program.kill("SIGTERM");
      return program.ended;
    });
    return program;
  };
  // the worker is first: it makes the tables, and the replica begins with them
  const worker = start({ port: 0, entry: "worker" });
  if (!(await worker.untilSaid("Фоновая работа идёт", 60_000))) throw new Error(worker.said.join(" | "));
  const main = new pg.Pool({ connectionString: server.url, max: 4 });
  ends.push(() => main.end());
  main.on("error", () => {});
  const district = await layDistrict(main, { schools: 2, duties: 4 });
  const replica = await startReplica(join(folder, "main"), server.url, join(folder, "replica"));
  ends.push(() => replica.kill());
  const open = async (): Promise<Copy> => {
    const [port, metrics] = [await freePort(), `127.0.0.1:${await freePort()}`];
    const own = { DATABASE_READ_URL: replica.url, ORIENTIR_WORKER: "apart", ORIENTIR_METRICS: metrics };
    const program = start({ port, env: own });
    await untilServes(program, port);
    const wire = openWire(() => port);
    ends.push(async () => wire.close());
    return {
      program,
      send: wire.send,
      async readings() {
        const told = await (await fetch(`http://${metrics}/metrics`)).text();
        const by = (who: string) => Number(new RegExp(`readings_total\\{by="${who}"\\} (\\d+)`).exec(told)?.[1] ?? 0);
        return { replica: by("replica"), main: by("main") };
      },
      ready: async () => (await fetch(`http://127.0.0.1:${port}/api/ready`)).json() as ReturnType<Copy["ready"]>,
    };
  };
  return {
    copies: [await open(), await open()],
    replica,
    district,
    rows: async (text, values = []) => (await main.query(text, values)).rows,
  };
}

/** Builds server and worker as they are shipped, migrations and libraries where they look for them. */
async function builtInto(folder: string): Promise<string> {
  const built = join(folder, "main-programs");
  for (const name of ["node_modules", "migrations", "package.json"]) await symlink(resolve(name), join(folder, name));
  await mkdir(join(folder, "dist", "web"), { recursive: true });
  await build({
    entryPoints: ["src/main/server.ts", "src/main/worker.ts"],
    outdir: built,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
  return built;
}
