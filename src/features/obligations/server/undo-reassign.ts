import { sql } from "kysely";
import type { z } from "zod";
import { eachRow } from "#shared/each-row.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import { UNDO_MS } from "#shared/undo.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { UndoneReassign, UndoReassign } from "../model/contract.ts";
import { decidesObligation } from "../model/policy.ts";
import { obligationProblem } from "../model/problems.ts";
import { closeReasonInWords } from "../model/text.ts";
import { loadObligation } from "./load-obligation.ts";
import type { StoodClosed } from "./reassign.ts";
import type { ObligationRecord } from "./obligation-rows.ts";
import { isPaused, placeOf, presentObligation } from "./present-obligation.ts";
import { tellChanged } from "./tell-changed.ts";
import { bearerIdOf, namedRows, tellReassigned } from "./tell-reassigned.ts";

/**
 * Takes handings over back, by whoever made them, for a minute, while nothing is begun on them: the row of the bearer before stands again,
 * and the one that was made for the other is gone, so that no figure tells of it. Each by itself, as they were handed.
 */
export async function undoReassign(
  context: RequestContext<unknown, unknown, z.output<typeof UndoReassign>>,
): Promise<UndoneReassign> {
  const { territoryId, rows } = context.body;
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const left: ObligationRecord[] = [];
  const standing: ObligationRecord[] = [];
  const outcome = await eachRow(rows, async ({ id, version }) => {
    const back = await takeBack(context, { territoryId, id, version, today });
    left.push(back.left);
    standing.push(back.stands);
    return { id: back.stands.id };
  });
  const tell = (bearers: readonly ObligationRecord[], words: string) =>
    tellReassigned(context, { territoryId, rows: bearers, today }, (own) => ({
      text: `Передача отменена, ${words}: ${namedRows(own)}`,
      link: "/todo",
    }));
  await tell(left, "отчёт сдаёт прежний исполнитель");
  await tell(standing, "отчёт снова за вами");
  return outcome;
}

interface TakingBack {
  readonly territoryId: Id;
  /** of the new bearer's row */
  readonly id: Id;
  readonly version: number;
  readonly today: LocalDate;
}

interface TakenBack {
  /** as it was with the bearer from whom it is taken */
  readonly left: ObligationRecord;
  readonly stands: ObligationRecord;
}

async function takeBack(context: UseCaseContext, { territoryId, id, version, today }: TakingBack): Promise<TakenBack> {
  const { actor, tx } = context;
  const left = await loadObligation(tx, actor, territoryId, id, true);
  if (!decidesObligation(actor, placeOf(left))) throw commonProblem("not-allowed");
  if (left.version !== version)
    throw commonProblem("stale-write", { extra: { theirs: presentObligation(left, actor, today) } });
  if (left.closed_at)
    throw obligationProblem("obligation-closed", { values: { reason: closeReasonInWords(left.close_reason) } });
  if (isPaused(left, today)) throw obligationProblem("obligation-paused");
  if (left.report_id) throw obligationProblem("handing-begun");
  const { from, stood } = await lastHanding(context, left);
  // before the row may be gone
  await tellChanged(tx, territoryId, [left.id, from]);
  await (stood ? close(context, left, stood) : remove(context, left));
  await tx
    .updateTable("obligation")
    .set({ closed_at: null, close_reason: null, version: sql`version + 1` })
    .where("territory_id", "=", territoryId)
    .where("id", "=", from)
    .execute();
  const stands = await loadObligation(tx, actor, territoryId, from);
  await context.journal({
    territoryId,
    action: "obligation.reassign-undo",
    subjectKind: "obligation",
    subjectId: stands.id,
    programmeId: stands.programme_id,
    changes: changed({ bearer: bearerIdOf(left) }, { bearer: bearerIdOf(stands) }),
  });
  return { left, stands };
}

interface Handing {
  /** the row it was handed from */
  readonly from: Id;
  /** of a row that was not made by this handing: what it was before */
  readonly stood: StoodClosed | null;
}

/** The last handing of this row, by the journal; refused to anyone but who made it, and after its minute. */
async function lastHanding({ actor, tx, clock }: UseCaseContext, row: ObligationRecord): Promise<Handing> {
  const handing = await tx
    .selectFrom("obligation as o")
    .innerJoin("journal as j", (join) =>
      join.onRef("j.territory_id", "=", "o.territory_id").onRef("j.subject_id", "=", "o.reassigned_from"),
    )
    .where("o.territory_id", "=", row.territory_id)
    .where("o.id", "=", row.id)
    .where("j.subject_kind", "=", "obligation")
    .where("j.action", "=", "obligation.reassign")
    .where(sql<boolean>`j.detail ->> 'newId' = o.id::text`)
    .select([
      "o.reassigned_from as from",
      "j.person_id",
      "j.at",
      sql<StoodClosed | null>`j.detail -> 'stood'`.as("stood"),
    ])
    .orderBy("j.at", "desc")
    .executeTakeFirst();
  const own = actor.kind === "person" && handing?.person_id === actor.personId;
  if (!handing?.from || !own || clock.now().getTime() - handing.at.getTime() > UNDO_MS)
    throw obligationProblem("handing-settled");
  return { from: handing.from, stood: handing.stood };
}

/** Nothing but reminders hangs on it: they go with it. */
async function remove({ tx }: UseCaseContext, row: ObligationRecord): Promise<void> {
  await tx.deleteFrom("obligation").where("territory_id", "=", row.territory_id).where("id", "=", row.id).execute();
}

/** It had stood closed before it was handed, and stands so again. */
async function close({ tx, clock }: UseCaseContext, row: ObligationRecord, stood: StoodClosed): Promise<void> {
  await tx
    .updateTable("obligation")
    .set({
      closed_at: clock.now(),
      close_reason: stood.reason,
      reassigned_from: stood.from,
      reassigned_at: stood.at ? new Date(stood.at) : null,
      version: sql`version + 1`,
    })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", row.id)
    .execute();
}
