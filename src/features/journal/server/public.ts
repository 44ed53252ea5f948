import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { erasePersonFromJournal } from "#platform/journal/erase.ts";

/** Destroys a person's values and addresses in the journal and notes that; see `platform/journal/erase.ts`. */
export function erasePerson(
  context: UseCaseContext,
  territoryId: Id | null,
  personId: Id,
): Promise<{ readonly values: number; readonly origins: number }> {
  return erasePersonFromJournal(context, territoryId, personId);
}
