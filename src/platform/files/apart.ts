import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";

export interface ApartLimits {
  readonly seconds: number;
  /** of the whole process, as the machine counts it */
  readonly megabytes: number;
}

/** The process was ended: it took too long or too much memory. */
export class ApartLimitError extends Error {}

const LOOK_EVERY_MS = 100;

/**
 * Gives one task to a process of its own and waits for its answer: what a hostile file does to it, the program does not feel. `entry` is a
 * built program that answers the first message. Throws ApartLimitError at a limit or where it was ended from outside.
 */
export function runApart<Task, Answer>(entry: string, task: Task, limits: ApartLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${limits.megabytes}`],
      // no secrets; the path alone, for office programs may stand anywhere
      env: { PATH: process.env["PATH"] ?? "" },
      // where memory runs out, the engine prints its stack: it says nothing to whoever reads the log
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const clock = setTimeout(() => fail(new ApartLimitError("too long")), limits.seconds * 1000);
    // the engine limits its heap alone: a picture unpacks into gigabytes beside it
    const watch = setInterval(() => {
      void residentMegabytes(child.pid).then((taken) => {
        if (taken > limits.megabytes) fail(new ApartLimitError("too much memory"));
      });
    }, LOOK_EVERY_MS);
    const finish = () => {
      clearTimeout(clock);
      clearInterval(watch);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
    };
    const fail = (fault: Error) => {
      finish();
      reject(fault);
    };
    child.on("message", (answer: Answer) => {
      finish();
      resolve(answer);
    });
    child.on("error", fail);
    child.on("exit", () => fail(new ApartLimitError("ended")));
    child.send(task as object, (fault) => fault && fail(fault));
  });
}

/** Memory of a process as the machine counts it; 0 where the machine does not tell, as outside Linux. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
