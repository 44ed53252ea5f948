import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the checkout: every script works from it, wherever it was called. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Progress goes to stderr, so that stdout stays the program's own. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a command from the root and waits. `quiet` collects its output instead of showing it.
 * `until` is an instant in milliseconds after which the command and its children are ended.
 * Returns { code, output, ms, late }.
 */
export function run(file, args, { quiet = false, env = process.env, until = Infinity } = {}) {
  const begun = Date.now();
  return new Promise((resolve) => {
    // Only a command with a deadline gets a process group of its own: the others must hear the terminal's Ctrl+C.
    const grouped = Number.isFinite(until) && process.platform !== "win32";
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : ["ignore", 2, 2];
    // what is kept for a failure is read as text
    const spoken = quiet ? { ...env, NO_COLOR: "1", FORCE_COLOR: undefined } : env;
    const child = spawn(file, args, { cwd: ROOT, env: spoken, stdio, detached: grouped });
    const chunks = [];
    let late = false;
    const end = (signal) => {
      try {
        process.kill(grouped ? -child.pid : child.pid, signal);
      } catch {
        // It has ended by itself meanwhile.
      }
    };
    const forward = () => {
      end("SIGTERM");
      process.exit(130);
    };
    if (grouped) process.once("SIGINT", forward).once("SIGTERM", forward);
    const timer = Number.isFinite(until)
      ? setTimeout(
          () => {
            late = true;
            end("SIGTERM");
            setTimeout(() => end("SIGKILL"), 5_000).unref();
          },
          Math.max(0, until - begun),
        )
      : undefined;
    const finish = (code, failure = "") => {
      clearTimeout(timer);
      process.off("SIGINT", forward).off("SIGTERM", forward);
      resolve({ code, late, ms: Date.now() - begun, output: Buffer.concat(chunks).toString() + failure });
    };
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => finish(127, error.message));
    child.on("close", (code, signal) => finish(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a JavaScript program of an installed package by the same Node; `bin` is its path inside node_modules. */
export function runTool(bin, args, options) {
  return run(process.execPath, [`node_modules/${bin}`, ...args], options);
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} с`;
}
