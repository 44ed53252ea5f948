import { createHash } from "node:crypto";
import { chmod, lstat, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { clusterPlaces } from "#platform/db/embedded/places.ts";
import { findBinaries } from "#platform/db/embedded/binaries.ts";
import { stopOrphan } from "#platform/db/embedded/cluster.ts";
import { canReach, databaseUser } from "#platform/db/embedded/database-user.ts";
import { holderOf, lockFolder } from "#platform/db/embedded/lock.ts";

const PREFIX = ".orientir-drill-";

/** This machine, in a few letters: several may share one data folder, and only their own processes can be asked whether they live. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A folder that is thrown away: a drill restores into it, so all data lie in it in the clear. */
export interface Scratch {
  readonly folder: string;
  close(): Promise<void>;
}

/** Where the database is in a folder of a drill. */
export const scratchData = (folder: string) => join(folder, "data");

/** A new one that the database's user can enter, held by this process: beside the data where that is so, else where the system keeps what is passing. */
export async function openScratch(near: string): Promise<Scratch> {
  await mkdir(near, { recursive: true, mode: 0o755 });
  await clearScratches(near);
  const home = (await canReach(await databaseUser(), near)) ? near : tmpdir();
  const folder = await mkdtemp(join(home, `${PREFIX}${MACHINE}-`));
  await chmod(folder, 0o755);
  const release = await lockFolder(folder);
  return {
    folder,
    async close() {
      await rm(folder, { recursive: true, force: true });
      await release();
    },
  };
}

/** Takes away what drills left whose process was killed, and stops the database that such a one left running. */
export async function clearScratches(near: string, places: readonly string[] = [near, tmpdir()]): Promise<void> {
  for (const place of places) {
    const names = await readdir(place).catch(() => []);
    for (const name of names) {
      const folder = join(place, name);
      if (name.startsWith(PREFIX) && (await isLeft(folder, name))) await takeAway(folder);
    }
  }
}

/** Ours, and held by no process: of another machine none can be asked, so what it made is left a day. */
async function isLeft(folder: string, name: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory() || (process.getuid && found.uid !== process.getuid())) return false;
  const age = Date.now() - found.mtimeMs;
  if (!name.startsWith(`${PREFIX}${MACHINE}-`)) return age > DAY_MS;
  if ((await holderOf(folder)) !== undefined) return false;
  // one that is just being opened has no lock yet
  return age > MINUTE_MS || (await readdir(folder)).length > 0;
}

async function takeAway(folder: string): Promise<void> {
  const user = await databaseUser();
  for (const cluster of clusterPlaces(scratchData(folder))) {
    if (await lstat(join(cluster, "postmaster.pid")).catch(() => undefined))
      await stopOrphan(cluster, await findBinaries((path) => canReach(user, path)), user);
    await rm(dirname(cluster), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}
