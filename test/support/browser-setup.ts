import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** address of the whole program, served as a user gets it, with the demo district and the clock at 10.12.2021 */
    baseUrl: string;
    /** file in which the program's own connections are written down (record-connects.cjs) */
    connectsFile: string;
  }
}

export const BROWSER_NOW = "2021-12-10T09:00:00+03:00";

/** Builds what is stale and runs the real program on an empty embedded database for the browser suite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
  if (built.status !== 0) throw new Error("the build failed");
  const folder = await mkdtemp(join(tmpdir(), "orientir-browser-"));
  // the database's own user must be able to enter it where the suite runs as root
  await chmod(folder, 0o755);
  const connectsFile = join(folder, "connects.jsonl");
  const { DATABASE_URL: _server, DATABASE_DIRECT_URL: _direct, ...env } = process.env;
  const program = spawn(process.execPath, ["dist/main/server.js"], {
    env: {
      ...env,
      ORIENTIR_DATA: join(folder, "data"),
      ORIENTIR_PORT: "0",
      ORIENTIR_NOW: BROWSER_NOW,
      ORIENTIR_DEMO: "1",
      NODE_OPTIONS: `--require ${JSON.stringify(resolvePath("test/support/record-connects.cjs"))}`,
      RECORD_CONNECTS_TO: connectsFile,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let said = "";
    program.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    program.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
  project.provide("baseUrl", baseUrl);
  project.provide("connectsFile", connectsFile);
  return async () => {
    const ended = new Promise((done) => program.once("exit", done));
    program.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}
