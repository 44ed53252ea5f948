import type { FrequencyUnit } from "#domain/phrases/term.ts";
import { addDays, daysBetween, localDate, partsOf } from "#shared/local-date.ts";
import type { Slot } from "./occurrence.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { overlap, type Span } from "./span.ts";
import { unitSlots, type YearKind } from "./units.ts";

/** a Monday, so that weeks count from a beginning of theirs */
const FIRST_DAY = localDate("1900-01-01");
const LONGEST: Readonly<Record<FrequencyUnit, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  halfYear: 243,
  year: 366,
  schoolTerm: 366,
  schoolYear: 366,
};

/**
 * Units taken `every` at a time, «раз в 2 года», that touch `scope`, in order, uncut. They are counted from one beginning for all
 * programmes (even years, pairs of weeks from a fixed Monday), so a longer programme pairs them as the shorter one did.
 */
export function severalUnits(
  unit: FrequencyUnit,
  every: number,
  scope: Span,
  calendar: SchoolCalendar,
  yearKind: YearKind,
): Slot[] {
  const reach = every * LONGEST[unit];
  const around = { from: addDays(scope.from, -reach), to: addDays(scope.to, reach) };
  const groups = new Map<number, Slot[]>();
  for (const slot of unitSlots(unit, around, calendar, yearKind)) {
    const group = Math.floor(placeOf(slot) / every);
    groups.set(group, [...(groups.get(group) ?? []), slot]);
  }
  return [...groups.values()].flatMap((slots): Slot[] => {
    const [first, last] = [slots[0]!, slots.at(-1)!];
    const whole: Slot = {
      key: `${first.key}~${every}`,
      from: first.from,
      to: last.to,
      label: { kind: "span", from: first.from, to: last.to },
    };
    return overlap(whole, scope) ? [whole] : [];
  });
}

/** The place of a unit among all of its kind. */
function placeOf({ from, label }: Slot): number {
  const days = daysBetween(FIRST_DAY, from);
  const { year, month } = partsOf(from);
  switch (label.kind) {
    case "day":
      return days;
    case "week":
      return Math.floor(days / 7);
    case "month":
      return year * 12 + month - 1;
    case "quarter":
      return year * 4 + label.quarter - 1;
    case "halfYear":
      return label.year * 2 + label.half - 1;
    case "schoolTerm":
      return label.schoolYear * 6 + label.term - 1;
    case "schoolYear":
      return label.schoolYear;
    default:
      return year;
  }
}
