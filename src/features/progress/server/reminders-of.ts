import { sql } from "kysely";
import { localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/** The day of the last reminder sent by hand to each late bearer, by its key. */
export async function remindersOf(tx: Tx, territoryId: Id, zone: string): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await tx
    .selectFrom("journal")
    .where("territory_id", "=", territoryId)
    .where("action", "=", "late.remind")
    .select([sql<string>`detail ->> 'bearer'`.as("bearer"), sql<Date>`max(at)`.as("at")])
    .groupBy("bearer")
    .execute();
  return new Map(rows.map((row) => [row.bearer, localDateAt(row.at, zone)]));
}
