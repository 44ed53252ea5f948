import { sql, type SqlBool } from "kysely";
import { grouped } from "#shared/grouped.ts";
import type { Id, MakeId } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { bearerKey } from "../model/bearers.ts";
import type { PlanCloseReason, PlanDiff } from "../model/diff.ts";
import type { WantedObligation } from "../model/plan.ts";
import { lockProgrammeObligations } from "./load-plan.ts";
import { tellAllChanged } from "./tell-changed.ts";

/** No report answers the row, not even a draft: the plan touches no other. */
const UNANSWERED = sql<SqlBool>`not exists (
  select from report_obligation ro where ro.territory_id = obligation.territory_id and ro.obligation_id = obligation.id)`;

/**
 * Writes a diff made over rows that are locked: adds, moves, closes, reopens. However many rows there are, each of these is one
 * statement.
 */
export async function applyPlan(
  { tx, clock, newId }: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  diff: PlanDiff,
): Promise<void> {
  const at = clock.now();
  if (diff.add.length > 0) await addRows(tx, territoryId, programmeId, diff.add, at, newId);
  const said = [...diff.move, ...diff.reopen];
  if (said.length > 0)
    await sql`
      update obligation set opens_on = said.opens_on, due_on = said.due_on, part = said.part, required = said.required,
        closed_at = null, close_reason = null, version = version + 1
      from unnest(${said.map(({ id }) => id)}::uuid[], ${said.map(({ opensOn }) => opensOn)}::date[], ${said.map(({ dueOn }) => dueOn)}::date[],
        ${said.map(({ part }) => part)}::text[], ${said.map(({ required }) => required)}::int[]) said (id, opens_on, due_on, part, required)
      where obligation.territory_id = ${territoryId} and obligation.id = said.id and ${UNANSWERED}`.execute(tx);
  if (diff.close.length > 0)
    await sql`
      update obligation set closed_at = ${at}, close_reason = closed.reason, version = version + 1
      from unnest(${diff.close.map(({ id }) => id)}::uuid[], ${diff.close.map(({ reason }) => reason)}::text[]) closed (id, reason)
      where obligation.territory_id = ${territoryId} and obligation.id = closed.id and ${UNANSWERED}`.execute(tx);
  if (diff.add.length + said.length + diff.close.length > 0) await tellAllChanged(tx, territoryId);
}

/**
 * A year of a whole district is many thousands of rows of few occurrences and few bearers: each of these is sent once, and the rows as
 * the identifiers of those who bear an occurrence.
 */
async function addRows(
  tx: Tx,
  territoryId: Id,
  programmeId: Id,
  wishes: PlanDiff["add"],
  at: Date,
  newId: MakeId,
): Promise<void> {
  const bearers = new Map(wishes.map(({ bearer }) => [bearerKey(bearer), bearer]));
  const occurrences = [...grouped(wishes, termsKey).values()].map((borne) => {
    const { measureId, occurrenceKey, opensOn, dueOn, part, required } = borne[0]!;
    const terms = {
      measure_id: measureId,
      occurrence_key: occurrenceKey,
      opens_on: opensOn,
      due_on: dueOn,
      part,
      required,
    };
    return { ...terms, ids: borne.map(() => newId()), bearers: borne.map(({ bearer }) => bearerKey(bearer)) };
  });
  await sql`
    insert into obligation (territory_id, programme_id, created_at, id, measure_id, occurrence_key, opens_on, due_on, part, required,
      bearer_key, bearer_kind, bearer_organisation_id, bearer_person_id)
    select ${territoryId}::uuid, ${programmeId}::uuid, ${at}::timestamptz, row.id, o.measure_id, o.occurrence_key, o.opens_on, o.due_on, o.part,
      o.required, b.key, b.kind, case b.kind when 'organisation' then b.id end, case b.kind when 'person' then b.id end
    from json_to_recordset(${JSON.stringify(occurrences)}::json) o (measure_id uuid, occurrence_key text, opens_on date, due_on date, part text,
        required int, ids uuid[], bearers text[])
      cross join unnest(o.ids, o.bearers) row (id, bearer)
      join json_to_recordset(${JSON.stringify([...bearers].map(([key, { kind, id }]) => ({ key, kind, id })))}::json) b (key text, kind text, id uuid)
        on b.key = row.bearer`.execute(tx);
}

const termsKey = ({ measureId, occurrenceKey, opensOn, dueOn, part, required }: WantedObligation) =>
  [measureId, occurrenceKey, opensOn, dueOn, part, required].join(" ");

/** Closes what a finished or withdrawn programme still had open and unanswered; a report begun stays with its row. Returns how many. */
export async function closeUnanswered(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  reason: Extract<PlanCloseReason, `programme-${string}`>,
): Promise<number> {
  await lockProgrammeObligations(context.tx, territoryId, programmeId);
  const closed = await context.tx
    .updateTable("obligation")
    .set({ closed_at: context.clock.now(), close_reason: reason, version: sql`version + 1` })
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("closed_at", "is", null)
    .where(UNANSWERED)
    .executeTakeFirst();
  await tellAllChanged(context.tx, territoryId);
  return Number(closed.numUpdatedRows);
}
