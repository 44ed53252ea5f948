import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Ground } from "./ground.ts";

export interface BuiltServer {
  readonly pid: number;
  /** «http://localhost:41234» */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the program as it is delivered, in a process of its own, on a free port; `settings` are variables of its environment. */
export async function startBuilt(
  { root, built }: Ground,
  settings: Readonly<Record<`ORIENTIR_${string}`, string> & { DATABASE_URL?: string }>,
): Promise<BuiltServer> {
  built();
  const { DATABASE_URL: _server, DATABASE_DIRECT_URL: _direct, ...rest } = process.env;
  // a setting of the bench is none of the program's, which refuses what it does not know
  const env = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("ORIENTIR_BENCH_")));
  const program = spawn(process.execPath, [`${root}/dist/main/server.js`], {
    env: { ...env, ORIENTIR_PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => program.once("exit", done));
  const address = await new Promise<string>((ready, fail) => {
    program.stdout.setEncoding("utf8").on("data", (text: string) => {
      const found = /http:\/\/[\w.:]+/.exec(text);
      if (found) ready(found[0]);
    });
    program.once("exit", () => fail(new Error("the program did not start")));
  });
  return {
    pid: program.pid!,
    address,
    stop: async () => {
      program.kill("SIGTERM");
      await ended;
    },
  };
}

/** A port of the loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
