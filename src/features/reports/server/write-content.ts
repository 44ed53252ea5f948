import type { Insertable } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { hot } from "#platform/db/hot.ts";
import type { Tables } from "#platform/db/tables.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { claimFile } from "#features/files/server/public.ts";
import { papersOf } from "#features/papers/server/public.ts";
import {
  isPaused,
  lockObligations,
  obligationsById,
  placeOf,
  type plannedValuesOf,
  type ObligationRecord,
} from "#features/obligations/server/public.ts";
import { closeReasonInWords } from "#features/obligations/model/text.ts";
import { seesObligation } from "#features/obligations/model/policy.ts";
import type { ReportContent } from "../model/contract.ts";
import { reportsAll } from "../model/policy.ts";
import { reportProblem } from "../model/problems.ts";
import type { StoredContent } from "./stored-content.ts";

/**
 * The obligations, locked, if this actor may answer them together: all seen, all answered for, one bearer, one side that checks,
 * none closed, none answered by another report, every programme in force. `known` are the wanted ones as the caller has read them.
 */
export async function answerable(
  context: UseCaseContext,
  territoryId: Id,
  wanted: readonly Id[],
  reportId: Id | null,
  known?: readonly ObligationRecord[],
): Promise<ObligationRecord[]> {
  const { actor, tx } = context;
  const found = known ?? (await obligationsById(tx, territoryId, wanted));
  const places = found.map(placeOf);
  if (found.length !== new Set(wanted).size || !places.every((place) => seesObligation(actor, place)))
    throw commonProblem("not-found");
  if (!reportsAll(actor, places)) throw commonProblem("not-allowed");
  // in one journey, and read after they are held
  const [, obligations] = await Promise.all([
    lockObligations(tx, territoryId, wanted),
    obligationsById(tx, territoryId, wanted),
  ]);
  const [first] = obligations;
  const same = (row: ObligationRecord) =>
    row.bearer_kind === first!.bearer_kind &&
    row.bearer_organisation_id === first!.bearer_organisation_id &&
    row.bearer_person_id === first!.bearer_person_id &&
    row.owner_organisation_id === first!.owner_organisation_id;
  if (!obligations.every(same)) throw reportProblem("other-bearer");
  const closed = obligations.find((row) => row.closed_at !== null);
  if (closed) throw reportProblem("period-closed", { values: { reason: closeReasonInWords(closed.close_reason) } });
  const today = context.clock.today(first!.time_zone);
  if (obligations.some((row) => isPaused(row, today))) throw reportProblem("reporting-paused");
  const taken = obligations.find((row) => row.report_id !== null && row.report_id !== reportId);
  if (taken) await refuseSecond(context, taken.territory_id, taken.report_id!);
  const [idle] = await idleOf(tx, { territoryId, ids: [...new Set(obligations.map((row) => row.programme_id))] });
  if (idle) {
    const reason = idle.status === "draft" ? "programme-withdrawn" : "programme-finished";
    throw reportProblem("period-closed", { values: { reason: closeReasonInWords(reason) } });
  }
  return obligations;
}

const idleOf = hot((tx, { territoryId, ids }: { readonly territoryId: Id; readonly ids: readonly Id[] }) =>
  tx
    .selectFrom("programme")
    .select("status")
    .where("territory_id", "=", territoryId)
    .where("id", "in", ids)
    .where("status", "in", ["finished", "draft"])
    .limit(1),
);

/** Another report answers the obligation: the refusal says whose it is and leads to it. */
export async function refuseSecond(context: UseCaseContext, territoryId: Id, reportId: Id): Promise<never> {
  const other = await context.tx
    .selectFrom("report as r")
    .innerJoin("person as p", "p.id", "r.author_person_id")
    .where("r.territory_id", "=", territoryId)
    .where("r.id", "=", reportId)
    .select(["p.family_name", "p.given_name", "p.patronymic"])
    .executeTakeFirst();
  throw reportProblem("report-exists", {
    values: { author: other ? `${other.family_name} ${other.given_name}` : "другой человек" },
    extra: { reportId },
  });
}

/** What a report holds before it is written. */
export type Held = Pick<StoredContent, "obligationIds" | "values" | "evidence">;

