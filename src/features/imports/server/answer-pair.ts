import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { listChanged } from "#platform/journal/change.ts";
import { withAnswer, type AmendmentView, type AnswerPair } from "../model/amendment.ts";
import { importProblem } from "../model/problems.ts";
import { loadReview, lockReview } from "./load-import.ts";
import { openAmendment } from "./open-amendment.ts";
import { presentAmendment } from "./read-amendment.ts";

/** Writes down which measure a row of the new document is, or what becomes of a roadmap it does not have. */
export async function answerPair(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  { version, answer }: AnswerPair,
): Promise<AmendmentView> {
  const row = await lockReview(context, territoryId, importId, version);
  const { answers, rows, standing, missing } = await openAmendment(context, row);
  const isKnown =
    answer.kind === "roadmap"
      ? missing.some(({ key }) => key === answer.roadmap)
      : rows.has(answer.after) && (answer.kind === "forget" || answer.before === null || standing.has(answer.before));
  if (!isKnown) throw importProblem("answer-unknown");
  const pairs = withAnswer(answers, answer);
  await context.tx
    .updateTable("document_import")
    .set({ pairs: JSON.stringify(pairs), version: row.version + 1 })
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .execute();
  await context.journal({
    territoryId,
    action: "amendment.answer",
    subjectKind: "import",
    subjectId: importId,
    programmeId: row.amends_programme_id,
    changes: [
      ...listChanged("rows", answers.rows, pairs.rows),
      ...listChanged("roadmaps", answers.roadmaps, pairs.roadmaps),
    ],
  });
  return presentAmendment(context, await loadReview(context, territoryId, importId));
}
