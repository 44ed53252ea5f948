import { sql } from "kysely";
import type { z } from "zod";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import { notify } from "#features/notices/server/public.ts";
import { paperOf } from "#features/papers/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { BeginPause, EndPause, PauseSeen } from "#features/programmes/model/pause.ts";
import { beginPause, endPause } from "#features/programmes/model/pause-span.ts";
import { leadProgramme, pausesOf, type ProgrammeRecord } from "#features/programmes/server/public.ts";
import type { Resumed } from "../model/contract.ts";
import { obligationProblem } from "../model/problems.ts";
import { lockProgrammeObligations } from "./load-plan.ts";
import { inState } from "./list-obligations.ts";
import { selectObligations } from "./obligation-rows.ts";
import { pauseRefusal } from "./pause-refusal.ts";
import { tellAllChanged } from "./tell-changed.ts";
import { answerersOf } from "./people-of.ts";

/**
 * A programme or one measure stands still from a day, for a reason. Reports begun are kept; those sent are decided as ever. Who bears it
 * is told.
 */
export async function pause(
  context: RequestContext<unknown, unknown, z.output<typeof BeginPause>>,
): Promise<PauseSeen> {
  const { actor, tx, body, clock } = context;
  const { territoryId, programmeId, measureId, from, reason, paperId } = body;
  const programme = await leadProgramme(context, territoryId, programmeId);
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  const measure = measureId ? await measureOf(context, territoryId, programmeId, measureId) : null;
  const before = await tx
    .selectFrom("pause")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("measure_id", "is not distinct from", measureId)
    .select(["from_on", "resumed_on"])
    .execute();
  const begun = beginPause(from, {
    status: programme.status,
    startsOn: programme.starts_on,
    endsOn: programme.ends_on,
    isClosed: measure !== null && measure.closed_at !== null,
    before: before.map((row) => ({ from: row.from_on, resumedOn: row.resumed_on })),
  });
  if (!begun.ok) throw await pauseRefusal(context, body, begun.refusal, programme);
  if (paperId)
    await paperOf(context, territoryId, paperId).catch(() => {
      throw obligationProblem("pause-paper-unknown", { fields: { paperId: "Выберите документ из списка." } });
    });
  // whoever was sending a report at this moment has sent it before, or learns of the pause
  await lockProgrammeObligations(tx, territoryId, programmeId);
  const id = context.newId();
  await tx
    .insertInto("pause")
    .values({
      territory_id: territoryId,
      id,
      programme_id: programmeId,
      measure_id: measureId,
      from_on: from,
      reason,
      paper_id: paperId,
      paused_by: actor.personId,
      paused_at: clock.now(),
    })
    .execute();
  await tellAllChanged(tx, territoryId);
  await context.journal({
    ...subjectOf(territoryId, programmeId, measureId),
    action: measureId ? "measure.pause" : "programme.pause",
    changes: created({ pausedFrom: from, paperId }),
    detail: { reason },
  });
  await tell(context, programme, measure, {
    kind: "programme-paused",
    done: `приостановлено с ${dateInWords(from)}`,
    why: reason,
  });
  return seen(context, territoryId, programmeId, id);
}

