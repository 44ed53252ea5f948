import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ProgrammeFactsSeen } from "#features/programmes/model/seen.ts";
import { programmeFacts as facts } from "./programme-facts.ts";

/** What has been done of a programme, for its table of measures: handed to the slice of programmes by the composition root. */
export function programmeFacts(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<ProgrammeFactsSeen> {
  return facts(context, territoryId, programmeId);
}
