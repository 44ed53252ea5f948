import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import { presentObligation } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { byKey, figureOf, type Figure } from "../model/figure.ts";
import { periodOf, yearAround, type NamedPeriod } from "../model/period.ts";
import { progressProblem } from "../model/problems.ts";
import { valuesOf, type Value } from "./actual-values.ts";
import { programmeSeen, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole } from "./programme-figures.ts";
import { calendarFor } from "./programme-progress.ts";
import { progressGroups, progressRows } from "./progress-groups.ts";

export interface MeasureFacts {
  readonly figure: Figure;
  /** of the whole year of the plan that a shorter period lies in; null where the period is no part of one year */
  readonly ofYear: Figure | null;
  readonly values: readonly Value[];
  /** obligations due in the period, soonest first */
  readonly obligations: readonly ObligationRow[];
}

export interface ExecutionFacts {
  readonly programme: ProgrammeRecord;
  readonly today: LocalDate;
  /** null: the whole programme */
  readonly period: NamedPeriod | null;
  /** the actor sees all of it, not a part */
  readonly isWhole: boolean;
  /** the terms are being worked out: something may be missing yet */
  readonly isPlanning: boolean;
  readonly figure: Figure;
  readonly ofMeasure: ReadonlyMap<Id, MeasureFacts>;
}

/** What was done of a programme's measures in a period, as far as the actor sees; «not-found» where they do not see the programme. */
export async function executionFacts(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  periodKey: string | undefined,
): Promise<ExecutionFacts> {
  const { tx, actor, clock } = context;
  const programme = await programmeSeen(tx, actor, territoryId, programmeId);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const calendar = await calendarFor(tx, programme);
  const period = periodKey === undefined ? null : periodOf(periodKey, calendar);
  if (period === undefined) throw progressProblem("period-unknown");
  const filter = { programmeId, ...(period ? { from: period.from, to: period.to } : {}) };
  const records = await progressRows(tx, territoryId, actor, filter, today)
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
  const rows = records.map((record) => {
    const presented = presentObligation(record, actor, today);
    return { dueOn: record.due_on, state: presented.state, count: 1, presented };
  });
  const yearKey = period && yearAround(period, programme.year_kind);
  const year = yearKey === null ? null : periodOf(yearKey, calendar)!;
  const ofYear = year
    ? byKey(
        await progressGroups(tx, territoryId, actor, { programmeId, from: year.from, to: year.to }, today),
        (group) => group.measureId,
      )
    : null;
  const values = await valuesOf(tx, territoryId, actor, filter, today);
  const ofMeasure = byKey(rows, (row) => row.presented.measureId);
  const measureIds = new Set([...ofMeasure.keys(), ...values.map((value) => value.measureId)]);
  return {
    programme,
    today,
    period,
    isWhole: isWhole(actor, programme),
    isPlanning: (await planningOf(tx, territoryId))(programmeId) !== "none",
    figure: figureOf(rows, today),
    ofMeasure: new Map(
      [...measureIds].map((id) => {
        const own = ofMeasure.get(id) ?? [];
        const facts: MeasureFacts = {
          figure: figureOf(own, today),
          ofYear: ofYear && figureOf(ofYear.get(id) ?? [], today),
          values: values.filter((value) => value.measureId === id),
          obligations: own.map((row) => row.presented),
        };
        return [id, facts];
      }),
    ),
  };
}
