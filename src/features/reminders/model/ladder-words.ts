import { dayInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { addDays, daysBetween, type LocalDate } from "#shared/local-date.ts";
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

/**
 * A step as it falls on a term: the days that truly pass, and why they are not those of the rules. «через 17 дней после срока (3 января –
 * выходной)».
 */
function toldInWords(rules: ReminderRules, dueOn: LocalDate, days: number): { day: LocalDate; words: string } {
  const day = toldOn(rules, dueOn, days);
  const wanted = addDays(dueOn, days);
  const words = stepInWords(daysBetween(dueOn, day));
  return { day, words: day === wanted ? words : `${words} (${dayInWords(wanted)} – выходной)` };
}

/** One day on which something is told of a term. */
export interface LadderDay {
  readonly day: LocalDate;
  readonly words: string;
}

/**
 * What the rules mean for one due day: the days on which its people hear of it, each day once by its latest step, up to the first weekly
 * one; and, a line of its own, the day on which those above learn of it.
 */
export function ladderOf(rules: ReminderRules, dueOn: LocalDate): LadderDay[] {
  const words = new Map<LocalDate, string>();
  const tell = (days: number, more = "") => {
    const told = toldInWords(rules, dueOn, days);
    words.set(told.day, told.words + more);
  };
  for (const [, days] of firstSteps(rules)) tell(days);
  if (rules.weekly) tell(weeklyDays(rules, 1), ", дальше каждую неделю");
  const days = [...words].map(([day, said]) => ({ day, words: said }));
  if (rules.escalationDays !== null) {
    const told = toldInWords(rules, dueOn, rules.escalationDays);
    days.push({ day: told.day, words: `${told.words}: узнаёт ${ESCALATION_ROLE_NAME[rules.escalatesTo]}` });
  }
  // of one day the people who owe are told first
  return days.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
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
