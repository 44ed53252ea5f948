import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Understanding } from "#domain/tables/understand.ts";
import { ApartEndError, runApart, type ApartLimits } from "#platform/files/apart.ts";
import { refused, type Result } from "#shared/result.ts";
import type { ReadingStep } from "../model/reading-step.ts";
import { readDocument } from "./read-document.ts";
import type { ReadingTask } from "./reading-process.ts";

const LIMITS: ApartLimits = { seconds: 60, megabytes: 1024 };

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

type Outcome = Result<Understanding, ReadingProblem>;
type OnStage = (stage: ReadingStep) => Promise<boolean>;

/**
 * Reads a document under limits of time and memory. The built program reads in a process of its own, which is ended at a limit or when
 * `onStage` says that nobody waits any more (undefined is returned then); run from the sources, it reads in place.
 */
export async function readApart(
  bytes: Uint8Array,
  name: string,
  onStage: OnStage,
  { entry = BUNDLED, limits = LIMITS }: { entry?: string; limits?: ApartLimits } = {},
): Promise<Outcome | undefined> {
  if (existsSync(entry)) return inProcess(entry, { bytes, name }, onStage, limits);
  let awaited = true;
  const result = await readDocument(bytes, name, async (stage) => {
    awaited = awaited && (await onStage(stage));
  });
  return awaited ? result : undefined;
}

async function inProcess(
  entry: string,
  task: ReadingTask,
  onStage: OnStage,
  limits: ApartLimits,
): Promise<Outcome | undefined> {
  try {
    return await runApart<ReadingTask, Outcome, ReadingStep>(entry, task, limits, onStage);
  } catch (fault) {
    if (!(fault instanceof ApartEndError)) throw fault;
    return fault.why === "unwanted" ? undefined : refused(fault.why === "time" ? TOO_LONG : TOO_BIG);
  }
}
