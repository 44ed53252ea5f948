import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem, Problem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { obligationsById, placeOf, type ObligationRecord } from "#features/obligations/server/public.ts";
import { seesObligation } from "#features/obligations/model/policy.ts";
import { reportsAll } from "../model/policy.ts";
import { wordsAlone, type SendTogether, type SentTogether, type WithdrawnTogether } from "../model/together.ts";
import type { WithdrawTogether } from "../model/together.ts";
import { beginReport } from "./create-report.ts";
import { readReport } from "./read-report.ts";
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
  const answer: SentTogether = { sent: [], refused: [] };
  const answered: ObligationRecord[] = [];
  let today: LocalDate | undefined;
  for (const { obligationId, text } of asked) {
    const { measure_title: measureTitle } = found.get(obligationId)!;
    const content = wordsAlone(obligationId, text, doneOn);
    const reason = await orRefusal(context, async () => {
      const reportId = await beginReport(context, territoryId, content);
      const done = await sendReport(context, territoryId, reportId, { version: 1, content });
      ({ today } = done);
      answered.push(...done.obligations);
      const { version } = await readReport(context, territoryId, reportId);
      answer.sent.push({ reportId, version, obligationId, measureTitle });
    });
    if (reason) answer.refused.push({ obligationId, measureTitle, reason });
  }
  if (today) await tellOnce(context, answered, answer.sent[0]!.reportId, today);
  return answer;
}

/** Takes back what was sent together while nobody has decided it; what was decided stays, and is told. */
export async function withdrawTogether(
  context: RequestContext<unknown, unknown, z.output<typeof WithdrawTogether>>,
): Promise<WithdrawnTogether> {
  const { territoryId, reports } = context.body;
  const answer: WithdrawnTogether = { withdrawn: [], refused: [] };
  for (const { reportId, version } of reports) {
    const reason = await orRefusal(context, () => stepReport(context, "withdraw", { territoryId, reportId, version }));
    if (!reason) answer.withdrawn.push(reportId);
    else {
      const { obligations } = await readReport(context, territoryId, reportId);
      answer.refused.push({ reportId, measureTitle: obligations[0]?.measureTitle ?? "", reason });
    }
  }
  return answer;
}

/** Does one row of many; its refusal as a sentence, and nothing of it written. What one may not see or do refuses all. */
async function orRefusal({ tx }: UseCaseContext, work: () => Promise<void>): Promise<string | undefined> {
  await sql`savepoint one_of_many`.execute(tx);
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.code === "not-found" || fault.code === "not-allowed") throw fault;
    await sql`rollback to savepoint one_of_many`.execute(tx);
    return Object.values(fault.fields)[0] ?? fault.message;
  } finally {
    await sql`release savepoint one_of_many`.execute(tx).catch(() => undefined);
  }
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
  await tellCheckers(context, answered, link, today);
}
