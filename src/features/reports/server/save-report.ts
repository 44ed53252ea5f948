import { sql, type Updateable } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tables } from "#platform/db/tables.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { hot } from "#platform/db/hot.ts";
import { changed } from "#platform/journal/change.ts";
import { isPaused, plannedValuesOf, tellChanged, type ObligationRecord } from "#features/obligations/server/public.ts";
import type { ReportContent, ReportView } from "../model/contract.ts";
import { step, type ReportState } from "../model/lifecycle.ts";
import { reportsAll } from "../model/policy.ts";
import { reportProblem } from "../model/problems.ts";
import { basisColumns } from "./check-basis.ts";
import { loadReport, type LoadedReport, type ReportRecord } from "./load-report.ts";
import { presentReport } from "./present-report.ts";
import { readReport } from "./read-report.ts";
import type { OfReport } from "./report-parts.ts";
import { storedContent, type StoredContent } from "./stored-content.ts";
import { answerable, writeContent } from "./write-content.ts";

export type Write = RequestContext<
  { territoryId: Id; reportId: Id },
  unknown,
  { version: number; content: ReportContent }
>;

/** Saves a draft. A stale version is refused with both texts, so that the newest one is never lost. */
export async function saveReport(context: Write): Promise<ReportView> {
  const { params, body } = context;
  const loaded = await loadForWriting(context, params.territoryId, params.reportId, body.version, body.content);
  const next = step(loaded.record.state, "save");
  if (!next.ok) throw reportProblem(next.refusal);
  const { before } = await storeContent(context, loaded, body.content, next.value);
  await context.journal({
    territoryId: params.territoryId,
    action: "report.save",
    subjectKind: "report",
    subjectId: params.reportId,
    programmeId: loaded.obligations[0]?.programme_id ?? null,
    changes: changed(before, await storedContent(context.tx, params.territoryId, params.reportId)),
  });
  return readReport(context, params.territoryId, params.reportId);
}

/** The report locked and checked: the actor answers it, and its version is the one that was read. */
export async function loadForWriting(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  version: number,
  yours: unknown,
): Promise<LoadedReport> {
  const loaded = await loadReport(context, territoryId, reportId, true);
  if (!reportsAll(context.actor, loaded.place.obligations)) throw commonProblem("not-allowed");
  const editable = loaded.record.state === "draft" || loaded.record.state === "returned";
  if (editable && loaded.record.version !== version)
    throw commonProblem("stale-write", { extra: { yours, theirs: await presentReport(context, loaded) } });
  return loaded;
}

export interface StoredReport {
  /** as it was before */
  readonly before: StoredContent;
  /** the row as it is now */
  readonly record: ReportRecord;
  /** what it answers now, and the plans of that */
  readonly obligations: readonly ObligationRecord[];
  readonly plans: Awaited<ReturnType<typeof plannedValuesOf>>;
}

/** Writes the content and the state; obligations added to the report are checked as if it began with them. */
export async function storeContent(
  context: UseCaseContext,
  loaded: LoadedReport,
  content: ReportContent,
  state: ReportState,
): Promise<StoredReport> {
  const { tx, clock } = context;
  const { territory_id: territoryId, id: reportId } = loaded.record;
  if (loaded.obligations.some((row) => isPaused(row, loaded.today))) throw reportProblem("reporting-paused");
  const had = new Set(loaded.obligations.map((row) => row.id));
  const others = content.obligationIds.some((one) => !had.has(one)) || had.size !== new Set(content.obligationIds).size;
  const [obligations, plans, before] = await Promise.all([
    others || state === "submitted"
      ? answerable(context, territoryId, content.obligationIds, reportId, others ? undefined : loaded.obligations)
      : loaded.obligations,
    plannedValuesOf(tx, territoryId, content.obligationIds),
    storedContent(tx, territoryId, reportId),
  ]);
  const basis = await basisColumns(context, territoryId, content, loaded.obligations[0], loaded.record.based_on);
  const [[record]] = await Promise.all([
    written(tx, {
      territoryId,
      reportId,
      state,
      kind: content.kind,
      text: content.text,
      done_on: content.doneOn,
      reason: content.reason,
      ...basis,
      saved_at: clock.now(),
      ...(state === "submitted" && { submitted_at: clock.now(), decided_at: null, decided_by: null }),
    }),
    writeContent(context, { territoryId, reportId, held: before }, content, plans),
    (loaded.record.state !== "draft" || state !== "draft") &&
      tellChanged(tx, territoryId, [...new Set([...had, ...content.obligationIds])]),
  ]);
  return { before, record: record!, obligations, plans };
}

const written = hot((tx, { territoryId, reportId, ...row }: OfReport & Updateable<Tables["report"]>) =>
  tx
    .updateTable("report")
    .set({ ...row, version: sql`version + 1` })
    .where("territory_id", "=", territoryId)
    .where("id", "=", reportId)
    .returningAll(),
);
