import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { holderOf } from "./lock.ts";
import { clusterPlaces } from "./places.ts";
import { embeddedUrl } from "./server.ts";

/** The address of the embedded database that a running program keeps on this folder; undefined when none runs. */
export async function runningEmbedded(dataFolder: string): Promise<string | undefined> {
  if ((await holderOf(dataFolder)) === undefined) return undefined;
  const password = (await readFile(join(dataFolder, "database-password"), "utf8")).trim();
  for (const cluster of clusterPlaces(dataFolder)) {
    const port = Number((await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[3]);
    if (port > 0) return embeddedUrl(password, port);
  }
  return undefined;
}
