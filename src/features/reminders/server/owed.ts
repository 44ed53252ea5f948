import type { Id } from "#shared/ids.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { pausedSql, selectObligations, type ObligationRecord } from "#features/obligations/server/public.ts";
import { isReminded } from "../model/ladder.ts";
import type { OwedLine } from "../model/reminder-words.ts";

/** Obligations of programmes in force that are owed still, due until the day; what stands still today is not asked for. */
export async function owedUntil(
  tx: Tx,
  territoryId: Id,
  until: LocalDate,
  today: LocalDate,
): Promise<ObligationRecord[]> {
  const rows = await selectObligations(tx, territoryId)
    .where("o.closed_at", "is", null)
    .where("o.due_on", "<=", until)
    .where("p.status", "in", ["approved", "running"])
    .where((eb) => eb.or([eb("r.state", "is", null), eb("r.state", "in", ["draft", "returned"])]))
    .where((eb) => eb.not(pausedSql(today)))
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
  // the query asks little of the database, the rule decides
  return rows.filter((row) => isReminded({ closed: row.closed_at !== null, reportState: row.report_state }));
}

/** An obligation as its people are reminded of it. */
export function lineOf(row: ObligationRecord): OwedLine {
  return {
    programmeTitle: row.programme_title,
    name: row.measure_number ? `${row.measure_number} ${row.measure_title}` : row.measure_title,
    bearer: row.bearer_name ?? row.territory_name,
    dueOn: localDate(row.due_on),
    returned: row.report_state === "returned",
    path: `/todo/${row.territory_id}/${row.id}`,
  };
}
