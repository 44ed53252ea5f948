import { counted } from "#domain/russian/plural.ts";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import { firstSteps, toldOn, weeklyDays } from "./ladder.ts";
import type { EscalationRole, ReminderRules } from "./rules.ts";

export const ESCALATION_ROLE_NAME: Readonly<Record<EscalationRole, string>> = {
  authority_head: "начальник управления образования",
  administrator: "администратор",
  officer: "специалист управления образования",
};

/** «за 7 дней до срока», «в день срока» */
function stepInWords(days: number): string {
  if (days === 0) return "в день срока";
  const many = counted(Math.abs(days), ["день", "дня", "дней"]);
  return days < 0 ? `за ${many} до срока` : `через ${many} после срока`;
}

/** One day on which something is told of a term. */
export interface LadderDay {
  readonly day: LocalDate;
  readonly words: string;
}

/**
 * What the rules mean for one due day: the days on which its people hear of it, each day once by its latest step, up to the first weekly
 * one, and the day on which those above learn of it.
 */
export function ladderOf(rules: ReminderRules, dueOn: LocalDate): LadderDay[] {
  const words = new Map<LocalDate, string>();
  for (const [, days] of firstSteps(rules)) words.set(toldOn(rules, dueOn, days), stepInWords(days));
  if (rules.weekly) {
    const days = weeklyDays(rules, 1);
    words.set(toldOn(rules, dueOn, days), `${stepInWords(days)} и дальше каждую неделю`);
  }
  if (rules.escalationDays !== null) {
    const day = toldOn(rules, dueOn, rules.escalationDays);
    const learns = `узнаёт и ${ESCALATION_ROLE_NAME[rules.escalatesTo]}`;
    const told = words.get(day);
    words.set(day, told ? `${told}; ${learns}` : `${stepInWords(rules.escalationDays)} ${learns}`);
  }
  return [...words].map(([day, said]) => ({ day, words: said })).sort((one, other) => (one.day < other.day ? -1 : 1));
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
