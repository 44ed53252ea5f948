import { z } from "zod";
import { id, line, version } from "#shared/atoms.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { leadsOrganisation, leadsTerritory } from "#features/places/model/access.ts";

/** Most remarks that one place keeps: a list that is longer is read no more. */
export const MOST_REMARKS = 60;

const remarkText = line(1000, "Напишите замечание: пустое не сохраняется.");

/** Whose list: of those who check in the territory, or of the organisation that checks reports of its own programmes. */
export const RemarksQuery = z.object({ territoryId: id, organisationId: id.optional() });
export const KeepRemark = z.object({ territoryId: id, organisationId: id.nullable(), text: remarkText });
export const RemarkParams = z.object({ territoryId: id, remarkId: id });
export const EditRemark = z.object({ version, text: remarkText });
export const CloseRemark = z.object({ version, closed: z.boolean() });

export const SavedRemark = z.object({
  id,
  territoryId: id,
  organisationId: id.nullable(),
  text: z.string(),
  /** in how many returns it was used */
  uses: z.number(),
  closed: z.boolean(),
  version: z.number(),
});
export type SavedRemark = z.infer<typeof SavedRemark>;

/**
 * Reads, keeps and edits the list of a place: whoever decides reports there. The list is one for all of them, so that schools hear the
 * same demand in the same words whoever checks.
 */
export function keepsRemarks(actor: Actor, territoryId: Id, organisationId: Id | null): boolean {
  return organisationId === null
    ? leadsTerritory(actor, territoryId)
    : leadsOrganisation(actor, territoryId, organisationId);
}
