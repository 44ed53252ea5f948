import { sql, type SqlBool } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { bearerKey } from "../model/bearers.ts";
import type { PlanCloseReason, PlanDiff } from "../model/diff.ts";
import { lockProgrammeObligations } from "./load-plan.ts";

const CHUNK = 1000;

/** No report answers the row, not even a draft: the plan touches no other. */
const UNANSWERED = sql<SqlBool>`not exists (
  select from report_obligation ro where ro.territory_id = obligation.territory_id and ro.obligation_id = obligation.id)`;

/** Writes a diff made over rows that are locked: adds, moves, closes, reopens. */
export async function applyPlan(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  diff: PlanDiff,
): Promise<void> {
  const { tx, clock, newId } = context;
  const at = clock.now();
  const rows = diff.add.map((wish) => ({
    territory_id: territoryId,
    id: newId(),
    programme_id: programmeId,
    measure_id: wish.measureId,
    bearer_kind: wish.bearer.kind,
    bearer_organisation_id: wish.bearer.kind === "organisation" ? wish.bearer.id : null,
    bearer_person_id: wish.bearer.kind === "person" ? wish.bearer.id : null,
    bearer_key: bearerKey(wish.bearer),
    part: wish.part,
    occurrence_key: wish.occurrenceKey,
    opens_on: wish.opensOn,
    due_on: wish.dueOn,
    required: wish.required,
    created_at: at,
  }));
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto("obligation")
      .values(rows.slice(from, from + CHUNK))
      .execute();
  for (const terms of [...diff.move, ...diff.reopen])
    await tx
      .updateTable("obligation")
      .set({
        opens_on: terms.opensOn,
        due_on: terms.dueOn,
        part: terms.part,
        required: terms.required,
        closed_at: null,
        close_reason: null,
        version: sql`version + 1`,
      })
      .where("territory_id", "=", territoryId)
      .where("id", "=", terms.id)
      .where(UNANSWERED)
      .execute();
  for (const reason of new Set(diff.close.map((entry) => entry.reason)))
    await tx
      .updateTable("obligation")
      .set({ closed_at: at, close_reason: reason, version: sql`version + 1` })
      .where("territory_id", "=", territoryId)
      .where(
        "id",
        "in",
        diff.close.filter((entry) => entry.reason === reason).map((entry) => entry.id),
      )
      .where(UNANSWERED)
      .execute();
}

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
  return Number(closed.numUpdatedRows);
}
