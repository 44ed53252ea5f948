import type { Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { canSeeProgramme, leadsProgramme, type ProgrammeFacts } from "../model/policy.ts";
import { isEditable } from "../model/lifecycle.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { programmeProblem } from "../model/problems.ts";
import { pausedNow } from "./pauses.ts";
import type { ProgrammeTable } from "./tables.ts";

export type ProgrammeRecord = Selectable<ProgrammeTable>;

export function factsOf(row: ProgrammeRecord): ProgrammeFacts {
  return { territoryId: row.territory_id, ownerOrganisationId: row.owner_organisation_id, status: row.status };
}

/** The programme, if the actor may see it; «not-found» otherwise. */
export async function loadProgramme(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeRecord> {
  return load(context, territoryId, programmeId, false);
}

/** The programme locked for its leaders, so that two edits of it follow one another; finished ones too. */
export async function loadLedProgramme(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeRecord> {
  const row = await load(context, territoryId, programmeId, true);
  if (!leadsProgramme(context.actor, factsOf(row))) throw commonProblem("not-allowed");
  return row;
}

/** As `loadLedProgramme`, for changes of words and rows: «programme-finished» where it is closed, «programme-paused» while it stands still. */
export async function loadEditableProgramme(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeRecord> {
  const row = await loadLedProgramme(context, territoryId, programmeId);
  if (!isEditable(row.status)) throw programmeProblem("programme-finished");
  await refusePaused(context, territoryId, programmeId);
  return row;
}

/** A paused programme is open for reading: whatever would change it is refused until it is resumed. */
export async function refusePaused(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<void> {
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const { programme } = await pausedNow(context.tx, territoryId, programmeId, today);
  if (programme) throw programmeProblem("programme-paused");
}

/** A measure paused by itself is not edited, moved or closed by hand; an order that amends the programme still may. */
export async function refusePausedMeasure(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
): Promise<void> {
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const { measureIds } = await pausedNow(context.tx, territoryId, programmeId, today);
  if (measureIds.has(measureId)) throw programmeProblem("measure-paused");
}

async function load(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  forUpdate: boolean,
): Promise<ProgrammeRecord> {
  const query = context.tx
    .selectFrom("programme")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId);
  // row-level security hides a row from «for update» where the actor may not write; it is read first, so that seeing stays seeing
  const seen = await query.executeTakeFirst();
  if (!seen || !canSeeProgramme(context.actor, factsOf(seen))) throw commonProblem("not-found");
  if (!forUpdate) return seen;
  const locked = await query.forUpdate().executeTakeFirst();
  if (!locked) throw commonProblem("not-allowed");
  return locked;
}
