import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { seesObligation } from "../model/policy.ts";
import { placeOf, selectObligations, type ObligationRecord } from "./obligation-rows.ts";

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
  const query = selectObligations(tx, territoryId).where("o.id", "=", obligationId);
  const row = await query.executeTakeFirst();
  if (!row || !seesObligation(actor, placeOf(row))) throw commonProblem("not-found");
  if (!lock) return row;
  const locked = await tx
    .selectFrom("obligation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", obligationId)
    .select("id")
    .forUpdate()
    .executeTakeFirst();
  if (!locked) throw commonProblem("not-allowed");
  // asked anew: a report may have been begun while its lock was waited for, and joined rows stand as they were when the lock was asked
  return query.executeTakeFirstOrThrow();
}
