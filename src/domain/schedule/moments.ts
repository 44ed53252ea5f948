import { addDays, partsOf } from "#shared/local-date.ts";
import type { Slot } from "./occurrence.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { holds, type Span } from "./span.ts";
import { unitSlots } from "./units.ts";
import { placeWindow } from "./windows.ts";

/** When the officer wants an account of what goes on all the time. Days are MM-DD (every year) or YYYY-MM-DD. */
export type AccountMoments =
  | { readonly kind: "schoolTermEnd" | "quarterEnd" | "monthEnd" | "yearEnd" | "schoolYearEnd" }
  | { readonly kind: "days"; readonly days: readonly string[] };

const UNIT_OF = {
  schoolTermEnd: "schoolTerm",
  quarterEnd: "quarter",
  monthEnd: "month",
  yearEnd: "year",
  schoolYearEnd: "schoolYear",
} as const;

/** The stretches that end in a moment of account, in order, uncut: those of chosen days where the day is in `scope`, others where they touch it. */
export function momentSlots(moments: AccountMoments, scope: Span, calendar: SchoolCalendar): Slot[] {
  if (moments.kind === "days") return daySlots(moments.days, scope);
  const slots = unitSlots(UNIT_OF[moments.kind], scope, calendar, "calendar");
  // «2021» names the window of a year; a moment at its end may stand beside it in one term
  return moments.kind === "yearEnd" ? slots.map((slot) => ({ ...slot, key: `${slot.key}/Y` })) : slots;
}

/** Chosen days are named by their place in the choice, so that moving one moves its obligation and renames nothing. */
function daySlots(days: readonly string[], scope: Span): Slot[] {
  const slots: Slot[] = [];
  for (let year = partsOf(scope.from).year - 1; year <= partsOf(scope.to).year; year += 1) {
    days.forEach((day, index) => {
      const { from, to } = placeWindow({ from: null, to: day }, year);
      if (partsOf(to).year !== year) return;
      slots.push({ key: `${year}/M${index + 1}`, from, to, label: { kind: "deadline", on: to } });
    });
  }
  slots.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return slots
    .map((slot, index) => {
      const before = slots
        .slice(0, index)
        .filter((earlier) => earlier.to < slot.to)
        .pop();
      return before && before.to >= slot.from ? { ...slot, from: addDays(before.to, 1) } : slot;
    })
    .filter((slot) => holds(scope, slot.to));
}
