import { z } from "zod";
import { YEAR_KINDS } from "./words.ts";

/**
 * What has been done of a programme, supplied by the slice that counts it (see `ProgrammeSources`): actual values by measure and
 * year, how late a measure is, and the share of a section fulfilled.
 */
export const ProgrammeFactsSeen = z.object({
  values: z.record(z.string(), z.record(z.string(), z.number())),
  measures: z.record(
    z.string(),
    z.object({
      late: z.int(),
      /** years of the plan that something late counts for */
      lateYears: z.array(z.int()),
      /** the only one of them, where the measure is due in other years too */
      lateYear: z.object({ year: z.int(), kind: z.enum(YEAR_KINDS) }).nullable(),
      lateBearers: z.int(),
      /** of the only one who is late */
      lateName: z.string().nullable(),
      soon: z.int(),
      submitted: z.int(),
      isAccepted: z.boolean(),
    }),
  ),
  sections: z.record(z.string(), z.object({ planned: z.int(), fulfilled: z.int() })),
});
export type ProgrammeFactsSeen = z.infer<typeof ProgrammeFactsSeen>;
