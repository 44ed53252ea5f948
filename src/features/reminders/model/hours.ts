import { addDays, localDateAt, localHourAt, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { isQuietHour, nextHour } from "#shared/quiet-hours.ts";
import { isWorkingDay } from "#features/calendar/model/working-days.ts";
import type { ReminderRules } from "./rules.ts";

type Hours = Pick<ReminderRules, "sendHour" | "quietFrom" | "quietTo" | "workingDaysOnly">;

/** Whether people of the zone may be written to at the instant: outside quiet hours and, where the rules say so, on a working day. */
export function mayWrite(rules: Omit<Hours, "sendHour">, timeZone: string, instant: Date): boolean {
  if (rules.workingDaysOnly && !isWorkingDay(localDateAt(instant, timeZone))) return false;
  return !isQuietHour({ from: rules.quietFrom, to: rules.quietTo }, localHourAt(instant, timeZone));
}

/** The instant itself where people may be written to, else the first at which they may. */
export function writableFrom(rules: Omit<Hours, "sendHour">, timeZone: string, instant: Date): Date {
  let at = instant;
  while (!mayWrite(rules, timeZone, at)) at = nextHour(at);
  return at;
}

/** Whether the day's round of reminders is to be made now: its hour has come, it was not made yet, and nobody is woken by it. */
export function isRoundDue(rules: Hours, timeZone: string, lastOn: LocalDate | null, now: Date): boolean {
  const today = localDateAt(now, timeZone);
  if (lastOn !== null && lastOn >= today) return false;
  return localHourAt(now, timeZone) >= rules.sendHour && mayWrite(rules, timeZone, now);
}

/** Whether a round is the first of its week, the last one having been made on `lastOn`: weekly letters go with it. */
export function opensWeek(lastOn: LocalDate | null, today: LocalDate): boolean {
  return lastOn === null || lastOn < addDays(today, 1 - weekdayOf(today));
}
