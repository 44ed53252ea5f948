import type { Id } from "#shared/ids.ts";
import { partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Execution } from "../model/contract.ts";
import { byKey, figureOf } from "../model/figure.ts";
import { monthsOf } from "../model/period.ts";
import { bearersOf } from "./bearers.ts";
import { programmeSeen, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole, presentProgramme } from "./programme-figures.ts";
import { presentPeriod } from "./programme-progress.ts";
import { progressGroups } from "./progress-groups.ts";

export type ExecutionRequest = RequestContext<
  { territoryId: Id; programmeId: Id },
  { year?: number | undefined },
  unknown
>;

function yearOf(day: LocalDate, kind: ProgrammeRecord["year_kind"]): number {
  return kind === "school" ? schoolYearOf(day) : partsOf(day).year;
}

/** Bearers by the months of one year: who is late stands first. The year of today, else the nearest of the programme. */
export async function readExecution(
  context: ExecutionRequest,
): Promise<Execution & { programme: ReturnType<typeof presentProgramme> }> {
  const { actor, tx, params, query, clock } = context;
  const { territoryId, programmeId } = params;
  const programme = await programmeSeen(tx, actor, territoryId, programmeId);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const kind = programme.year_kind;
  const [first, last] = [yearOf(programme.starts_on, kind), yearOf(programme.ends_on, kind)];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const year = query.year ?? Math.min(last, Math.max(first, yearOf(today, kind)));
  const months = monthsOf(year, kind);
  const span = { from: months[0]!.from, to: months[11]!.to };
  const all = await progressGroups(tx, territoryId, actor, { programmeId }, today);
  const groups = all.filter(({ dueOn }) => dueOn >= span.from && dueOn <= span.to);
  const ofBearer = byKey(groups, (group) => group.bearerKey);
  const bearers = await bearersOf(tx, territoryId, [...ofBearer.keys()]);
  const rowOf = (own: typeof groups) => ({
    cells: months.map((month) => figureOf(own, today, month)),
    total: figureOf(own, today),
  });
  const rows = bearers.map((bearer) => ({ ...bearer, ...rowOf(ofBearer.get(bearer.key)!) }));
  return {
    programme: presentProgramme(programme),
    today,
    yearKind: kind,
    years,
    year,
    months: months.map(presentPeriod),
    rows: rows.sort((a, b) => b.total.late - a.total.late),
    foot: rowOf(groups),
    lateInOtherYears: figureOf(all, today).late - figureOf(groups, today).late,
    isWhole: isWhole(actor, programme),
    planning: (await planningOf(tx, territoryId))(programme.id),
  };
}
