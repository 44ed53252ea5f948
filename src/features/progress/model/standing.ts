import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { STATUSES } from "#features/programmes/model/words.ts";
import { Figure } from "./figure.ts";

export const StandingQuery = z.object({ territoryId: id, organisationId: id });

/** How one organisation stands in each programme that asks anything of it: those with most late first. */
export const Standing = z.object({
  today: z.string(),
  total: Figure,
  /** the numbers of the total are those of the organisation's whole list: no other programme asks anything of it */
  opensTotal: z.boolean(),
  items: z.array(
    z.object({
      id,
      title: z.string(),
      status: z.enum(STATUSES),
      startsOn: z.string(),
      endsOn: z.string(),
      figure: Figure,
    }),
  ),
});
export type Standing = z.infer<typeof Standing>;
