import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { created } from "#platform/journal/change.ts";
import { plannedValuesOf } from "#features/obligations/server/public.ts";
import type { ReportContent, ReportView } from "../model/contract.ts";
import { basisColumns } from "./check-basis.ts";
import { answerable, NOTHING_HELD, writeContent } from "./write-content.ts";
import { readReport } from "./read-report.ts";
import { storedContent } from "./stored-content.ts";

/** Begins a report: the first save of a draft. Where another live report answers the obligation, that one is named instead. */
export async function createReport(
  context: RequestContext<unknown, unknown, { territoryId: Id; content: ReportContent }>,
): Promise<ReportView> {
  const { territoryId, content } = context.body;
  return readReport(context, territoryId, await beginReport(context, territoryId, content));
}

/** Writes a draft with what it holds; its id. The actor must answer every obligation, none of them answered by another report. */
export async function beginReport(context: UseCaseContext, territoryId: Id, content: ReportContent): Promise<Id> {
  const { actor, tx, clock } = context;
  if (actor.kind !== "person") throw commonProblem("not-found");
  const obligations = await answerable(context, territoryId, content.obligationIds, null);
  const id = context.newId();
  await tx
    .insertInto("report")
    .values({
      territory_id: territoryId,
      id,
      organisation_id: obligations[0]!.bearer_organisation_id,
      state: "draft",
      kind: content.kind,
      text: content.text,
      done_on: content.doneOn,
      reason: content.reason,
      ...(await basisColumns(context, territoryId, content, obligations[0]!, null)),
      author_person_id: actor.personId,
      created_at: clock.now(),
      saved_at: clock.now(),
      submitted_at: null,
      decided_at: null,
      decided_by: null,
    })
    .execute();
  const plans = await plannedValuesOf(tx, territoryId, content.obligationIds);
  await writeContent(context, { territoryId, reportId: id, held: NOTHING_HELD }, content, plans);
  await context.journal({
    territoryId,
    action: "report.create",
    subjectKind: "report",
    subjectId: id,
    programmeId: obligations[0]!.programme_id,
    changes: created(await storedContent(tx, territoryId, id)),
  });
  return id;
}
