import { understand, type Understanding } from "#domain/tables/understand.ts";
import { openDocument } from "#platform/office/open-document.ts";
import type { OfficeProblem } from "#platform/office/problems.ts";
import { refused, done, type Result } from "#shared/result.ts";
import type { ReadingStep } from "../model/reading-step.ts";

/** The bytes of a document as grids and a reading; says each stage as it begins it. */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  onStage: (stage: ReadingStep) => void | Promise<void>,
): Promise<Result<Understanding, OfficeProblem>> {
  await onStage("Открываю файл");
  const opened = await openDocument(bytes, name);
  if (!opened.ok) return refused(opened.refusal);
  await onStage("Нахожу таблицы");
  return done(understand(opened.value));
}
