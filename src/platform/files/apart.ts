import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";

export interface ApartLimits {
  readonly seconds: number;
  /** of the whole process, as the machine counts it; where the machine does not tell, of the engine's heap alone */
  readonly megabytes: number;
  /** as the operating system counts it, above 0 goes after the program itself; 0 where nothing is said */
  readonly niceness?: number;
}

/** The process was ended before its answer: it took too long, too much memory, or nobody waits for it any more. */
export class ApartEndError extends Error {
  constructor(readonly why: "time" | "memory" | "unwanted") {
    super(`ended: ${why}`);
  }
}

type Said<Answer, Stage> = { readonly stage: Stage } | { readonly answer: Answer };

const LOOK_EVERY_MS = 100;
/** what a terminal or a service manager stops all processes of the program with: the file is not to blame */
const STOPPED: ReadonlySet<NodeJS.Signals | null> = new Set(["SIGTERM", "SIGINT", "SIGHUP"] as const);

/**
 * Gives one task to a process of its own and waits for its answer: what a hostile file does to it, the program does not feel. A thread would
 * not do: one large allocation beyond its limit ends the whole program. `entry` is a built program that calls `answerApart`; `onStage` hears
 * what it says on its way and tells whether anybody still waits. Throws ApartEndError at a limit; another error where the process fell over
 * a fault of ours or was stopped together with the program.
 */
export function runApart<Task, Answer, Stage = never>(
  entry: string,
  task: Task,
  limits: ApartLimits,
  onStage: (stage: Stage) => Promise<boolean> = async () => true,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${limits.megabytes}`],
      // no secrets; the path alone, for office programs may stand anywhere
      env: { PATH: process.env["PATH"] ?? "" },
      // where memory runs out, the engine prints its stack: it says nothing to whoever reads the log
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    if (child.pid !== undefined && limits.niceness) giveWay(child.pid, limits.niceness);
    const clock = setTimeout(() => fail(new ApartEndError("time")), limits.seconds * 1000);
    // the engine limits its heap alone: a picture or a stream of a PDF unpacks into gigabytes beside it
    const watch = setInterval(() => {
      void residentMegabytes(child.pid).then((taken) => {
        if (taken > limits.megabytes) fail(new ApartEndError("memory"));
      });
    }, LOOK_EVERY_MS);
    const finish = () => {
      clearTimeout(clock);
      clearInterval(watch);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
    };
    const fail = (fault: unknown) => {
      finish();
      reject(fault as Error);
    };
    // an answer that comes while it is still asked whether anybody waits, waits for that
    let asked: Promise<unknown> = Promise.resolve();
    child.on("message", (said: Said<Answer, Stage>) => {
      if ("stage" in said) {
        const now = onStage(said.stage).then(
          (waits) => (waits ? undefined : fail(new ApartEndError("unwanted"))),
          fail,
        );
        asked = Promise.all([asked, now]);
        return;
      }
      finish();
      void asked.then(() => resolve(said.answer));
    });
    child.on("error", fail);
    child.on("exit", (code, signal) => {
      // without an answer and not by a fault of ours it was ended from outside: by the limit of its memory, or by the machine's
      const unanswered = () =>
        fail(code === 1 || STOPPED.has(signal) ? new Error("the work apart failed") : new ApartEndError("memory"));
      // a busy program hears of the end before it has read the answer, which is still on the line
      if (child.connected) child.once("disconnect", unanswered);
      else unanswered();
    });
    child.send(task as object, (fault) => fault && fail(fault));
  });
}

/** The other side: does the task that the process is given, once, and ends it with the answer. */
export function answerApart<Task, Answer, Stage = never>(
  work: (task: Task, tell: (stage: Stage) => void) => Promise<Answer>,
): void {
  process.once("message", (task: Task) => {
    void work(task, (stage) => void process.send!({ stage })).then((answer) =>
      process.send!({ answer }, () => process.disconnect()),
    );
  });
}

/** The processor goes to others first. A process that has ended already, or a machine that forbids it, is no reason to refuse the work. */
function giveWay(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // it goes on beside the others
  }
}

/** Memory of a process as the machine counts it; 0 where the machine does not tell, as outside Linux. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
