import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Understanding } from "#domain/tables/understand.ts";
import { refused, type Result } from "#shared/result.ts";
import type { Stage } from "../model/stages.ts";
import { readDocument } from "./read-document.ts";

export interface ReadingLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** A 30 MB document of text alone is read in about 10 s and 400 MB; what needs more is broken on purpose or by accident. */
const LIMITS: ReadingLimits = { seconds: 60, megabytes: 768 };

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

const BUNDLED = new URL("./reading-thread.js", import.meta.url);

/**
 * Reads a document under limits of time and memory. The built program reads in a thread of its own, which is ended at a limit or when
 * `onStage` says that nobody waits any more (undefined is returned then); run from the sources, it reads in place.
 */
export async function readInThread(
  bytes: Uint8Array,
  name: string,
  onStage: (stage: Stage) => Promise<boolean>,
  { entry = BUNDLED, limits = LIMITS }: { entry?: URL; limits?: ReadingLimits } = {},
): Promise<Result<Understanding, ReadingProblem> | undefined> {
  if (existsSync(entry)) return inThread(entry, bytes, name, onStage, limits);
  let awaited = true;
  const result = await readDocument(bytes, name, async (stage) => {
    awaited = awaited && (await onStage(stage));
  });
  return awaited ? result : undefined;
}

type Message = { readonly stage: Stage } | { readonly result: Result<Understanding, ReadingProblem> };

function inThread(
  entry: URL,
  bytes: Uint8Array,
  name: string,
  onStage: (stage: Stage) => Promise<boolean>,
  { seconds, megabytes }: ReadingLimits,
): Promise<Result<Understanding, ReadingProblem> | undefined> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const end = (outcome: Result<Understanding, ReadingProblem> | undefined) => {
      clearTimeout(clock);
      void thread.terminate();
      resolve(outcome);
    };
    const clock = setTimeout(() => end(refused(TOO_LONG)), seconds * 1000);
    const fail = (fault: unknown) => {
      clearTimeout(clock);
      void thread.terminate();
      reject(fault as Error);
    };
    thread.on("message", (message: Message) => {
      if ("result" in message) end(message.result);
      else onStage(message.stage).then((awaited) => (awaited ? undefined : end(undefined)), fail);
    });
    thread.on("error", (fault: NodeJS.ErrnoException) =>
      fault.code === "ERR_WORKER_OUT_OF_MEMORY" ? end(refused(TOO_BIG)) : fail(fault),
    );
  });
}