export const NOTHING_HELD: Held = { obligationIds: [], values: [], evidence: [] };

/** Replaces what a report holds: its obligations, values and evidence; `plans` of the obligations. Files become the report's. */
export async function writeContent(
  context: UseCaseContext,
  { territoryId, reportId, held }: { readonly territoryId: Id; readonly reportId: Id; readonly held: Held },
  content: ReportContent,
  plans: Awaited<ReturnType<typeof plannedValuesOf>>,
): Promise<void> {
  const { tx } = context;
  const at = { territory_id: territoryId, report_id: reportId };
  if (held.values.length > 0)
    await tx
      .deleteFrom("report_value")
      .where("territory_id", "=", territoryId)
      .where("report_id", "=", reportId)
      .execute();
  await replaceObligations(context, territoryId, reportId, content.obligationIds, held.obligationIds);
  const values = content.values.filter((one) => content.obligationIds.includes(one.obligationId));
  // a fact of another year would be counted where nobody reported it
  const answered = values.filter((one) =>
    plans.get(one.obligationId)?.some((plan) => plan.id === one.plannedValueId && plan.year === one.year),
  );
  const kept = new Map(answered.map((one) => [`${one.obligationId} ${one.plannedValueId} ${one.year}`, one]));
  if (kept.size > 0)
    await tx
      .insertInto("report_value")
      .values(
        [...kept.values()].map((one) => ({
          ...at,
          obligation_id: one.obligationId,
          planned_value_id: one.plannedValueId,
          year: one.year,
          value: one.value,
          denominator: one.denominator,
        })),
      )
      .execute();
  await replaceEvidence(context, territoryId, reportId, content.evidence, held.evidence.length > 0);
}

async function replaceObligations(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  ids: readonly Id[],
  held: readonly Id[],
): Promise<void> {
  const { tx } = context;
  if (held.some((id) => !ids.includes(id)))
    await tx
      .deleteFrom("report_obligation")
      .where("territory_id", "=", territoryId)
      .where("report_id", "=", reportId)
      .where("obligation_id", "not in", ids)
      .execute();
  const added = [...new Set(ids)].filter((id) => !held.includes(id));
  if (added.length === 0) return;
  const written = await tx
    .insertInto("report_obligation")
    .values(added.map((id) => ({ territory_id: territoryId, report_id: reportId, obligation_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning("obligation_id")
    .execute();
  const taken = added.find((id) => !written.some((row) => row.obligation_id === id));
  if (!taken) return;
  // a colleague was quicker by a moment
  const holder = await tx
    .selectFrom("report_obligation")
    .select("report_id")
    .where("territory_id", "=", territoryId)
    .where("obligation_id", "=", taken)
    .executeTakeFirstOrThrow();
  await refuseSecond(context, territoryId, holder.report_id);
}

async function replaceEvidence(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  evidence: ReportContent["evidence"],
  hadSome: boolean,
): Promise<void> {
  const { tx, newId } = context;
  if (hadSome)
    await tx.deleteFrom("evidence").where("territory_id", "=", territoryId).where("report_id", "=", reportId).execute();
  for (const one of evidence) {
    if (one.kind === "file") await claimFile(context, territoryId, one.fileId, "report", reportId);
    if (one.kind === "paper") await checkPaper(context, territoryId, one.paperId);
  }
  if (evidence.length === 0) return;
  await kept(tx, {
    rows: evidence.map((one, ordinal) => ({
      territory_id: territoryId,
      id: newId(),
      report_id: reportId,
      kind: one.kind,
      file_id: one.kind === "file" ? one.fileId : null,
      paper_id: one.kind === "paper" ? one.paperId : null,
      url: one.kind === "link" ? one.url : null,
      ordinal,
    })),
  });
}

const kept = hot((tx, { rows }: { readonly rows: readonly Insertable<Tables["evidence"]>[] }) =>
  tx.insertInto("evidence").values(rows),
);

async function checkPaper(context: UseCaseContext, territoryId: Id, paperId: Id): Promise<void> {
  if (!(await papersOf(context, territoryId, [paperId])).has(paperId)) throw commonProblem("not-found");
}
