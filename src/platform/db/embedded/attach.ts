import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { SHARED_ROOT } from "./binaries.ts";
import { holderOf } from "./lock.ts";
import { embeddedUrl } from "./server.ts";

/** The address of the embedded database that a running program keeps on this folder; undefined when none runs. */
export async function runningEmbedded(dataFolder: string): Promise<string | undefined> {
  if ((await holderOf(dataFolder)) === undefined) return undefined;
  const password = (await readFile(join(dataFolder, "database-password"), "utf8")).trim();
  for (const cluster of [
    join(dataFolder, "postgres"),
    join(SHARED_ROOT, `data-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`, "postgres"),
  ]) {
    const port = Number((await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[3]);
    if (port > 0) return embeddedUrl(password, port);
  }
  return undefined;
}
