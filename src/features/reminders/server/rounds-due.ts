import { sql } from "kysely";
import { localDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { isRoundDue } from "../model/hours.ts";
import { USUAL_RULES } from "../model/rules.ts";

interface Hours {
  readonly territory_id: Id;
  readonly time_zone: string;
  readonly send_hour: number | null;
  readonly quiet_from: number | null;
  readonly quiet_to: number | null;
  readonly working_days_only: boolean | null;
  readonly last_on: string | null;
}

/** Municipalities whose round of reminders is to be made now, each by its own zone and rules. Stands in no territory. */
export async function roundsDue(tx: Tx, now: Date): Promise<Id[]> {
  const { rows } = await sql<Hours>`select * from reminder_hours()`.execute(tx);
  return rows
    .filter((row) =>
      isRoundDue(
        {
          sendHour: row.send_hour ?? USUAL_RULES.sendHour,
          quietFrom: row.quiet_from ?? USUAL_RULES.quietFrom,
          quietTo: row.quiet_to ?? USUAL_RULES.quietTo,
          workingDaysOnly: row.working_days_only ?? USUAL_RULES.workingDaysOnly,
        },
        row.time_zone,
        row.last_on === null ? null : localDate(row.last_on),
        now,
      ),
    )
    .map((row) => row.territory_id);
}
