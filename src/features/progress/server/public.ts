import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ProgrammeFactsSeen } from "#features/programmes/model/facts-seen.ts";
import { executionFacts as execution, type ExecutionFacts } from "./execution-facts.ts";
import { programmeFacts as facts } from "./programme-facts.ts";

export type { ExecutionFacts, MeasureFacts } from "./execution-facts.ts";

/** What has been done of a programme, for its table of measures: handed to the slice of programmes by the composition root. */
export function programmeFacts(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<ProgrammeFactsSeen> {
  return facts(context, territoryId, programmeId);
}

/** What was done of each measure in a period, with the obligations and their reports: for the report on paper. */
export function executionFacts(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  periodKey: string | undefined,
): Promise<ExecutionFacts> {
  return execution(context, territoryId, programmeId, periodKey);
}
