import { addDays, lastDayOfMonth, localDate, partsOf, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import type { Slot } from "./occurrence.ts";
import type { RhythmDay } from "./windows.ts";

/**
 * The unit of a rhythm ended by its day: «до 25 числа» is in its last month, «до 15 числа следующего месяца» after its end, «по вторникам»
 * on the last Tuesday it has, «вторая среда месяца» in its last month. Of several days the last counts; a day that a cut unit has lost
 * leaves its end as it is.
 */
export function dueBy(slot: Slot, days: readonly RhythmDay[]): Slot {
  const found = days.flatMap((day) => dayIn(slot, day) ?? []).sort();
  const to = found.at(-1);
  return to === undefined ? slot : { ...slot, to };
}

function dayIn(slot: Slot, by: RhythmDay): LocalDate | undefined {
  if (by.kind === "monthDay" && by.next) {
    const { year, month } = partsOf(addDays(monthEnd(slot.to), 1));
    return dayOfMonth(lastDayOfMonth(year, month), by.day);
  }
  const day =
    by.kind === "monthDay"
      ? dayOfMonth(monthEnd(slot.to), by.day)
      : by.kind === "weekday"
        ? addDays(slot.to, -((weekdayOf(slot.to) - by.weekday + 7) % 7))
        : nthWeekday(monthEnd(slot.to), by.nth, by.weekday);
  return day !== undefined && slot.from <= day && day <= slot.to ? day : undefined;
}

function monthEnd(day: LocalDate): LocalDate {
  const { year, month } = partsOf(day);
  return lastDayOfMonth(year, month);
}

function dayOfMonth(last: LocalDate, day: number): LocalDate {
  return addDays(last, Math.min(0, day - partsOf(last).day));
}

/** Undefined for a fifth one that the month does not have. */
function nthWeekday(last: LocalDate, nth: number | "last", weekday: number): LocalDate | undefined {
  if (nth === "last") return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  const first = localDate(`${last.slice(0, 8)}01`);
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return day <= last ? day : undefined;
}
