import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { seesObligation } from "../model/policy.ts";
import { placeOf, selectObligations, type ObligationRecord } from "./obligation-rows.ts";

/** One obligation the actor sees; anything else is «not-found». `lock` keeps it from changing until the commit. */
export async function loadObligation(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  obligationId: Id,
  lock = false,
): Promise<ObligationRecord> {
  const row = await selectObligations(tx, territoryId)
    .where("o.id", "=", obligationId)
    .$if(lock, (query) => query.forUpdate("o"))
    .executeTakeFirst();
  if (!row || !seesObligation(actor, placeOf(row))) throw commonProblem("not-found");
  return row;
}
