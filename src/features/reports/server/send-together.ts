import type { z } from "zod";
import { eachRow } from "#shared/each-row.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { apart } from "#platform/db/apart.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import {
  checkersOfEach,
  obligationsById,
  placeOf,
  type ObligationRecord,
} from "#features/obligations/server/public.ts";
import { seesObligation } from "#features/obligations/model/policy.ts";
import { reportsAll } from "../model/policy.ts";
import { wordsAlone, type SendTogether, type SentTogether, type WithdrawnTogether } from "../model/together.ts";
import type { WithdrawTogether } from "../model/together.ts";
import { beginReport } from "./create-report.ts";
import { stepReport } from "./steps.ts";
import { sendReport, tellCheckers } from "./submit-report.ts";

/**
 * Sends a report of its own for each row, in one transaction. What is not theirs refuses the whole request; a row that somebody else
 * answered meanwhile, or whose period is closed, is told and holds up no other. The checkers are told once for all of them.
 */
export async function sendTogether(context: RequestContext<unknown, unknown, SendTogether>): Promise<SentTogether> {
  const { actor, tx, body } = context;
  const { territoryId, doneOn } = body;
  const asked = [...new Map(body.rows.map((row) => [row.obligationId, row])).values()];
  const found = new Map(
    (
      await obligationsById(
        tx,
        territoryId,
        asked.map((row) => row.obligationId),
      )
    ).map((row) => [row.id, row]),
  );
  const places = [...found.values()].map(placeOf);
  if (found.size !== asked.length || !places.every((place) => seesObligation(actor, place)))
    throw commonProblem("not-found");
  if (!reportsAll(actor, places)) throw commonProblem("not-allowed");
  const answered: ObligationRecord[] = [];
  let today: LocalDate | undefined;
  const { done: sent, refused } = await eachRow(
    asked.map(({ obligationId, text }) => ({ id: obligationId, text })),
    ({ id: obligationId, text }) =>
      apart(tx, async () => {
        const content = wordsAlone(obligationId, text, doneOn);
        const reportId = await beginReport(context, territoryId, content);
        const { sent: done } = await sendReport(context, territoryId, reportId, { version: 1, content });
        ({ today } = done);
        answered.push(...done.obligations);
        return {
          reportId,
          version: done.record.version,
          obligationId,
          measureTitle: found.get(obligationId)!.measure_title,
        };
      }),
  );
  if (today) await tellOnce(context, answered, sent[0]!.reportId, today);
  return { sent, refused: refused.map((row) => ({ ...row, measureTitle: found.get(row.id)!.measure_title })) };
}

/** Takes back what was sent together while nobody has decided it; what was decided stays, and is told. */
export async function withdrawTogether(
  context: RequestContext<unknown, unknown, z.output<typeof WithdrawTogether>>,
): Promise<WithdrawnTogether> {
  const { territoryId, reports } = context.body;
  const { done: withdrawn, refused } = await eachRow(
    reports.map(({ reportId, version }) => ({ id: reportId, version })),
    async ({ id: reportId, version }) => {
      await stepReport(context, "withdraw", { territoryId, reportId, version });
      return reportId;
    },
  );
  return { withdrawn, refused };
}

/** One report leads to itself, several to the queue. */
async function tellOnce(
  context: UseCaseContext,
  answered: readonly ObligationRecord[],
  first: Id,
  today: LocalDate,
): Promise<void> {
  const { territory_id: territoryId } = answered[0]!;
  const link = answered.length === 1 ? `/reports/${territoryId}/${first}` : "/reports?state=toReview";
  await tellCheckers(context, answered, link, today, await checkersOfEach(context.tx, answered, today));
}
