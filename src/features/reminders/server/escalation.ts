import { sql } from "kysely";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { holdersOfRoles, type ObligationRecord } from "#features/obligations/server/public.ts";
import { ESCALATION_ROLES, type EscalationRole, type ReminderRules } from "../model/rules.ts";
import type { LateBearer } from "../model/reminder-words.ts";

/** Those who learn of what is late for long, by the role they hold. */
export interface Above {
  readonly role: EscalationRole;
  readonly people: readonly Id[];
}

/** Who learns of what is late for long: those of the role the rules name; where nobody holds it, of the next one. */
export async function escalatedTo(
  tx: Tx,
  territoryId: Id,
  { escalatesTo }: Pick<ReminderRules, "escalatesTo">,
  today: LocalDate,
): Promise<Above | undefined> {
  for (const role of [escalatesTo, ...ESCALATION_ROLES.filter((one) => one !== escalatesTo)]) {
    const holders = await holdersOfRoles(tx, territoryId, [role], null, today);
    if (holders.length > 0) return { role, people: [...new Set(holders.map((one) => one.id))] };
  }
  return undefined;
}

/** The due day until which what is owed counts as late for long; null where the rules never escalate. */
export function longLateUntil({ escalationDays }: Pick<ReminderRules, "escalationDays">, today: LocalDate) {
  return escalationDays === null ? null : addDays(today, -escalationDays);
}

/** Of what is owed, what nobody has answered for so long, by bearers, those with most first. */
export function longLate(rows: readonly ObligationRecord[], until: LocalDate): LateBearer[] {
  const late = rows.filter((row) => row.due_on <= until && row.report_state !== "returned");
  const byBearer = grouped(late, (row) => row.bearer_organisation_id ?? row.bearer_person_id ?? row.territory_id);
  return [...byBearer.values()]
    .map((own) => ({ name: bearerName(own[0]!), late: own.length }))
    .sort((one, other) => other.late - one.late || one.name.localeCompare(other.name, "ru"));
}

/** Nobody is named by their own name in a list that goes by mail. */
function bearerName(row: ObligationRecord): string {
  return row.bearer_name ?? (row.bearer_kind === "person" ? "Личное поручение" : row.territory_name);
}

/** Whether any obligation escalated on a day after `since`. */
export async function escalatedSince(tx: Tx, territoryId: Id, since: LocalDate): Promise<boolean> {
  const row = await tx
    .selectFrom("reminder")
    .where("territory_id", "=", territoryId)
    .where("on_day", ">", since)
    .where("step", "=", "escalation")
    .select(sql<number>`1`.as("one"))
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row !== undefined;
}
