import { addDays, type LocalDate } from "#shared/local-date.ts";
import { firstSteps, toldOn, weeklyDays } from "./ladder.ts";
import { stepInWords } from "./reminder-words.ts";
import type { EscalationRole, ReminderRules } from "./rules.ts";

export const ESCALATION_ROLE_NAME: Readonly<Record<EscalationRole, string>> = {
  authority_head: "начальник управления образования",
  administrator: "администратор",
  officer: "специалист управления образования",
};

/** One day on which something is told of a term. */
export interface LadderDay {
  readonly day: LocalDate;
  readonly words: string;
}

/** What the rules mean for one due day: the days on which its people hear of it, the first two of the weekly ones, and those above. */
export function ladderOf(rules: ReminderRules, dueOn: LocalDate): LadderDay[] {
  const steps = firstSteps(rules).map(([, days]) => ({ day: toldOn(rules, dueOn, days), words: stepInWords(days) }));
  const weekly = rules.weekly
    ? [1, 2].map((count) => {
        const days = weeklyDays(rules, count);
        return { day: toldOn(rules, dueOn, days), words: count === 1 ? stepInWords(days) : "и дальше каждую неделю" };
      })
    : [];
  const above =
    rules.escalationDays === null
      ? []
      : [
          {
            day: toldOn(rules, dueOn, rules.escalationDays),
            words: `${stepInWords(rules.escalationDays)}; узнаёт и ${ESCALATION_ROLE_NAME[rules.escalatesTo]}`,
          },
        ];
  return [...steps, ...weekly, ...above].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** A due day to show the rules by: far enough ahead that its first reminder is still to come. */
export function exampleDue(today: LocalDate, rules: Pick<ReminderRules, "earlyDays">): LocalDate {
  return addDays(today, (rules.earlyDays ?? 0) + 7);
}

/** «9:00» */
export function hourInWords(hour: number): string {
  return `${hour}:00`;
}

/** «с 20:00 до 8:00», «нет» */
export function quietInWords({ quietFrom, quietTo }: Pick<ReminderRules, "quietFrom" | "quietTo">): string {
  return quietFrom === quietTo ? "нет" : `с ${hourInWords(quietFrom)} до ${hourInWords(quietTo)}`;
}
