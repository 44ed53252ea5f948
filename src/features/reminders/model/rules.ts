import { z } from "zod";
import { version } from "#shared/atoms.ts";
import { isQuietHour } from "#shared/quiet-hours.ts";

/** Who at the territory learns of what is late for long. */
export const ESCALATION_ROLES = ["authority_head", "administrator", "officer"] as const;
export type EscalationRole = (typeof ESCALATION_ROLES)[number];

const days = (least: number, most: number) => {
  const text = `Число дней – от ${least} до ${most}.`;
  return z.int(text).min(least, text).max(most, text).nullable();
};
/** days before the term at which the second reminder comes at the earliest */
const NEAREST = 30;
const hour = z.int("Выберите час.").min(0, "Выберите час.").max(23, "Выберите час.");

const Rules = z.object({
  /** days before the due day; null: no such reminder */
  earlyDays: days(2, 60),
  nearDays: days(1, NEAREST),
  onDueDay: z.boolean(),
  /** days after the due day */
  lateDays: days(1, 30),
  /** every week after that, until it is answered */
  weekly: z.boolean(),
  /** days after the due day at which those above learn of it; null: never */
  escalationDays: days(1, 365),
  escalatesTo: z.enum(ESCALATION_ROLES),
  /** hours of the territory's zone, 0…23 */
  sendHour: hour,
  quietFrom: hour,
  quietTo: hour,
  /** on days off nobody is reminded */
  workingDaysOnly: z.boolean(),
});

/** When and of what a municipality reminds. */
export type ReminderRules = z.infer<typeof Rules>;

/** Holds until a municipality sets its own. */
export const USUAL_RULES: ReminderRules = {
  earlyDays: 7,
  nearDays: 1,
  onDueDay: true,
  lateDays: 3,
  weekly: true,
  escalationDays: 14,
  escalatesTo: "authority_head",
  sendHour: 9,
  quietFrom: 20,
  quietTo: 8,
  workingDaysOnly: true,
};

/** The rules as a form sends them; a fault stands at its field. `version` is null where the usual ones held. */
export const SaveRules = Rules.extend({ version: version.nullable() }).superRefine((rules, context) => {
  const fault = (path: keyof ReminderRules, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (rules.earlyDays !== null && rules.nearDays !== null && rules.earlyDays <= rules.nearDays)
    fault(
      "nearDays",
      `Второе напоминание приходит позже первого: число дней – от 1 до ${Math.min(NEAREST, rules.earlyDays - 1)}.`,
    );
  if (isQuietHour({ from: rules.quietFrom, to: rules.quietTo }, rules.sendHour))
    fault(
      "sendHour",
      `В это время писем не шлём: выберите час от ${rules.quietTo}:00 до ${(rules.quietFrom + 23) % 24}:00.`,
    );
});

export const RulesView = z.object({
  rules: Rules,
  /** null: the usual rules, which nobody has changed */
  version: version.nullable(),
  usual: Rules,
  /** whether letters leave here at all */
  mail: z.boolean(),
  can: z.object({ edit: z.boolean() }),
});
export type RulesView = z.infer<typeof RulesView>;