/** Ends a pause today. Nothing is moved by itself: the answer says how many due days have passed meanwhile, for a person to decide. */
export async function resume(
  context: RequestContext<{ territoryId: Id; pauseId: Id }, unknown, z.output<typeof EndPause>>,
): Promise<Resumed> {
  const { actor, tx, params, body, clock } = context;
  const { territoryId, pauseId } = params;
  const found = () =>
    tx.selectFrom("pause").selectAll().where("territory_id", "=", territoryId).where("id", "=", pauseId);
  const known = await found().executeTakeFirst();
  if (!known) throw commonProblem("not-found");
  const programme = await leadProgramme(context, territoryId, known.programme_id);
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  const row = await found().forUpdate().executeTakeFirstOrThrow();
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const ended = endPause({ from: row.from_on, resumedOn: row.resumed_on }, today);
  if (!ended.ok) throw obligationProblem("already-resumed");
  if (row.version !== body.version)
    throw commonProblem("stale-write", {
      extra: { yours: body, stored: await seen(context, territoryId, row.programme_id, pauseId) },
    });
  await lockProgrammeObligations(tx, territoryId, row.programme_id);
  await tx
    .updateTable("pause")
    .set({
      resumed_on: ended.value.resumedOn!,
      resumed_by: actor.personId,
      resumed_at: clock.now(),
      version: sql`version + 1`,
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", pauseId)
    .execute();
  await tellAllChanged(tx, territoryId);
  await context.journal({
    ...subjectOf(territoryId, row.programme_id, row.measure_id),
    action: row.measure_id ? "measure.resume" : "programme.resume",
    changes: changed({ resumedOn: null }, { resumedOn: ended.value.resumedOn }),
  });
  const measure = row.measure_id ? await measureOf(context, territoryId, row.programme_id, row.measure_id) : null;
  await tell(context, programme, measure, { kind: "programme-resumed", done: "возобновлено: сроки снова действуют" });
  return {
    pause: await seen(context, territoryId, row.programme_id, pauseId),
    late: await passedMeanwhile(context, territoryId, row.programme_id, row.measure_id, row.from_on, today),
  };
}

async function measureOf({ tx }: UseCaseContext, territoryId: Id, programmeId: Id, measureId: Id) {
  const row = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("id", "=", measureId)
    .select(["id", "number", "title", "closed_at"])
    .executeTakeFirst();
  if (!row) throw commonProblem("not-found");
  return row;
}

const subjectOf = (territoryId: Id, programmeId: Id, measureId: Id | null) => ({
  territoryId,
  programmeId,
  subjectKind: measureId ? "measure" : "programme",
  subjectId: measureId ?? programmeId,
});

async function seen(context: UseCaseContext, territoryId: Id, programmeId: Id, id: Id): Promise<PauseSeen> {
  return (await pausesOf(context, territoryId, programmeId)).find((one) => one.id === id)!;
}

/** What is late now and came due while it stood still. */
async function passedMeanwhile(
  { tx }: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id | null,
  from: LocalDate,
  today: LocalDate,
): Promise<number> {
  let rows = selectObligations(tx, territoryId).where("o.programme_id", "=", programmeId).where("o.due_on", ">=", from);
  if (measureId) rows = rows.where("o.measure_id", "=", measureId);
  const { late } = await inState(rows, "late", today)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("late"))
    .executeTakeFirstOrThrow();
  return late;
}

async function tell(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  measure: { readonly id: Id; readonly number: string; readonly title: string } | null,
  { kind, done, why }: { readonly kind: string; readonly done: string; readonly why?: string },
): Promise<void> {
  const { tx, clock } = context;
  const { territory_id: territoryId, id: programmeId } = programme;
  const today = clock.today(await timeZoneOf(tx, territoryId));
  let bearers = tx
    .selectFrom("obligation")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("closed_at", "is", null)
    .select(["bearer_organisation_id", "bearer_person_id", "delegated_to"])
    .distinct();
  if (measure) bearers = bearers.where("measure_id", "=", measure.id);
  const rows = await bearers.execute();
  const heads = await answerersOf(
    tx,
    territoryId,
    [...new Set(rows.flatMap((row) => row.bearer_organisation_id ?? []))],
    today,
  );
  const name = measure
    ? `Мероприятие ${quoted([measure.number, measure.title].filter(Boolean).join(" "))}`
    : `Программа ${quoted(programme.short_title || programme.title)}`;
  // «мероприятие приостановлено», «программа приостановлена»
  const said = measure ? done : done.replace(/^(приостановлен|возобновлен)о/, "$1а");
  await notify(context, {
    territoryId,
    personIds: [
      ...heads.map((person) => person.id),
      ...rows.flatMap((row) => [row.bearer_person_id, row.delegated_to].filter((id) => id !== null)),
    ],
    kind,
    text: why ? `${name} ${said}: ${why}` : `${name} ${said}`,
    letterText: `${name} ${said}`,
    link: measure
      ? `/programmes/${territoryId}/${programmeId}/measures/${measure.id}`
      : `/programmes/${territoryId}/${programmeId}`,
    dedupeKey: null,
  });
}
