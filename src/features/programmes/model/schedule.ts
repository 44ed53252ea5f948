import type { Occurrence } from "#domain/schedule/occurrence.ts";
import type { SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { occurrencesOf } from "#features/obligations/model/plan.ts";
import type { AccountMoments, Cadence } from "./cadence.ts";
import type { YearKind } from "./words.ts";

/** What of a programme dates its measures. */
export interface ScheduleFrame {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly yearKind: YearKind;
  readonly accountMoments: AccountMoments;
}

/** What of a measure dates it. */
export interface MeasureTerm {
  readonly dueText: string;
  readonly cadence: Cadence;
  readonly accountMoments: AccountMoments | null;
  /** years for which something is planned: windows of these years where the term names none */
  readonly plannedYears: readonly number[];
}

/** The dated occurrences of a measure in its programme: the schedule as understood, the same that obligations are planned by. */
export function scheduleOf(measure: MeasureTerm, programme: ScheduleFrame, calendar: SchoolCalendar): Occurrence[] {
  return occurrencesOf(
    {
      id: "",
      parties: [],
      reporting: "each",
      phases: measure.cadence,
      periodScope: { from: programme.startsOn, to: programme.endsOn },
      accountMoments: measure.accountMoments ?? programme.accountMoments,
      plannedYears: measure.plannedYears,
    },
    calendar,
    { yearKind: programme.yearKind },
  );
}

/** A term that a person must look at: a part of it is not understood, or nothing dates the measure at all. */
export function isUnclear({ dueText, cadence, plannedYears }: Omit<MeasureTerm, "accountMoments">): boolean {
  if (cadence.length === 0) return dueText.trim() !== "" || plannedYears.length === 0;
  return cadence.some((phase) => phase.kind === "unknown");
}

/** Years in which a planned value says something. */
export function plannedYearsOf(
  values: readonly {
    readonly years: readonly { readonly year: number; readonly text: string; readonly value: number | null }[];
  }[],
): number[] {
  const years = values.flatMap((value) => value.years.filter((year) => year.value !== null || year.text !== ""));
  return [...new Set(years.map((year) => year.year))].sort((a, b) => a - b);
}

/** The first due day from `today` on; null where none is left. */
export function nextDue(occurrences: readonly Occurrence[], today: LocalDate): LocalDate | null {
  return occurrences.find((occurrence) => occurrence.dueOn >= today)?.dueOn ?? null;
}

/** The September years whose school terms a period may need, one more on each side. */
export function calendarYears(programme: Pick<ScheduleFrame, "startsOn" | "endsOn">): readonly [number, number] {
  return [Number(programme.startsOn.slice(0, 4)) - 1, Number(programme.endsOn.slice(0, 4)) + 1];
}
