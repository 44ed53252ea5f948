import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { answeringFor, type ObligationRecord } from "#features/obligations/server/public.ts";

/** Everybody who answers for any of these obligations on the day, each once. */
export async function whoAnswers(
  tx: Tx,
  territoryId: Id,
  rows: readonly ObligationRecord[],
  today: LocalDate,
): Promise<Id[]> {
  const answering = await answeringFor(tx, territoryId, rows, today);
  return [...new Set([...answering.values()].flatMap(({ people }) => people))];
}
