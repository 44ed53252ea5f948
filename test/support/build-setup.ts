import { spawnSync } from "node:child_process";

/** Builds of the product what is stale: its pages and the processes that work on files. */
export default function setup(): void {
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
  if (built.status !== 0) throw new Error("the build failed");
}
