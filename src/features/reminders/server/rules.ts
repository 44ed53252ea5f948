import type { Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { editsReminderRules, seesReminderRules } from "../model/policy.ts";
import { USUAL_RULES, type ReminderRules, type RulesView } from "../model/rules.ts";
import type { ReminderRulesTable } from "./tables.ts";

/** The rules a municipality reminds by: its own, else the usual ones (`version` null). */
export async function rulesOf(
  tx: Tx,
  territoryId: Id,
): Promise<{ readonly rules: ReminderRules; readonly version: number | null }> {
  const row = await tx
    .selectFrom("reminder_rules")
    .where("territory_id", "=", territoryId)
    .selectAll()
    .executeTakeFirst();
  return row ? { rules: rulesFrom(row), version: row.version } : { rules: USUAL_RULES, version: null };
}

function rulesFrom(row: Selectable<ReminderRulesTable>): ReminderRules {
  return {
    earlyDays: row.early_days,
    nearDays: row.near_days,
    onDueDay: row.on_due_day,
    lateDays: row.late_days,
    weekly: row.weekly,
    escalationDays: row.escalation_days,
    escalatesTo: row.escalates_to,
    sendHour: row.send_hour,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    workingDaysOnly: row.working_days_only,
  };
}

/** What the page of rules shows. */
export async function readRules(context: UseCaseContext, territoryId: Id): Promise<RulesView> {
  const { actor, tx, installation } = context;
  if (!seesReminderRules(actor, territoryId)) throw commonProblem("not-found");
  return {
    ...(await rulesOf(tx, territoryId)),
    usual: USUAL_RULES,
    mail: installation.mail,
    can: { edit: editsReminderRules(actor, territoryId) },
  };
}

/** Sets the rules of a municipality; they hold from the next round. */
export async function saveRules(
  context: UseCaseContext,
  territoryId: Id,
  { version, ...rules }: ReminderRules & { readonly version: number | null },
): Promise<RulesView> {
  const { actor, tx } = context;
  if (!seesReminderRules(actor, territoryId)) throw commonProblem("not-found");
  if (!editsReminderRules(actor, territoryId)) throw commonProblem("not-allowed");
  const row = await tx
    .selectFrom("reminder_rules")
    .where("territory_id", "=", territoryId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  const stored = row && rulesFrom(row);
  if ((row?.version ?? null) !== version)
    throw commonProblem("stale-write", {
      extra: { stored: stored ? { ...stored, version: row.version } : null, sent: rules },
    });
  const values = {
    early_days: rules.earlyDays,
    near_days: rules.nearDays,
    on_due_day: rules.onDueDay,
    late_days: rules.lateDays,
    weekly: rules.weekly,
    escalation_days: rules.escalationDays,
    escalates_to: rules.escalatesTo,
    send_hour: rules.sendHour,
    quiet_from: rules.quietFrom,
    quiet_to: rules.quietTo,
    working_days_only: rules.workingDaysOnly,
  };
  if (row)
    await tx
      .updateTable("reminder_rules")
      .set({ ...values, version: row.version + 1 })
      .where("territory_id", "=", territoryId)
      .execute();
  else
    await tx
      .insertInto("reminder_rules")
      .values({ territory_id: territoryId, ...values })
      .execute();
  await context.journal({
    territoryId,
    action: "reminder-rules.save",
    subjectKind: "territory",
    subjectId: territoryId,
    changes: changed(stored ?? USUAL_RULES, rules),
  });
  return readRules(context, territoryId);
}
