import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built program as a real process, as a service manager would keep it. */
export interface RunningProgram {
  readonly pid: number;
  /** lines of its two outputs, newest last */
  readonly said: readonly string[];
  kill(signal: NodeJS.Signals): void;
  /** whether a line with these words is said before it ends or the time is over */
  untilSaid(words: string, limitMs: number): Promise<boolean>;
  /** a word to a shim */
  tell(word: object): void;
  /** a word to a shim that answers; undefined where the program ended meanwhile */
  ask<Answer>(word: object): Promise<Answer | undefined>;
  /** resolves with the exit code, or the signal that ended it */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface Launch {
  readonly dataFolder: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
  /** names of shims beside the runner, loaded before the program */
  readonly shims?: readonly string[];
  readonly entry?: "server" | "worker";
  /** the folder that both were built into; the runner's own where left out */
  readonly built?: string;
}

/** The folder of the built runner, the program beside it. */
export const HERE = dirname(fileURLToPath(import.meta.url));

/** Starts the program; whether it serves is asked of its port (`untilServes`). */
export function launch(how: Launch): RunningProgram {
  const { dataFolder, port, env = {}, shims = [], entry = "server", built = HERE } = how;
  const child = spawn(
    process.execPath,
    [...shims.flatMap((shim) => ["--import", join(HERE, `${shim}.js`)]), join(built, `${entry}.js`)],
    {
      env: {
        PATH: process.env["PATH"],
        NODE_ENV: "production",
        ORIENTIR_DATA: dataFolder,
        ORIENTIR_PORT: String(port),
        ORIENTIR_DEMO: "0",
        ...env,
      },
      // a session of its own, as services have: a Ctrl+C meant for the runner is not for the program
      detached: true,
      // shims are spoken to over a channel; without one the program is started as a service manager would
      stdio: ["ignore", "pipe", "pipe", ...(shims.length > 0 ? (["ipc"] as const) : [])],
    },
  );
  const said: string[] = [];
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(...text.split("\n").filter((line) => line)));
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 1)),
  );
  const tell = (word: object) => void (child.connected && child.send(word, () => undefined));
  return {
    pid: child.pid!,
    said,
    kill: (signal) => void child.kill(signal),
    tell,
    async untilSaid(words, limitMs) {
      const until = Date.now() + limitMs;
      const state = { over: false };
      void ended.then(() => (state.over = true));
      while (Date.now() < until && !state.over) {
        if (said.some((line) => line.includes(words))) return true;
        await new Promise((wait) => setTimeout(wait, 30));
      }
      return said.some((line) => line.includes(words));
    },
    ask: <Answer>(word: object) => {
      const answer = new Promise<Answer>((resolve) => child.once("message", (heard) => resolve(heard as Answer)));
      tell(word);
      return Promise.race([answer, ended.then(() => undefined)]);
    },
    ended,
  };
}

/** Waits until the program answers on the port; throws with what it said where it ends instead. */
export async function untilServes(program: RunningProgram, port: number, limitMs = 180_000): Promise<void> {
  const state: { over?: number | NodeJS.Signals } = {};
  void program.ended.then((code) => (state.over = code));
  const until = Date.now() + limitMs;
  while (Date.now() < until && state.over === undefined) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 25));
  }
  throw new Error(`the program does not serve (${state.over ?? "no answer"}): ${program.said.slice(-6).join(" | ")}`);
}

/** The embedded database under a data folder: its first process and its address for the owner. */
export async function databaseOf(dataFolder: string): Promise<{ pid: number; url: string }> {
  const password = (await readFile(join(dataFolder, "database-password"), "utf8")).trim();
  const lines = (await readFile(join(dataFolder, "postgres", "postmaster.pid"), "utf8")).split("\n");
  return {
    pid: Number(lines[0]),
    url: `postgresql://orientir_owner:${password}@127.0.0.1:${Number(lines[3])}/orientir`,
  };
}

/**
 * A port nobody listens on now, below those that systems lend to callers: a program that is being started again must find it free, and a
 * caller that asks meanwhile must not be lent that very port and talk to itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(10_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
