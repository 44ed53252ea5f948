import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/**
 * Destroys what the journal holds of a person: their values before and after, and the addresses they worked from; returns how many of
 * each. The rows stay, with hashes that say nothing any more. Whoever calls it notes the erasure (`verify-rows.ts` names the actions), so
 * that the verifier knows what may be missing. The actor must write where the person stands, or be that person; otherwise the database
 * refuses. Call it before the person's last place is taken.
 */
export async function erasePersonFromJournal(
  tx: Tx,
  personId: Id,
): Promise<{ readonly values: number; readonly origins: number }> {
  const { rows } = await sql<{
    values: number;
    origins: number;
  }>`select personal_values as values, origins + erase_tries_of(${personId}) as origins from erase_journal_of(${personId})`.execute(
    tx,
  );
  return rows[0]!;
}
