import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import build from "./build-setup.ts";
import { withDatabase } from "./server-setup.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** address of the whole program, served as a user gets it, with the demo district and the clock at 10.12.2021 */
    baseUrl: string;
    /** file in which the program's own connections are written down (record-connects.cjs) */
    connectsFile: string;
  }
}

const DATABASE = "orientir_browser";
export const BROWSER_NOW = "2021-12-10T09:00:00+03:00";

/**
 * Builds what is stale and runs the real program for the browser suite, on an empty database: of the server that DATABASE_URL names (with
 * DATABASE_DIRECT_URL where that is a pooler), else embedded.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  const folder = await mkdtemp(join(tmpdir(), "orientir-browser-"));
  // the database's own user must be able to enter it where the suite runs as root
  await chmod(folder, 0o755);
  const connectsFile = join(folder, "connects.jsonl");
  const database = await emptyDatabase();
  const program = spawn(process.execPath, ["dist/main/server.js"], {
    env: {
      ...process.env,
      ...database,
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

/** Settings that lead the program to an emptied database of the given server; none where it is to start its own. */
async function emptyDatabase(): Promise<Record<string, string>> {
  const given = process.env["DATABASE_URL"];
  if (!given) return {};
  const direct = process.env["DATABASE_DIRECT_URL"] || given;
  const client = new pg.Client({ connectionString: direct });
  await client.connect();
  await client.query(`drop database if exists ${DATABASE} with (force)`);
  await client.query(`create database ${DATABASE}`);
  await client.end();
  return {
    DATABASE_URL: withDatabase(given, DATABASE),
    ...(direct === given ? {} : { DATABASE_DIRECT_URL: withDatabase(direct, DATABASE) }),
  };
}
