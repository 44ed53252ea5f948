import { z } from "zod";
import { id, localDateField } from "#shared/atoms.ts";
import { OBLIGATION_STATES } from "#features/obligations/model/state.ts";
import { OUTCOME_PARTS } from "./outcome.ts";
import { PageAtField } from "./page-at.ts";

/** A state, what is not due yet («coming»), or all that apply («due»: everything but what does not, or is paused). */
export const ROW_STATES = [...OBLIGATION_STATES, "coming", "due"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a figure was counted by; the list behind it takes the same words. */
export const RowsFilter = z.object({
  territoryId: id,
  programmeId: id.optional(),
  roadmapId: id.optional(),
  /** with the sections inside it */
  sectionId: id.optional(),
  measureId: id.optional(),
  organisationId: id.optional(),
  /** a bearer that is not an organisation too: its `bearer_key` */
  bearer: z.string().max(200).optional(),
  occurrence: z.string().max(40).optional(),
  state: z.enum(ROW_STATES).optional(),
  /** due days, both included */
  from: localDateField.optional(),
  to: localDateField.optional(),
  /** the year whose planned value the obligation counts for */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** what came of it, as it stood on the day of `on` */
  outcome: z.enum(OUTCOME_PARTS).optional(),
  /** read as it stood at the beginning of this day, today where it is not past; `from` and `to` then hold any due day it has had */
  on: localDateField.optional(),
  /** only of measures that return by a cadence: «не реже 1 раза в месяц», «ежегодно» */
  recurring: z.enum(["yes"]).optional(),
  /** put in or put off, on days from `changedFrom` to `changedTo` */
  change: z.enum(["added", "moved"]).optional(),
  changedFrom: localDateField.optional(),
  changedTo: localDateField.optional(),
  q: z.string().max(200).optional(),
});
export type RowsFilter = z.output<typeof RowsFilter>;

export const RowsQuery = RowsFilter.extend({ page: PageAtField });
