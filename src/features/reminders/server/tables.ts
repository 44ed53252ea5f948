import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { ToldStep } from "../model/ladder.ts";
import type { LetterRhythm } from "../model/letter-choice.ts";
import type { EscalationRole } from "../model/rules.ts";

export interface ReminderRulesTable {
  territory_id: Id;
  early_days: number | null;
  near_days: number | null;
  on_due_day: boolean;
  late_days: number | null;
  weekly: boolean;
  escalation_days: number | null;
  escalates_to: EscalationRole;
  send_hour: number;
  quiet_from: number;
  quiet_to: number;
  working_days_only: boolean;
  version: Generated<number>;
}

export interface ReminderRoundTable {
  territory_id: Id;
  on_day: LocalDate;
  made_at: Date;
}

export interface ReminderTable {
  territory_id: Id;
  obligation_id: Id;
  due_on: LocalDate;
  step: ToldStep;
  on_day: LocalDate;
}

export interface LetterChoiceTable {
  person_id: Id;
  rhythm: LetterRhythm;
  version: Generated<number>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    reminder_rules: ReminderRulesTable;
    reminder_round: ReminderRoundTable;
    reminder: ReminderTable;
    letter_choice: LetterChoiceTable;
  }
}
