import { sql } from "kysely";
import { localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Move } from "../model/period-summary.ts";

/** The moves of these obligations' due days, the latest first; of some days where they are given, both included. */
export async function movesOf(
  tx: Tx,
  territoryId: Id,
  obligationIds: readonly Id[],
  zone: string,
  between?: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<(Move & { obligationId: Id })[]> {
  if (obligationIds.length === 0) return [];
  let rows = tx
    .selectFrom("journal as j")
    .where("j.territory_id", "=", territoryId)
    .where("j.subject_kind", "=", "obligation")
    .where("j.action", "=", "obligation.move-due")
    .where("j.subject_id", "in", obligationIds)
    .where(sql<boolean>`jsonb_path_exists(j.changes, '$[*] ? (@.field == "dueOn")')`);
  if (between)
    rows = rows.where(
      sql<boolean>`(j.at at time zone ${zone})::date between ${between.from}::date and ${between.to}::date`,
    );
  const found = await rows
    .select([
      "j.at",
      "j.subject_id",
      sql<string>`coalesce(j.detail ->> 'reason', '')`.as("reason"),
      sql<LocalDate>`jsonb_path_query_first(j.changes, '$[*] ? (@.field == "dueOn").before') #>> '{}'`.as("from"),
      sql<LocalDate>`jsonb_path_query_first(j.changes, '$[*] ? (@.field == "dueOn").after') #>> '{}'`.as("to"),
    ])
    .orderBy("j.at", "desc")
    .orderBy("j.id", "desc")
    .execute();
  return found.map(({ at, subject_id, ...move }) => ({
    ...move,
    obligationId: subject_id!,
    on: localDateAt(at, zone),
  }));
}
