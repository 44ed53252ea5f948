import { sql } from "kysely";
import type { Actor } from "#shared/actor.ts";
import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { bearerNameOf, obligationsById } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { byKey, figureOf, type Figure } from "../model/figure.ts";
import { periodOf, yearAround, type NamedPeriod } from "../model/period.ts";
import { progressProblem } from "../model/problems.ts";
import type { RowsFilter } from "../model/rows-query.ts";
import { valuesOf, type Value } from "./actual-values.ts";
import { programmeSeen, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole } from "./programme-figures.ts";
import { calendarFor } from "./programme-progress.ts";
import { progressGroups, progressRows, stateSql } from "./progress-groups.ts";

export interface MeasureFacts {
  readonly figure: Figure;
  /** of the whole year of the plan that a shorter period lies in; null where the period is no part of one year */
  readonly ofYear: Figure | null;
  readonly values: readonly Value[];
  /** whose reports of the period are late, each once, the longest late first */
  readonly late: readonly string[];
  /** the reports of the period that were accepted, by due day */
  readonly accepted: readonly Id[];
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
  const yearKey = period && yearAround(period, programme.year_kind);
  const year = yearKey === null ? null : periodOf(yearKey, calendar)!;
  const [groups, yearGroups, values, late, acceptedRows, planning] = await Promise.all([
    measureGroups(tx, territoryId, actor, filter, today),
    year && progressGroups(tx, territoryId, actor, { programmeId, from: year.from, to: year.to }, today),
    valuesOf(tx, territoryId, actor, filter, today),
    lateBearers(tx, territoryId, actor, filter, today),
    acceptedReports(tx, territoryId, actor, filter, today),
    planningOf(tx, territoryId),
  ]);
  const ofYear = yearGroups && byKey(yearGroups, (group) => group.measureId);
  const ofMeasure = byKey(groups, ({ measureId }) => measureId);
  const accepted = grouped(acceptedRows, ({ measureId }) => measureId);
  const measureIds = new Set([...ofMeasure.keys(), ...values.map((value) => value.measureId)]);
  return {
    programme,
    today,
    period,
    isWhole: isWhole(actor, programme),
    isPlanning: planning(programmeId) !== "none",
    figure: figureOf(groups, today),
    ofMeasure: new Map(
      [...measureIds].map((id) => {
        const own = ofMeasure.get(id) ?? [];
        const facts: MeasureFacts = {
          figure: figureOf(own, today),
          ofYear: ofYear && figureOf(ofYear.get(id) ?? [], today),
          values: values.filter((value) => value.measureId === id),
          late: [...new Set(late.get(id))],
          accepted: (accepted.get(id) ?? []).map(({ reportId }) => reportId),
        };
        return [id, facts];
      }),
    ),
  };
}

type Filter = Omit<RowsFilter, "territoryId">;

/** How many obligations of each measure stand how by each day: as many as there are rows are not worth reading one by one. */
async function measureGroups(tx: Tx, territoryId: Id, actor: Actor, filter: Filter, today: LocalDate) {
  const counted = await progressRows(tx, territoryId, actor, filter, today)
    .clearSelect()
    .select(["o.measure_id as measureId", "o.due_on as dueOn", stateSql(today).as("standing")])
    .select(sql<number>`count(*)::int`.as("count"))
    .groupBy(["o.measure_id", "o.due_on", "standing"])
    .execute();
  return counted.map(({ standing, ...rest }) => ({ state: standing, ...rest }));
}

/** Whose reports are late, by measure, the longest late first; each bearer is named once, whatever they are late with. */
async function lateBearers(tx: Tx, territoryId: Id, actor: Actor, filter: Filter, today: LocalDate) {
  const longest = progressRows(tx, territoryId, actor, { ...filter, state: "late" }, today)
    .clearSelect()
    .select(["o.measure_id as measureId", "o.bearer_key as key", "o.due_on as dueOn", "o.id"])
    .distinctOn(["o.measure_id", "o.bearer_key"])
    .orderBy("o.measure_id")
    .orderBy("o.bearer_key")
    .orderBy("o.due_on")
    .orderBy("o.id");
  const late = await tx
    .selectFrom(longest.as("late"))
    .select((eb) => [
      "late.measureId",
      eb.fn.agg<string[]>("json_agg", ["late.key"]).orderBy("late.dueOn").orderBy("late.id").as("keys"),
      eb.fn.agg<Id[]>("json_agg", ["late.id"]).orderBy("late.dueOn").orderBy("late.id").as("ids"),
    ])
    .groupBy("late.measureId")
    .execute();
  const oneOf = new Map(late.flatMap(({ keys, ids }) => keys.map((key, at) => [key, ids[at]!] as const)));
  const named = await obligationsById(tx, territoryId, [...oneOf.values()]);
  const nameOf = new Map(named.map((row) => [row.id, bearerNameOf(row)]));
  return new Map(late.map(({ measureId, keys }) => [measureId, keys.map((key) => nameOf.get(oneOf.get(key)!)!)]));
}

async function acceptedReports(tx: Tx, territoryId: Id, actor: Actor, filter: Filter, today: LocalDate) {
  return progressRows(tx, territoryId, actor, { ...filter, state: "accepted" }, today)
    .clearSelect()
    .select((eb) => ["o.measure_id as measureId", eb.ref("r.id").$notNull().as("reportId")])
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
}
