import { answerApart } from "#platform/files/apart.ts";
import type { ReadingStep } from "../model/reading-step.ts";
import { readDocument } from "./read-document.ts";

/** What the process is told, once. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** The process that reads one document, so that a monstrous file can neither hold the server up nor take its memory. */
answerApart(({ bytes, name }: ReadingTask, tell: (stage: ReadingStep) => void) => readDocument(bytes, name, tell));
