import { spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the scanner of the tests takes for a virus: harmless words that nothing else holds. */
export const VIRUS = "ORIENTIR-HARMLESS-TEST-SIGNATURE-8f2c";

/** Where clamd stands on this machine; undefined where it does not. */
export function clamdProgram(): string | undefined {
  return ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd"].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export interface Clamd {
  readonly socket: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A real clamd that knows one signature, in a folder of its own; not yet started. */
export async function makeClamd(program: string): Promise<Clamd> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-clamd-"));
  await chmod(folder, 0o755);
  const socket = join(folder, "clamd.ctl");
  await writeFile(join(folder, "own.ndb"), `Orientir.Test:0:*:${Buffer.from(VIRUS).toString("hex")}\n`);
  await writeFile(
    join(folder, "clamd.conf"),
    [
      `DatabaseDirectory ${folder}`,
      `LocalSocket ${socket}`,
      "Foreground yes",
      "StreamMaxLength 40M",
      "MaxThreads 2",
      "SelfCheck 0",
      "",
    ].join("\n"),
  );
  let running: ChildProcess | undefined;
  const stop = async () => {
    const ending = running;
    running = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGKILL");
    await ended;
    await rm(socket, { force: true });
  };
  return {
    socket,
    stop,
    async start() {
      running = spawn(program, ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
      for (let turn = 0; turn < 300; turn += 1) {
        if (await answers(socket)) return;
        if (running.exitCode !== null) throw new Error("clamd does not start");
        await new Promise((rest) => setTimeout(rest, 50));
      }
      throw new Error("clamd is silent");
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = createConnection(socket, () => line.write("zPING\0"));
    line.setTimeout(500, () => line.destroy());
    line.on("data", (said) => {
      resolve(said.toString().startsWith("PONG"));
      line.destroy();
    });
    line.on("error", () => resolve(false));
    line.on("close", () => resolve(false));
  });
}
