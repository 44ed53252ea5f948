import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import type { ObligationState } from "#features/obligations/model/state.ts";
import { heatCell } from "./heat.ts";
import type { ProgrammeSchedule, ScheduleOccurrence } from "./schedule.ts";
import { placeOf, type ScheduleAxis } from "./schedule-axis.ts";

/** How a term is drawn: a date, a window, a piece of what goes on without a break. */
export type BarKind = "date" | "window" | "piece";

export interface Bar {
  readonly occurrence: ScheduleOccurrence;
  readonly kind: BarKind;
  /** its most pressing state; what lies ahead and is open already is shown as what is near */
  readonly state: ObligationState;
  /** per cent of the axis; a date has no width */
  readonly from: number;
  readonly to: number;
  /** of what is late: from its end to today */
  readonly tail: { readonly from: number; readonly to: number } | null;
}

/** A term that somebody owes, though it may stand still. */
const isOwed = ({ figure }: ScheduleOccurrence) => figure.due + figure.paused > 0;
/** What does not apply to anybody is drawn too, by its own sign, and widens no axis. */
const isDrawn = (occurrence: ScheduleOccurrence) => isOwed(occurrence) || occurrence.figure.notApplicable > 0;

/** The days that a chart of the whole programme shows: its period, and what is due before or after it. */
export function periodOfSchedule({ startsOn, endsOn, roadmaps }: ProgrammeSchedule): {
  from: LocalDate;
  to: LocalDate;
} {
  const terms = roadmaps
    .flatMap(({ sections }) => sections.flatMap(({ measures }) => measures.flatMap(({ occurrences }) => occurrences)))
    .filter(isOwed);
  return {
    from: localDate(terms.reduce((first, { opensOn }) => (opensOn < first ? opensOn : first), startsOn)),
    to: localDate(terms.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), endsOn)),
  };
}

/** The terms of one measure that fall on the axis, in order of time. Those of which nothing applies tell so. */
export function barsOf(occurrences: readonly ScheduleOccurrence[], axis: ScheduleAxis, today: LocalDate): Bar[] {
  const timeOf = ({ opensOn, dueOn }: ScheduleOccurrence) => opensOn + dueOn;
  const owed = occurrences.filter(isDrawn).sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  return owed.flatMap((occurrence, at) => {
    const [opens, due] = [localDate(occurrence.opensOn), localDate(occurrence.dueOn)];
    const bar = barOf(occurrence, axis, today);
    if (due < axis.from || opens > axis.to) return tailWithin(bar) ? [bar] : [];
    const touches = [owed[at - 1], owed[at + 1]].some(
      (other) =>
        other !== undefined &&
        other.opensOn < other.dueOn &&
        other.opensOn <= addDays(due, 1) &&
        occurrence.opensOn <= addDays(localDate(other.dueOn), 1),
    );
    return [touches && bar.kind === "window" ? { ...bar, kind: "piece" as const } : bar];
  });
}

function barOf(occurrence: ScheduleOccurrence, axis: ScheduleAxis, today: LocalDate): Bar {
  const [opens, due] = [localDate(occurrence.opensOn), localDate(occurrence.dueOn)];
  const state = heatCell(occurrence.figure).state!;
  const [from, to] = [placeOf(axis, opens), placeOf(axis, addDays(due, 1))];
  const isDate = opens >= due;
  const middle = (placeOf(axis, due) + to) / 2;
  return {
    occurrence,
    kind: isDate ? "date" : "window",
    state: state === "ahead" && opens <= today && today <= due ? "soon" : state,
    from: clamped(isDate ? middle : from),
    to: clamped(isDate ? middle : to),
    tail: state === "late" && today > due ? { from: clamped(to), to: clamped(placeOf(axis, today)) } : null,
  };
}

/** What was due before the year shown and is late still reaches into it by its tail. */
function tailWithin({ tail }: Bar): boolean {
  return tail !== null && tail.to > tail.from;
}

function clamped(place: number): number {
  return Math.min(100, Math.max(0, place));
}
