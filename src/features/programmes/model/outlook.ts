import type { SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import { bearerKey } from "#features/obligations/model/bearers.ts";
import { partiesWithoutBearers, planMeasure, type PlannedMeasure } from "#features/obligations/model/plan.ts";
import type { Registry } from "#features/places/model/registry.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { isUnclear, scheduleOf, type MeasureTerm, type ScheduleFrame } from "./schedule.ts";

/** A measure that is about to bind people. */
export interface MeasureAhead extends MeasureTerm {
  readonly parties: PlannedMeasure["parties"];
  readonly reporting: PlannedMeasure["reporting"];
}

/** What one measure asks for over the whole programme. */
export interface MeasureLoad {
  /** due days */
  readonly dues: number;
  /** the most due days in one calendar year */
  readonly yearly: number;
  /** who reports, each once */
  readonly bearers: readonly string[];
  /** a report for each due day and bearer */
  readonly reports: number;
  /** those of them whose day is past */
  readonly late: number;
}

/** Where what stands on paper gives people nothing to do, or too much. */
export const GAPS = ["no-parties", "nobody-meant", "term-unclear", "frequent"] as const;
export type Gap = (typeof GAPS)[number];

/** More due days a year than this are asked about: a report a month is usual, one a week is seldom meant. */
export const USUAL_A_YEAR = 12;

/** What a measure will ask of whom: the same plan that obligations are made by. */
export function loadOf(
  measure: MeasureAhead,
  programme: ScheduleFrame,
  registry: Registry,
  calendar: SchoolCalendar,
  today: LocalDate,
): MeasureLoad {
  const planned = planMeasure(plannedOf(measure, programme), registry, calendar, { yearKind: programme.yearKind });
  const days = scheduleOf(measure, programme, calendar).map((occurrence) => occurrence.dueOn);
  const inYear = new Map<string, number>();
  for (const day of days) inYear.set(day.slice(0, 4), (inYear.get(day.slice(0, 4)) ?? 0) + 1);
  return {
    dues: days.length,
    yearly: Math.max(0, ...inYear.values()),
    bearers: [...new Set(planned.map((one) => bearerKey(one.bearer)))],
    reports: planned.length,
    late: planned.filter((one) => one.dueOn < today).length,
  };
}

/** What a person should look at before the measure binds anybody, the gravest first. */
export function gapsOf(
  measure: MeasureAhead,
  load: MeasureLoad,
  programme: ScheduleFrame,
  registry: Registry,
  today: LocalDate,
): Gap[] {
  const gaps: Gap[] = [];
  const owing = measure.parties.filter((party) => party.part !== "participant");
  if (owing.length === 0) gaps.push("no-parties");
  else if (load.bearers.length === 0) {
    const unmet = partiesWithoutBearers(plannedOf(measure, programme), registry, today).length;
    const answering = owing.filter((party) => party.audience?.kind !== "outside").length;
    // whoever is outside the district was named so by a decision
    if (unmet > 0 && unmet === answering) gaps.push("nobody-meant");
  }
  if (isUnclear(measure)) gaps.push("term-unclear");
  if (load.yearly > USUAL_A_YEAR) gaps.push("frequent");
  return gaps;
}

function plannedOf(measure: MeasureAhead, programme: ScheduleFrame): PlannedMeasure {
  return {
    id: "",
    phases: measure.cadence,
    parties: measure.parties,
    reporting: measure.reporting,
    periodScope: { from: programme.startsOn, to: programme.endsOn },
    accountMoments: measure.accountMoments ?? programme.accountMoments,
    plannedYears: measure.plannedYears,
  };
}
