import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { amendProgramme } from "#features/programmes/server/public.ts";
import type { ApproveAmendment } from "../model/amendment.ts";
import { importProblem } from "../model/problems.ts";
import { closeReview } from "./approve-import.ts";
import { lockReview } from "./load-import.ts";
import { openAmendment } from "./open-amendment.ts";

/**
 * Brings the programme to the new redaction by an order, all or nothing. Throws «pairs-open» while a pairing is in question, «amendment-stale»
 * where the programme changed since it was compared, «import-approved» a second time.
 */
export async function approveAmendment(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  { version, stamp, directive, effectiveOn }: ApproveAmendment,
): Promise<{ programmeId: Id; redactionId: Id; changeId: Id | null }> {
  const row = await lockReview(context, territoryId, importId, version);
  const { programmeId, merged, open, drafted } = await openAmendment(context, row);
  if (open > 0) throw importProblem("pairs-open", { values: { count: open } });
  const amendment = { document: merged, stamp, importId, directive, effectiveOn };
  const made = await amendProgramme(context, territoryId, programmeId, amendment);
  await closeReview(context, row, programmeId, drafted);
  await context.journal({
    territoryId,
    action: "amendment.approve",
    subjectKind: "import",
    subjectId: importId,
    programmeId,
    changes: changed({ status: row.status, programmeId: null }, { status: "approved", programmeId }),
    detail: { redactionId: made.redactionId },
  });
  return { programmeId, ...made };
}
