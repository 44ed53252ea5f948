import { sql } from "kysely";
import type { z } from "zod";
import { eachRow } from "#shared/each-row.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { notify } from "#features/notices/server/public.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { bearerKey } from "../model/bearers.ts";
import type { ReassignedMany, ReassignMany } from "../model/contract.ts";
import { decidesObligation } from "../model/policy.ts";
import { obligationProblem } from "../model/problems.ts";
import { closeReasonInWords } from "../model/text.ts";
import { loadObligation } from "./load-obligation.ts";
import { heirOf, isOfOwner, type Heir } from "./heir.ts";
import type { ObligationRecord } from "./obligation-rows.ts";
import { isPaused, placeOf, presentObligation } from "./present-obligation.ts";
import { answerersOf } from "./people-of.ts";
import { tellChanged } from "./tell-changed.ts";
import { bearerIdOf, namedRows, tellReassigned } from "./tell-reassigned.ts";

/**
 * Hands obligations to another bearer, with the reason, in one transaction: the row of the old one is closed by a person's decision, which
 * replanning leaves alone, and the new one stands for as long as the measure has the occurrence. One with a report, even a draft, is not
 * touched. Both sides are told.
 */
export async function reassignMany(
  context: RequestContext<unknown, unknown, z.output<typeof ReassignMany>>,
): Promise<ReassignedMany> {
  const { actor, tx, body, clock } = context;
  const { territoryId, rows, reason } = body;
  if (!belongsToTerritory(actor, territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const heir = await heirOf(context, territoryId, body.bearer, today);
  const moved: Moved[] = [];
  const outcome = await eachRow(rows, async ({ id, version }) => {
    const one = await reassign(context, { territoryId, id, version, reason, heir, today });
    moved.push(one);
    return { id, newId: one.newId, version: one.newVersion };
  });
  await tell(context, territoryId, moved, heir, reason, today);
  return outcome;
}

interface Reassigning {
  readonly territoryId: Id;
  readonly id: Id;
  readonly version: number;
  readonly reason: string;
  readonly heir: Heir;
  readonly today: LocalDate;
}

interface Moved {
  readonly row: ObligationRecord;
  readonly newId: Id;
  readonly newVersion: number;
}

async function reassign(context: UseCaseContext, asked: Reassigning): Promise<Moved> {
  const { actor, tx, clock } = context;
  const { territoryId, id, version, reason, heir, today } = asked;
  const row = await loadObligation(tx, actor, territoryId, id, true);
  if (!decidesObligation(actor, placeOf(row))) throw commonProblem("not-allowed");
  if (row.version !== version)
    throw commonProblem("stale-write", { extra: { theirs: presentObligation(row, actor, today) } });
  if (row.closed_at)
    throw obligationProblem("obligation-closed", { values: { reason: closeReasonInWords(row.close_reason) } });
  if (isPaused(row, today)) throw obligationProblem("obligation-paused");
  if (row.report_id) throw obligationProblem("obligation-begun");
  if (!heir.found) throw obligationProblem("bearer-unknown");
  if (row.owner_organisation_id && !(await isOfOwner(tx, row, heir, today)))
    throw obligationProblem("bearer-elsewhere");
  const at = clock.now();
  const { id: newId, version: newVersion, stood } = await takeOver(context, row, heir, at);
  await tx
    .updateTable("obligation")
    .set({
      closed_at: at,
      // the name of a person is not written where destroying their data does not reach it
      close_reason: `${heir.kind === "person" ? "передано другому исполнителю" : `передано, теперь ${heir.name}`}: ${reason}`,
      version: sql`version + 1`,
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", id)
    .execute();
  await tellChanged(tx, territoryId, [id, newId]);
  await context.journal({
    territoryId,
    action: "obligation.reassign",
    subjectKind: "obligation",
    subjectId: id,
    programmeId: row.programme_id,
    changes: changed({ bearer: bearerIdOf(row) }, { bearer: heir.id }),
    detail: { reason, newId, ...(stood && { stood }) },
  });
  return { row, newId, newVersion };
}

/** What is kept of a row that stood closed before it was handed something: what it goes back to when that is undone. */
export interface StoodClosed {
  readonly reason: string | null;
  readonly from: Id | null;
  /** ISO 8601 */
  readonly at: string | null;
}

/** The row of the new bearer: a new one, or the one that stood closed under the same key, with what it was. */
async function takeOver(
  { tx, newId }: UseCaseContext,
  row: ObligationRecord,
  heir: Heir,
  at: Date,
): Promise<{ readonly id: Id; readonly version: number; readonly stood?: StoodClosed }> {
  const key = bearerKey(heir);
  const old = await tx
    .selectFrom("obligation")
    .selectAll()
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", row.id)
    .executeTakeFirstOrThrow();
  if (old.bearer_key === key) throw obligationProblem("same-bearer");
  const standing = await tx
    .selectFrom("obligation as o")
    .leftJoin("report_obligation as ro", (join) =>
      join.onRef("ro.territory_id", "=", "o.territory_id").onRef("ro.obligation_id", "=", "o.id"),
    )
    .where("o.territory_id", "=", row.territory_id)
    .where("o.measure_id", "=", row.measure_id)
    .where("o.occurrence_key", "=", row.occurrence_key)
    .where("o.bearer_key", "=", key)
    .select(["o.id", "o.closed_at", "o.close_reason", "o.reassigned_from", "o.reassigned_at", "ro.report_id"])
    .executeTakeFirst();
  if (standing && (standing.closed_at === null || standing.report_id !== null)) throw obligationProblem("bearer-owes");
  const terms = {
    part: old.part,
    opens_on: old.opens_on,
    due_on: old.due_on,
    due_moved: old.due_moved,
    required: old.required,
    reassigned_from: old.id,
    reassigned_at: at,
  };
  if (standing) {
    const { close_reason: reason, reassigned_from: from, reassigned_at: handedAt } = standing;
    const stood = { reason, from, at: handedAt?.toISOString() ?? null };
    const again = await tx
      .updateTable("obligation")
      .set({ ...terms, closed_at: null, close_reason: null, delegated_to: null, version: sql`version + 1` })
      .where("territory_id", "=", row.territory_id)
      .where("id", "=", standing.id)
      .returning(["id", "version"])
      .executeTakeFirstOrThrow();
    return { ...again, stood };
  }
  return tx
    .insertInto("obligation")
    .values({
      ...terms,
      territory_id: row.territory_id,
      id: newId(),
      programme_id: row.programme_id,
      measure_id: row.measure_id,
      bearer_kind: heir.kind,
      bearer_organisation_id: heir.kind === "organisation" ? heir.id : null,
      bearer_person_id: heir.kind === "person" ? heir.id : null,
      bearer_key: key,
      occurrence_key: row.occurrence_key,
      created_at: at,
    })
    .returning(["id", "version"])
    .executeTakeFirstOrThrow();
}

/** One notice to each side, however many were handed over. */
async function tell(
  context: UseCaseContext,
  territoryId: Id,
  moved: readonly Moved[],
  heir: Heir,
  reason: string,
  today: LocalDate,
): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const rows = moved.map(({ row }) => row);
  const heads = heir.kind === "person" ? [heir] : await answerersOf(context.tx, territoryId, [heir.id], today);
  await notify(context, {
    territoryId,
    personIds: heads.map(({ id }) => id),
    kind: "obligation-reassigned",
    text: `Теперь отчёт за вами: ${namedRows(rows)}. ${reason}`,
    letterText: `Теперь отчёт за вами: ${namedRows(rows)}`,
    link: moved.length === 1 ? `/todo/${territoryId}/${first.newId}` : "/todo",
    dedupeKey: null,
  });
  await tellReassigned(context, { territoryId, rows, today }, (own) => ({
    text: `Отчёт передан, теперь его сдаёт ${heir.name}: ${namedRows(own)}. ${reason}`,
    letterText: `Отчёт передан другому исполнителю: ${namedRows(own)}`,
    link: `/todo/${territoryId}/${own[0]!.id}`,
  }));
}
