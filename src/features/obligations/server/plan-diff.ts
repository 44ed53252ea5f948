import type { Id } from "#shared/ids.ts";
import { partsOf } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { calendarOf } from "#features/calendar/server/public.ts";
import { registryFor } from "#features/places/model/registry.ts";
import { registryOf } from "#features/places/server/public.ts";
import { boundFrom } from "../model/bound-from.ts";
import { diffPlan, occurrenceKeyOf, type PlanDiff } from "../model/diff.ts";
import { occurrencesOf, planMeasure } from "../model/plan.ts";
import { loadExisting, type PlannedProgramme } from "./load-plan.ts";

/** What the plan of a programme changes in what is owed now, by the registry and the calendar of today. */
export async function planDiffOf(
  { tx }: Pick<UseCaseContext, "tx">,
  territoryId: Id,
  programme: Omit<PlannedProgramme, "title">,
): Promise<PlanDiff> {
  const registry = registryFor(await registryOf(tx, territoryId), programme.ownerOrganisationId);
  const from = partsOf(programme.startsOn).year - 1;
  const calendar = await calendarOf(tx, territoryId, from, partsOf(programme.endsOn).year);
  const options = { yearKind: programme.yearKind };
  const wished = programme.measures.flatMap((measure) => planMeasure(measure, registry, calendar, options));
  const { existing, wanted, resumed } = boundFrom(
    await loadExisting(tx, territoryId, programme.id),
    wished,
    programme.bindsFrom,
  );
  const occurrences = new Map(
    programme.measures.flatMap((measure) =>
      occurrencesOf(measure, calendar, options).map(
        ({ key, from: opensOn, dueOn, required }) =>
          [occurrenceKeyOf(measure.id, key), { opensOn, dueOn, required }] as const,
      ),
    ),
  );
  const diff = diffPlan(existing, wanted, occurrences);
  return { ...diff, reopen: [...diff.reopen, ...resumed] };
}
