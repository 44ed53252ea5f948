import { sql } from "kysely";
import type { z } from "zod";
import { eachRow } from "#shared/each-row.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { notify } from "#features/notices/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { programmeHeader } from "#features/programmes/server/public.ts";
import type { MovedMany, MoveDue, MoveMany, ObligationRow } from "../model/contract.ts";
import { decidesObligation } from "../model/policy.ts";
import { obligationProblem } from "../model/problems.ts";
import { closeReasonInWords } from "../model/text.ts";
import { colleaguesOf } from "./delegate.ts";
import { loadObligation } from "./load-obligation.ts";
import type { ObligationRecord } from "./obligation-rows.ts";
import { isPaused, placeOf, presentObligation } from "./present-obligation.ts";
import { pauseCovers } from "./paused.ts";
import { answerersOf } from "./people-of.ts";
import { tellChanged } from "./tell-changed.ts";

/** Sets a due day by hand, with the reason; replanning leaves it from then on. */
export async function moveDue(
  context: RequestContext<{ territoryId: Id; obligationId: Id }, unknown, z.output<typeof MoveDue>>,
): Promise<ObligationRow> {
  const { actor, tx, params, body, clock } = context;
  const { territoryId, obligationId } = params;
  await moveOne(context, { ...body, territoryId, obligationId, byHand: true });
  const today = clock.today(await timeZoneOf(tx, territoryId));
  return presentObligation(await loadObligation(tx, actor, territoryId, obligationId), actor, today);
}

/**
 * Moves several due days at once, each by the rules of one, all in one transaction. What is refused is told by its row; what is done
 * comes with the day it had, by which the move is taken back: `byHand` false gives a row back to the plan.
 */
export async function moveMany(
  context: RequestContext<unknown, unknown, z.output<typeof MoveMany>>,
): Promise<z.infer<typeof MovedMany>> {
  const { territoryId, reason, rows } = context.body;
  const given = new Set<Id>();
  const outcome = await eachRow(rows, async ({ id, ...row }) => {
    const before = await moveOne(context, { ...row, territoryId, obligationId: id, reason });
    if (!row.byHand) given.add(before.programme_id);
    return { id, version: before.version + 1, dueOn: before.due_on, byHand: before.due_moved };
  });
  for (const programmeId of given) await context.send("obligation-replan", { territoryId, programmeId });
  return outcome;
}

interface Move extends z.output<typeof MoveDue> {
  readonly territoryId: Id;
  readonly obligationId: Id;
  /** the day is a person's decision; false: it is the plan's again */
  readonly byHand: boolean;
}

/** Moves one, or refuses before anything is written; answers with the row as it was. */
async function moveOne(context: UseCaseContext, body: Move): Promise<ObligationRecord> {
  const { actor, tx, clock } = context;
  const { territoryId, obligationId } = body;
  const row = await loadObligation(tx, actor, territoryId, obligationId, true);
  if (!decidesObligation(actor, placeOf(row))) throw commonProblem("not-allowed");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  if (row.version !== body.version)
    throw commonProblem("stale-write", { extra: { yours: body, theirs: presentObligation(row, actor, today) } });
  if (isPaused(row, today)) throw obligationProblem("obligation-paused");
  if (row.closed_at)
    throw obligationProblem("obligation-closed", { values: { reason: closeReasonInWords(row.close_reason) } });
  if (row.report_state === "submitted" || row.report_state === "accepted")
    throw obligationProblem("obligation-answered");
  await refuseBeforeStart(context, row, body);
  await refuseWithinPause(context, row, body, today);
  await tx
    .updateTable("obligation")
    .set({
      due_on: body.dueOn,
      opens_on: row.opens_on > body.dueOn ? body.dueOn : row.opens_on,
      due_moved: body.byHand,
      version: sql`version + 1`,
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", row.id)
    .execute();
  await tellChanged(tx, territoryId, [row.id]);
  await context.journal({
    territoryId,
    action: "obligation.move-due",
    subjectKind: "obligation",
    subjectId: row.id,
    programmeId: row.programme_id,
    changes: changed({ dueOn: row.due_on }, { dueOn: body.dueOn }),
    detail: { reason: body.reason },
  });
  await tellMoved(context, row, body, today);
  return row;
}

/** A term that is a window does not end before it begins, and nothing is due before its programme is. */
async function refuseBeforeStart({ tx }: UseCaseContext, row: ObligationRecord, body: Move): Promise<void> {
  const { dueOn, byHand } = body;
  const programme = await programmeHeader(tx, row.territory_id, row.programme_id);
  // the day the plan gave is not taken back once the plan begins after it
  const opens = row.opens_on < row.due_on || !byHand ? row.opens_on : null;
  const first = opens && opens > programme!.startsOn ? opens : programme!.startsOn;
  if (dueOn >= first) return;
  // whoever takes a move back chose no day: another one is not asked of them
  if (!byHand)
    throw obligationProblem("undo-before-start", { values: { due: dateInWords(dueOn), first: dateInWords(first) } });
  const text = obligationProblem("due-before-start", { values: { first: dateInWords(first) } });
  throw obligationProblem("due-before-start", {
    values: { first: dateInWords(first) },
    fields: { dueOn: text.message },
  });
}

/** What is owed as it was before a pause stays so: moved into it, it could be neither answered nor moved back. */
async function refuseWithinPause(
  { tx }: UseCaseContext,
  row: ObligationRecord,
  { dueOn }: Move,
  today: LocalDate,
): Promise<void> {
  const standing = await tx
    .selectFrom("pause as x")
    .innerJoin("obligation as o", (join) => join.on(pauseCovers(sql`${dueOn}::date`)))
    .where("o.territory_id", "=", row.territory_id)
    .where("o.id", "=", row.id)
    .where("x.resumed_on", "is", null)
    .where("x.from_on", "<=", today)
    .select("x.from_on")
    .executeTakeFirst();
  if (!standing) return;
  const values = { from: dateInWords(standing.from_on), due: dateInWords(dueOn) };
  const { message } = obligationProblem("due-within-pause", { values });
  throw obligationProblem("due-within-pause", { values, fields: { dueOn: message } });
}

async function tellMoved(context: UseCaseContext, row: ObligationRecord, body: Move, today: LocalDate): Promise<void> {
  const { tx } = context;
  const heads = row.bearer_organisation_id
    ? await answerersOf(tx, row.territory_id, [row.bearer_organisation_id], today)
    : [];
  // to whom it was handed may have left the organisation since
  const handed = row.delegated_to
    ? (await colleaguesOf(tx, row, today)).filter((person) => person.id === row.delegated_to)
    : [];
  await notify(context, {
    territoryId: row.territory_id,
    personIds: [
      ...[...heads, ...handed].map((person) => person.id),
      ...(row.bearer_person_id ? [row.bearer_person_id] : []),
    ],
    kind: "obligation-moved",
    text: `Срок ${quoted(row.measure_title)} перенесён на ${dateInWords(body.dueOn)}: ${body.reason}`,
    letterText: `Срок ${quoted(row.measure_title)} перенесён на ${dateInWords(body.dueOn)}`,
    link: `/todo/${row.territory_id}/${row.id}`,
    dedupeKey: null,
  });
}
