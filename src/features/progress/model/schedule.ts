import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { YEAR_KINDS } from "#features/programmes/model/words.ts";
import { Figure } from "./figure.ts";
import { PLANNINGS } from "./planning.ts";

const day = z.string();

/** One term of a measure for all who answer for it. */
export const ScheduleOccurrence = z.object({
  key: z.string(),
  words: z.string(),
  /** the first day of its window; the due day itself where it has none */
  opensOn: day,
  /** the last due day among its bearers: a moved one counts as moved */
  dueOn: day,
  figure: Figure,
});
export type ScheduleOccurrence = z.infer<typeof ScheduleOccurrence>;

export const ScheduleMeasure = z.object({
  id,
  number: z.string(),
  title: z.string(),
  /** the term as the document prints it */
  dueText: z.string(),
  /** taken out by an order; what was done of it stays */
  closed: z.boolean(),
  /** by due day */
  occurrences: z.array(ScheduleOccurrence),
});
export type ScheduleMeasure = z.infer<typeof ScheduleMeasure>;

export const ScheduleSection = z.object({
  /** null: what stands outside any section */
  id: id.nullable(),
  /** 0 for the outermost */
  depth: z.int(),
  number: z.string(),
  title: z.string(),
  measures: z.array(ScheduleMeasure),
});
export type ScheduleSection = z.infer<typeof ScheduleSection>;

/** The terms of a whole programme, in the order of its document: what a chart by time is drawn from. */
export const ProgrammeSchedule = z.object({
  today: day,
  startsOn: day,
  endsOn: day,
  yearKind: z.enum(YEAR_KINDS),
  isWhole: z.boolean(),
  planning: z.enum(PLANNINGS),
  roadmaps: z.array(z.object({ id, title: z.string(), sections: z.array(ScheduleSection) })),
});
export type ProgrammeSchedule = z.infer<typeof ProgrammeSchedule>;
