import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { ERASURE } from "./verify-rows.ts";

/**
 * Destroys what the journal holds of a person: their values before and after, and the addresses they worked from. The rows stay, with
 * hashes that say nothing any more, and the erasure is noted in `territoryId`, so that the verifier knows what may be missing. The actor
 * must write where the person stands, or be that person; otherwise the database refuses. Call it before the person's last place is taken.
 */
export async function erasePersonFromJournal(
  context: UseCaseContext,
  territoryId: Id | null,
  personId: Id,
): Promise<{ readonly values: number; readonly origins: number }> {
  const { rows } = await sql<{
    personal_values: number;
    origins: number;
  }>`select * from erase_journal_of(${personId})`.execute(context.tx);
  const told = { values: rows[0]!.personal_values, origins: rows[0]!.origins };
  await context.journal({ territoryId, action: ERASURE, subjectKind: "person", subjectId: personId, detail: told });
  return told;
}
