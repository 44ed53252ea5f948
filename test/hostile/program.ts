import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import pg from "pg";
import { projectRoot } from "#main/place.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import type { Persona, Territory } from "../probe/place.ts";
import type { Known } from "../probe/forms.ts";
import { fillWorld } from "../probe/world.ts";
import { NOW } from "../probe/town.ts";

/** The product itself in a process of its own, with a filled database: what happens to it is seen from outside. */
export interface RunningProgram {
  /** «http://127.0.0.1:…» */
  readonly address: string;
  readonly personas: readonly Persona[];
  readonly territories: readonly Territory[];
  readonly known: Known;
  /** as the owner of the tables */
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** where it works and where its temporary files go: both are empty again when nothing runs */
  readonly ownFolders: readonly string[];
  readonly pid: () => number;
  /** how often the process ended by itself; it is started again each time */
  readonly crashes: () => readonly string[];
  /** everything it wrote to its two outputs */
  readonly output: () => string;
  close(): Promise<void>;
}

const STARTED = /Ориентир открыт: http:\/\/localhost:(\d+)/;
const LONGEST_OUTPUT = 4_000_000;

/** Builds the program, fills a world of two regions and three municipalities and starts the program on it. */
export async function startProgram(): Promise<RunningProgram> {
  const entry = await buildProgram();
  const folder = await mkdtemp(join(tmpdir(), "orientir-hostile-"));
  // the database's own user must be able to enter it where the command runs as root
  await chmod(folder, 0o755);
  const dataFolder = join(folder, "data");
  const [work, temporary] = [join(folder, "work"), join(folder, "temporary")];
  for (const one of [work, temporary]) await mkdir(one);
  const embedded = await startEmbedded(dataFolder, () => {});
  const world = await fillWorld(embedded.url, dataFolder);
  const pool = new pg.Pool({ connectionString: embedded.url, max: 2 });
  pool.on("error", () => {});
  const crashes: string[] = [];
  let output = "";
  let closing = false;
  let child: ChildProcess;
  let port = 0;
  const start = () =>
    new Promise<void>((opened, failed) => {
      child = spawn(process.execPath, ["--enable-source-maps", entry], {
        env: {
          PATH: process.env["PATH"] ?? "",
          DATABASE_URL: embedded.url,
          ORIENTIR_DATA: dataFolder,
          ORIENTIR_PORT: String(port),
          ORIENTIR_NOW: NOW,
          ORIENTIR_FILES_RECORD: "10000",
          TMPDIR: temporary,
        },
        cwd: work,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const hear = (bytes: Buffer) => {
        output = (output + String(bytes)).slice(-LONGEST_OUTPUT);
        const found = STARTED.exec(output.slice(-4000));
        if (found) {
          port = Number(found[1]);
          opened();
        }
      };
      child.stdout!.on("data", hear);
      child.stderr!.on("data", hear);
      child.once("exit", (code, signal) => {
        failed(new Error(`программа не открылась: ${output.slice(-2000)}`));
        if (closing) return;
        crashes.push(`${code ?? signal}: ${output.slice(-600)}`);
        void start().catch(() => {});
      });
    });
  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    ...world,
    pool,
    databaseUrl: embedded.url,
    dataFolder,
    ownFolders: [work, temporary],
    pid: () => child.pid ?? 0,
    crashes: () => crashes,
    output: () => output,
    close: async () => {
      closing = true;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      await pool.end();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The program and the processes that read documents and work on files, as they are shipped; returns the path of the program. */
async function buildProgram(): Promise<string> {
  const root = projectRoot();
  await build({
    absWorkingDir: root,
    entryPoints: {
      server: "src/main/server.ts",
      "reading-process": "src/features/imports/server/reading-process.ts",
      "file-process": "src/features/files/server/file-process.ts",
    },
    outdir: "dist/hostile",
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    sourcemap: "linked",
    logLevel: "silent",
  });
  return join(root, "dist/hostile/server.js");
}
