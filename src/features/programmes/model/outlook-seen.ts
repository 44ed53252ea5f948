import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { Audience } from "#features/places/model/audience.ts";
import { AccountMoments, Cadence } from "./cadence.ts";
import { PARTS } from "./roadmap-draft.ts";

/** A measure to look at before it binds anybody. */
export const MeasureAtIssue = z.object({ id, number: z.string(), title: z.string(), dueText: z.string() });
export type MeasureAtIssue = z.infer<typeof MeasureAtIssue>;

/** What a programme's open measures ask of whom by the plan of today: told before it is approved and before it is begun. */
export const ProgrammeOutlook = z.object({
  measures: z.int(),
  bearers: z.int(),
  reports: z.int(),
  /** reports whose day is past */
  late: z.int(),
  noParties: z.array(MeasureAtIssue),
  nobodyMeant: z.array(MeasureAtIssue),
  termUnclear: z.array(MeasureAtIssue),
  frequent: z.array(MeasureAtIssue.extend({ yearly: z.int(), bearers: z.int(), reports: z.int() })),
});
export type ProgrammeOutlook = z.infer<typeof ProgrammeOutlook>;

/** A measure as it stands in the form, to be weighed. */
export const WeighMeasure = z.object({
  dueText: z.string().max(2000),
  cadence: Cadence,
  accountMoments: AccountMoments.nullable(),
  reporting: z.enum(["each", "first"]),
  plannedYears: z.array(z.int().min(2000).max(2100)).max(40),
  parties: z.array(z.object({ part: z.enum(PARTS), audience: Audience.nullable() })).max(100),
});
export type WeighMeasure = z.infer<typeof WeighMeasure>;

/** What the measure would ask for over the whole programme. */
export const MeasureWeight = z.object({
  dues: z.int(),
  /** the most due days in one year */
  yearly: z.int(),
  bearers: z.int(),
  reports: z.int(),
  late: z.int(),
});
export type MeasureWeight = z.infer<typeof MeasureWeight>;
