import { z } from "zod";
import { id, line, localDateField, version } from "#shared/atoms.ts";

/**
 * A programme or one measure stands still: it is not edited, and what is due from the first day on is not late, reminded of or reported
 * until it is resumed. What was due before is owed as it was.
 */
export const PauseSeen = z.object({
  id,
  /** null: the whole programme */
  measureId: id.nullable(),
  from: z.string(),
  reason: z.string(),
  paper: z.object({ id, name: z.string() }).nullable(),
  pausedBy: z.string(),
  /** the first day of work again; null while it stands */
  resumedOn: z.string().nullable(),
  resumedBy: z.string().nullable(),
  /** taken back before its first day came: unlike one resumed on that very day, it never stood */
  takenBack: z.boolean(),
  version: z.number(),
});
export type PauseSeen = z.infer<typeof PauseSeen>;

export const PauseParams = z.object({ territoryId: id, pauseId: id });
export const BeginPause = z.object({
  territoryId: id,
  programmeId: id,
  measureId: id.nullable(),
  from: localDateField,
  reason: line(1000, "Напишите, почему приостанавливается: это увидят исполнители."),
  paperId: id.nullable(),
});
export const EndPause = z.object({ version });
