import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { inForceOn } from "../model/redaction-state.ts";

/** The redactions of a programme, the earliest first, without their documents, which are long; those withdrawn too. */
export function redactionHeads(tx: Tx, territoryId: Id, programmeId: Id) {
  return redactionsOf(tx, territoryId, programmeId)
    .select(["id", "number", "paper_id", "effective_on", "withdrawn_at", "change_id"])
    .execute();
}

export function redactionsOf(tx: Tx, territoryId: Id, programmeId: Id) {
  return tx
    .selectFrom("redaction")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .orderBy("number");
}

/** The redaction in force on a day; undefined of a draft, and of a programme approved before redactions were kept. */
export async function redactionInForce(tx: Tx, territoryId: Id, programmeId: Id, day: LocalDate) {
  const heads = await redactionHeads(tx, territoryId, programmeId);
  return inForceOn(heads.map(standingOf), day);
}

/** The redaction that an edit brought by an order, and the number of the last one that stands; null: the edit brought none. */
export function broughtBy(heads: Awaited<ReturnType<typeof redactionHeads>>, changeId: Id) {
  const own = heads.find((row) => row.change_id === changeId);
  return own ? { ...own, last: standingAmong(heads).at(-1)?.number ?? 0 } : null;
}

/** Those that are in force or to come. */
export function standingAmong<Redaction extends { readonly withdrawn_at: Date | null }>(
  redactions: readonly Redaction[],
): Redaction[] {
  return redactions.filter((row) => row.withdrawn_at === null);
}

/** How a redaction stands in time, for `model/redaction-state.ts`. */
export function standingOf(row: Awaited<ReturnType<typeof redactionHeads>>[number]) {
  const { id, number, effective_on: effectiveOn, paper_id: paperId } = row;
  return { id, number, effectiveOn, paperId, withdrawn: row.withdrawn_at !== null };
}
