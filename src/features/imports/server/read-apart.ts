import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Understanding } from "#domain/tables/understand.ts";
import { refused, type Result } from "#shared/result.ts";
import type { ReadingStep } from "../model/reading-step.ts";
import { readDocument } from "./read-document.ts";
import type { ReadingTask } from "./reading-process.ts";

export interface ReadingLimits {
  readonly seconds: number;
  /** of the engine's heap; BESIDE_HEAP more for what the engine does not count there */
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { seconds: 60, megabytes: 768 };
/** the engine itself, the file, and what is unpacked from it, megabytes */
const BESIDE_HEAP = 256;
const LOOK_EVERY_MS = 100;
/** what a terminal or a service manager stops all processes of the program with: the document is not to blame */
const STOPPED: ReadonlySet<NodeJS.Signals | null> = new Set(["SIGTERM", "SIGINT", "SIGHUP"] as const);

export interface ReadingProblem {
  readonly code: string;
  /** Russian, ready to show */
  readonly text: string;
}

const TOO_LONG: ReadingProblem = {
  code: "reading-too-long",
  text: "Документ читается слишком долго, поэтому чтение остановлено. Оставьте в файле только страницы с таблицами и загрузите снова.",
};
const TOO_BIG: ReadingProblem = {
  code: "reading-too-big",
  text: "Документу не хватило памяти для чтения. Оставьте в файле только страницы с таблицами и загрузите снова.",
};

const BUNDLED = fileURLToPath(new URL("./reading-process.js", import.meta.url));

type Outcome = Result<Understanding, ReadingProblem> | undefined;
type OnStage = (stage: ReadingStep) => Promise<boolean>;

/**
 * Reads a document under limits of time and memory. The built program reads in a process of its own, which is ended at a limit or when
 * `onStage` says that nobody waits any more (undefined is returned then); run from the sources, it reads in place.
 */
export async function readApart(
  bytes: Uint8Array,
  name: string,
  onStage: OnStage,
  { entry = BUNDLED, limits = LIMITS }: { entry?: string; limits?: ReadingLimits } = {},
): Promise<Outcome> {
  if (existsSync(entry)) return inProcess(entry, { bytes, name }, onStage, limits);
  let awaited = true;
  const result = await readDocument(bytes, name, async (stage) => {
    awaited = awaited && (await onStage(stage));
  });
  return awaited ? result : undefined;
}

type Message = { readonly stage: ReadingStep } | { readonly result: Result<Understanding, ReadingProblem> };

function inProcess(
  entry: string,
  task: ReadingTask,
  onStage: OnStage,
  { seconds, megabytes }: ReadingLimits,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${megabytes}`],
      // no secrets; the path alone, for LibreOffice may stand anywhere
      env: { PATH: process.env["PATH"] ?? "" },
      // where memory runs out, the engine prints its stack: it says nothing to whoever reads the log
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const clock = setTimeout(() => end(refused(TOO_LONG)), seconds * 1000);
    // the engine limits its heap alone: a stream of a PDF may unpack into gigabytes beside it
    const watch = setInterval(() => {
      void residentMegabytes(child.pid).then((taken) => {
        if (taken > megabytes + BESIDE_HEAP) end(refused(TOO_BIG));
      });
    }, LOOK_EVERY_MS);
    const finish = () => {
      clearTimeout(clock);
      clearInterval(watch);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
    };
    const end = (outcome: Outcome) => {
      finish();
      resolve(outcome);
    };
    const fail = (fault: unknown) => {
      finish();
      reject(fault as Error);
    };
    child.on("message", (message: Message) => {
      if ("result" in message) end(message.result);
      else onStage(message.stage).then((awaited) => (awaited ? undefined : end(undefined)), fail);
    });
    child.on("error", fail);
    // without a result it fell over a fault of ours, was stopped together with the program, or ended from outside: by the limit of its
    // memory, or by the machine's
    child.on("exit", (code, signal) =>
      code === 1 || STOPPED.has(signal) ? fail(new Error("the reading failed")) : end(refused(TOO_BIG)),
    );
    child.send(task, (fault) => fault && fail(fault));
  });
}

/** Memory of a process as the machine counts it; 0 where the machine does not tell, as outside Linux. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
