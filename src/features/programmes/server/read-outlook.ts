import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { registryFor, type Registry } from "#features/places/model/registry.ts";
import { registryOf } from "#features/places/server/public.ts";
import { gapsOf, loadOf, type Gap } from "../model/outlook.ts";
import type { MeasureWeight, ProgrammeOutlook, WeighMeasure } from "../model/outlook-seen.ts";
import { leadsProgramme } from "../model/policy.ts";
import { factsOf, loadProgramme } from "./load-programme.ts";
import { measuresForPlanning, type PlanningMeasure } from "./planning.ts";
import { readingFrameOf } from "./read-programme.ts";
import type { ReadingFrame } from "./read-roadmaps.ts";

interface Ground extends ReadingFrame {
  readonly registry: Registry;
}

/** What the programme's open measures would ask of whom, and what in them leaves nobody to report. For its leaders. */
export async function readOutlook(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeOutlook> {
  const ground = await groundOf(context, territoryId, programmeId);
  const planning = await measuresForPlanning(context.tx, territoryId, programmeId);
  const weighed = planning!.measures
    .filter((measure) => !measure.closed)
    .map((measure) => {
      const load = weigh(measure, ground);
      return { measure, load, gaps: gapsOf(measure, load, ground.programme, ground.registry, ground.today) };
    });
  const having = (gap: Gap) => weighed.filter((one) => one.gaps.includes(gap));
  return {
    measures: weighed.length,
    bearers: new Set(weighed.flatMap((one) => one.load.bearers)).size,
    reports: sumOf(weighed.map((one) => one.load.reports)),
    late: sumOf(weighed.map((one) => one.load.late)),
    noParties: having("no-parties").map((one) => named(one.measure)),
    nobodyMeant: having("nobody-meant").map((one) => named(one.measure)),
    termUnclear: having("term-unclear").map((one) => named(one.measure)),
    frequent: having("frequent").map(({ measure, load }) => ({
      ...named(measure),
      yearly: load.yearly,
      bearers: load.bearers.length,
      reports: load.reports,
    })),
  };
}

/** What a measure of the programme would ask for, as it stands in the form; nothing is kept. */
export async function weighMeasure(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measure: WeighMeasure,
): Promise<MeasureWeight> {
  const { dues, yearly, bearers, reports, late } = weigh(measure, await groundOf(context, territoryId, programmeId));
  return { dues, yearly, bearers: bearers.length, reports, late };
}

async function groundOf(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<Ground> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  if (!leadsProgramme(context.actor, factsOf(programme))) throw commonProblem("not-allowed");
  const registry = registryFor(await registryOf(context.tx, territoryId), programme.owner_organisation_id);
  return { ...(await readingFrameOf(context, programme)), registry };
}

function weigh(measure: WeighMeasure | PlanningMeasure, ground: Ground) {
  return loadOf(measure, ground.programme, ground.registry, ground.calendar, ground.today);
}

function named({ id, number, title, dueText }: PlanningMeasure) {
  return { id, number, title, dueText };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
