import { addDays, daysBetween, type LocalDate } from "#shared/local-date.ts";
import { nextWorkingDay, previousWorkingDay } from "#features/calendar/model/working-days.ts";
import type { ReminderRules } from "./rules.ts";

const FIRST_STEPS = ["early", "near", "dueDay", "late"] as const;
/** A reminder of one obligation; those that come every week after the due day are numbered from 1. */
export type ReminderStep = (typeof FIRST_STEPS)[number] | `week-${number}`;
/** Told beside the steps, once: those above learn of it. */
export const ESCALATION = "escalation";
export type ToldStep = ReminderStep | typeof ESCALATION;

type Steps = Pick<
  ReminderRules,
  "earlyDays" | "nearDays" | "onDueDay" | "lateDays" | "weekly" | "escalationDays" | "workingDaysOnly"
>;

const WEEK = 7;

/** Where a step stands among the others. */
export function ordinalOf(step: ReminderStep): number {
  const first = FIRST_STEPS.indexOf(step as (typeof FIRST_STEPS)[number]);
  return first >= 0 ? first : FIRST_STEPS.length - 1 + Number(step.slice("week-".length));
}

/** The day on which a step `days` after the due day (before it where negative) is told: on days off earlier or later, never nearer to the term. */
export function toldOn({ workingDaysOnly }: Pick<Steps, "workingDaysOnly">, dueOn: LocalDate, days: number): LocalDate {
  const day = addDays(dueOn, days);
  if (!workingDaysOnly) return day;
  return days <= 0 ? previousWorkingDay(day) : nextWorkingDay(day);
}

/** The steps that have days of their own, in order: days from the due day. */
export function firstSteps(rules: Steps): readonly (readonly [step: ReminderStep, days: number])[] {
  return [
    ...(rules.earlyDays === null ? [] : [["early", -rules.earlyDays] as const]),
    ...(rules.nearDays === null ? [] : [["near", -rules.nearDays] as const]),
    ...(rules.onDueDay ? [["dueDay", 0] as const] : []),
    ...(rules.lateDays === null ? [] : [["late", rules.lateDays] as const]),
  ];
}

/** The days from the due day at which the `count`-th weekly reminder comes. */
export function weeklyDays({ lateDays }: Pick<Steps, "lateDays">, count: number): number {
  return (lateDays ?? 0) + WEEK * count;
}

/** The last step whose day has come; those before it, that were missed, are told by it. */
function latestStep(rules: Steps, dueOn: LocalDate, today: LocalDate): ReminderStep | null {
  if (rules.weekly)
    for (let count = Math.floor((daysBetween(dueOn, today) - (rules.lateDays ?? 0)) / WEEK); count >= 1; count -= 1)
      if (toldOn(rules, dueOn, weeklyDays(rules, count)) <= today) return `week-${count}`;
  const come = firstSteps(rules).filter(([, days]) => toldOn(rules, dueOn, days) <= today);
  return come.at(-1)?.[0] ?? null;
}

export interface DueReminder {
  /** what its people are told today */
  readonly step: ReminderStep | null;
  /** whether those above learn of it today */
  readonly escalates: boolean;
}

/**
 * What is told today of an obligation that is owed still. `told` are the steps told of this due day: each comes once, and after days
 * without the program only the latest. A day that is moved has no steps told and begins anew.
 */
export function reminderDue(
  rules: Steps,
  dueOn: LocalDate,
  told: ReadonlySet<ToldStep>,
  today: LocalDate,
): DueReminder {
  const latest = latestStep(rules, dueOn, today);
  const passed = [...told].some((step) => latest && step !== ESCALATION && ordinalOf(step) >= ordinalOf(latest));
  const { escalationDays } = rules;
  return {
    step: passed ? null : latest,
    escalates: escalationDays !== null && !told.has(ESCALATION) && toldOn(rules, dueOn, escalationDays) <= today,
  };
}

/** Days before the due day from which a first reminder may come; days off may bring it forward. */
export function mostDaysBefore(rules: Steps): number {
  const LONGEST_HOLIDAYS = 12;
  return Math.max(rules.earlyDays ?? 0, rules.nearDays ?? 0) + LONGEST_HOLIDAYS;
}

/** The states of an obligation in which its people are reminded of it; «returned» is theirs again. */
export function isReminded(standing: { readonly closed: boolean; readonly reportState: string | null }): boolean {
  return !standing.closed && [null, "draft", "returned"].includes(standing.reportState);
}
