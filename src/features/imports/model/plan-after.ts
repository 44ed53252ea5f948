import type { PlannedMeasure } from "#features/obligations/model/plan.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { placedMeasures, type RedactionDocument } from "#features/programmes/model/redaction-document.ts";
import { changesDuties } from "#features/programmes/model/redaction-duties.ts";
import { plannedYearsOf } from "#features/programmes/model/schedule.ts";

export interface RedactionPlan {
  readonly measures: readonly PlannedMeasure[];
  readonly bindsFrom: ReadonlyMap<Id, LocalDate>;
  readonly period: PlannedMeasure["periodScope"];
}

/** What a new redaction will be planned by once it is written: the same rule by which writing it sets the days it binds from. */
export function planAfter(
  before: RedactionDocument,
  after: RedactionDocument,
  standing: ReadonlyMap<Id, LocalDate>,
  effectiveOn: LocalDate,
): RedactionPlan {
  const old = new Map(placedMeasures(before).map(({ measure }) => [measure.key, measure]));
  const now = placedMeasures(after).map(({ measure }) => measure);
  const kept = new Set(now.map(({ key }) => key));
  const bindsFrom = new Map(standing);
  for (const key of old.keys()) if (!kept.has(key)) bindsFrom.set(key, effectiveOn);
  for (const measure of now) {
    const was = old.get(measure.key);
    if (!was || changesDuties(was, measure)) bindsFrom.set(measure.key, effectiveOn);
  }
  const period = { from: after.startsOn as LocalDate, to: after.endsOn as LocalDate };
  return {
    bindsFrom,
    period,
    measures: now.map((measure) => ({
      id: measure.key,
      phases: measure.cadence,
      parties: measure.parties,
      reporting: measure.reporting,
      periodScope: period,
      accountMoments: measure.accountMoments ?? after.accountMoments,
      plannedYears: plannedYearsOf(measure.plannedValues),
    })),
  };
}
