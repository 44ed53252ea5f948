import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { peopleProblem } from "../model/problems.ts";

/** Locks a person of whom something is about to be written; refuses one whose data were destroyed: nothing is filled again. */
export async function lockPerson(tx: Tx, personId: Id): Promise<void> {
  const { destroyed_at } = await tx
    .selectFrom("person")
    .where("id", "=", personId)
    .select("destroyed_at")
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (destroyed_at !== null) throw peopleProblem("person-destroyed");
}
