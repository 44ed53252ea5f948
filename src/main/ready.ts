import { randomBytes } from "node:crypto";
import { readdir, statfs } from "node:fs/promises";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "#platform/db/database.ts";
import type { Replica } from "#platform/db/replica.ts";
import type { Readiness } from "#platform/http/server-parts.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";

const LEAST_FREE_BYTES = 200 * 1024 * 1024;
const JOBS_SILENT_MS = 15_000;
const PATIENCE_MS = 3000;

/**
 * Asks whether the program can serve: each thing it stands on by name, none longer than three seconds. A replica is told of and keeps nobody
 * from serving: what it does not answer the database does.
 */
export function readinessOf(parts: {
  readonly database: Database;
  readonly replica: Replica | undefined;
  readonly jobs: Jobs;
  readonly dataFolder: string;
  readonly migrationsFolder: string;
}): () => Promise<Readiness> {
  const { database, replica, jobs, dataFolder, migrationsFolder } = parts;
  const checks = {
    database: async () => (await database.upkeep.query("select 1")).rowCount === 1,
    migrations: () => atHead(database, migrationsFolder),
    files: () => writes(join(dataFolder, "files")),
    disk: () => hasRoom(dataFolder),
    jobs: () => jobsRun(database, jobs),
  };
  return async () => {
    const needed = Object.fromEntries(
      await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await inTime(check)] as const)),
    );
    const ok = Object.values(needed).every(Boolean);
    return { ok, checks: { ...needed, ...(replica && { replica: replica.standing() === "in-order" }) } };
  };
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function atHead(database: Database, folder: string): Promise<boolean> {
  const newest = (await readdir(folder))
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .at(-1);
  const { rows } = await database.upkeep.query("select from migration where name = $1", [newest]);
  return rows.length === 1;
}

/** A file is written to the disk and taken away again. */
async function writes(folder: string): Promise<boolean> {
  const path = join(folder, `.ready-${randomBytes(6).toString("hex")}`);
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile("ready");
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
  return true;
}

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= LEAST_FREE_BYTES;
}

/** In this process, or in another one that told of itself. */
async function jobsRun(database: Database, jobs: Jobs): Promise<boolean> {
  const beatAt = jobs.beatAt();
  if (beatAt !== undefined && Date.now() - beatAt < JOBS_SILENT_MS) return true;
  const { rows } = await database.upkeep.query(
    "select from worker_process where seen_at > now() - interval '15 seconds' limit 1",
  );
  return rows.length === 1;
}
