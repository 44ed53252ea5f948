import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { seesObligation } from "../model/policy.ts";
import { selectObligations, type ObligationRecord } from "./obligation-rows.ts";
import { placeOf } from "./present-obligation.ts";

/**
 * One obligation the actor sees; anything else is «not-found». `lock` keeps it from changing until the commit; who sees the row but
 * writes nothing in its territory cannot lock it, and is told so.
 */
export async function loadObligation(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  obligationId: Id,
  lock = false,
): Promise<ObligationRecord> {
  const [row] = await loadObligations(tx, actor, territoryId, [obligationId], lock);
  return row!;
}

/** Several at once, each by the rules of one, in the order of their ids: whoever locks the same rows waits, and never in a ring. */
export async function loadObligations(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  ids: readonly Id[],
  lock = false,
): Promise<ObligationRecord[]> {
  const query = selectObligations(tx, territoryId).where("o.id", "in", ids).orderBy("o.id");
  const rows = await query.execute();
  if (rows.length < ids.length || !rows.every((row) => seesObligation(actor, placeOf(row))))
    throw commonProblem("not-found");
  if (!lock) return rows;
  const locked = await tx
    .selectFrom("obligation")
    .where("territory_id", "=", territoryId)
    .where("id", "in", ids)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
  if (locked.length < ids.length) throw commonProblem("not-allowed");
  // asked anew: a report may have been begun while a lock was waited for, and joined rows stand as they were when the lock was asked
  return query.execute();
}
