import { sql } from "kysely";
import { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import { applyPlan, closeUnanswered } from "./apply-plan.ts";
import { loadPlanned, lockProgrammeObligations } from "./load-plan.ts";
import { planDiffOf } from "./plan-diff.ts";
import { tellBearers } from "./tell-bearers.ts";

/**
 * Brings the obligations of a programme into line with its measures, the registry and the calendar of today. Does nothing twice:
 * a second run finds no difference. Rows with a report are never touched. A draft, and so a programme withdrawn, owes nothing, and a finished one nothing more.
 */
export async function replanProgramme(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<void> {
  const { tx } = context;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`replan ${programmeId}`}, 0))`.execute(tx);
  // its leaders lock the programme before its obligations: in the same order nobody waits in a ring
  await tx
    .selectFrom("programme")
    .select("id")
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId)
    .forKeyShare()
    .execute();
  const programme = await loadPlanned(tx, territoryId, programmeId);
  if (!programme) return;
  const entry = {
    territoryId,
    action: "obligation.replan",
    subjectKind: "programme",
    subjectId: programmeId,
    programmeId,
  };
  if (programme.status === "draft" || programme.status === "finished") {
    const reason = programme.status === "draft" ? "programme-withdrawn" : "programme-finished";
    const closed = await closeUnanswered(context, territoryId, programmeId, reason);
    if (closed > 0) await context.journal({ ...entry, detail: { closed } });
    return;
  }
  await lockProgrammeObligations(tx, territoryId, programmeId);
  const diff = await planDiffOf(context, territoryId, programme);
  const counts = {
    added: diff.add.length,
    moved: diff.move.length,
    closed: diff.close.length,
    reopened: diff.reopen.length,
  };
  if (Object.values(counts).every((count) => count === 0)) return;
  await applyPlan(context, territoryId, programmeId, diff);
  await context.journal({ ...entry, detail: counts });
  if (counts.added > 0) await tellBearers(context, programme, territoryId, diff.add);
}

/** After every change that moves obligations; sent with `once` = the programme's id. */
export const replanJob: Job = job({
  queue: "obligation-replan",
  data: z.object({ territoryId: id, programmeId: id }),
  handle: ({ territoryId, programmeId }, worker) =>
    worker.within(territoryId, (context) => replanProgramme(context, territoryId, programmeId)),
});

/** After a change of the dictionary, a designation, an organisation or the calendar: every programme in force is looked at again. */
export const replanTerritoryJob: Job = job({
  queue: "obligation-replan-territory",
  data: z.object({ territoryId: id }),
  handle: ({ territoryId }, worker) =>
    worker.within(territoryId, async (context) => {
      const programmes = await context.tx
        .selectFrom("programme")
        .where("territory_id", "=", territoryId)
        .where("status", "in", ["approved", "running"])
        .select("id")
        .execute();
      for (const { id: programmeId } of programmes)
        await context.send("obligation-replan", { territoryId, programmeId });
    }),
});

export const obligationJobs: readonly Job[] = [replanJob, replanTerritoryJob];
