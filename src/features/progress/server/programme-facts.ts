import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { outlineRows } from "#features/programmes/server/public.ts";
import type { ProgrammeFactsSeen } from "#features/programmes/model/facts-seen.ts";
import { byKey, figureOf } from "../model/figure.ts";
import { lateYearAlone } from "../model/late-year.ts";
import { sectionsWithin } from "../model/sections.ts";
import { valuesOf } from "./actual-values.ts";
import { bearersOf } from "./bearers.ts";
import { programmeSeen } from "./load-programmes.ts";
import { measurePlaces } from "./programme-progress.ts";
import { plannedYearSql, progressGroups, progressRows, type ProgressRecord } from "./progress-groups.ts";

/** What has been done of a programme, for its table of measures: only obligations that the actor sees are counted. */
export async function programmeFacts(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeFactsSeen> {
  const { tx, actor, clock } = context;
  const programme = await programmeSeen(tx, actor, territoryId, programmeId);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const groups = await progressGroups(tx, territoryId, actor, { programmeId }, today);
  const ofMeasure = byKey(groups, (group) => group.measureId);
  const { sections } = await outlineRows(tx, territoryId, programmeId);
  const measures = await measurePlaces(tx, territoryId, programmeId);
  const lateYears = await lateYearsOf(tx, actor, territoryId, programmeId, today);
  const values = await valuesOf(tx, territoryId, actor, { programmeId }, today);
  const names = await namesOfLate(tx, territoryId, ofMeasure);
  return {
    values: factsByMeasure(values, yearNow(programme.year_kind, today)),
    measures: Object.fromEntries(
      [...ofMeasure].map(([id, own]) => {
        const figure = figureOf(own, today);
        const late = lateKeys(own);
        return [
          id,
          {
            late: figure.late,
            lateYears: lateYears.get(id) ?? [],
            lateYear: lateYearAlone(
              own.map(({ dueOn }) => yearNow(programme.year_kind, dueOn)),
              lateYears.get(id) ?? [],
              programme.year_kind,
            ),
            lateBearers: late.length,
            lateName: late.length === 1 ? names.get(late[0]!)! : null,
            soon: figure.soon,
            submitted: figure.submitted,
            isAccepted: figure.due > 0 && figure.accepted === figure.due,
          },
        ];
      }),
    ),
    sections: Object.fromEntries(
      sections.map((section) => {
        const within = sectionsWithin(section.id, sections);
        const own = measures.filter((measure) => measure.sectionId !== null && within.has(measure.sectionId));
        const figure = figureOf(
          own.flatMap(({ id }) => ofMeasure.get(id) ?? []),
          today,
        );
        return [section.id, { planned: figure.due, fulfilled: figure.accepted }];
      }),
    ),
  };
}

/** The years of the plan in which something of a measure is late: the mark stands beside the figures of its own year. */
async function lateYearsOf(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  programmeId: Id,
  today: LocalDate,
): Promise<ReadonlyMap<Id, number[]>> {
  const rows = await progressRows(tx, territoryId, actor, { programmeId, state: "late" }, today)
    .clearSelect()
    .select(["o.measure_id as measureId", plannedYearSql.as("year")])
    .distinct()
    .orderBy("year")
    .execute();
  const years = new Map<Id, number[]>();
  for (const { measureId, year } of rows) years.set(measureId, [...(years.get(measureId) ?? []), year]);
  return years;
}

function yearNow(kind: "calendar" | "school", today: LocalDate): number {
  return kind === "school" ? schoolYearOf(today) : partsOf(today).year;
}

/** The first planned value of each measure by years: «0» where a year that has begun is planned in numbers and nothing is accepted. */
function factsByMeasure(values: Awaited<ReturnType<typeof valuesOf>>, thisYear: number): ProgrammeFactsSeen["values"] {
  const facts: Record<string, Record<string, number>> = {};
  for (const { measureId, unit, years } of values) {
    if (facts[measureId]) continue;
    facts[measureId] = {};
    for (const { year, plan, fact } of years) {
      const isNothing = fact === null && plan !== null && unit === "count" && year <= thisYear;
      if (fact !== null || isNothing) facts[measureId][String(year)] = Math.round((fact ?? 0) * 100) / 100;
    }
  }
  return facts;
}

function lateKeys(groups: readonly ProgressRecord[]): string[] {
  return [...new Set(groups.filter(({ state }) => state === "late").map(({ bearerKey }) => bearerKey))];
}

/** Names of those who are the only late ones of some measure. */
async function namesOfLate(
  tx: Tx,
  territoryId: Id,
  ofMeasure: ReadonlyMap<Id, readonly ProgressRecord[]>,
): Promise<ReadonlyMap<string, string>> {
  const alone = [...ofMeasure.values()].map(lateKeys).filter((keys) => keys.length === 1);
  const bearers = await bearersOf(tx, territoryId, [...new Set(alone.flat())]);
  return new Map(bearers.map(({ key, name }) => [key, name]));
}
