import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { Bearer, PeriodSeen } from "./contract.ts";
import { OutcomeCounts } from "./outcome.ts";
import { PERIOD_KINDS } from "./period.ts";

const day = z.string();

export const SummaryQuery = z.object({
  territoryId: id,
  /** one programme; without it all that the actor sees in the territory */
  programmeId: id.optional(),
  /** with the sections inside it */
  sectionId: id.optional(),
  /** whose obligations: a `bearer_key` */
  bearer: z.string().max(200).optional(),
  /** the name of a period, as `model/period.ts` reads it; the month that stands, or the programme's last one, without it */
  period: z.string().max(40).optional(),
  /** which list of periods to give for a choice */
  kind: z.enum(PERIOD_KINDS).default("month"),
  /** what to compare with: `before`, `yearBefore` or the name of a period */
  against: z.string().max(40).optional(),
});

/** A due day set by hand. */
export const Move = z.object({ from: day, to: day, on: day, reason: z.string() });
export type Move = z.infer<typeof Move>;

/** What stands beside counts: their rows of another period, where two are compared. */
const Compared = z.object({ counts: OutcomeCounts, against: OutcomeCounts.nullable() });

const SummarySection = Compared.extend({
  id,
  depth: z.int(),
  number: z.string(),
  title: z.string(),
});
export type SummarySection = z.infer<typeof SummarySection>;

/**
 * A period and the day on which its obligations are read: the first day after it, or today while it lasts; of one that stands beside an
 * unfinished one, as many days into it.
 */
export const PeriodRead = PeriodSeen.extend({ on: day, isUnfinished: z.boolean(), notBegun: z.boolean() });
export type PeriodRead = z.infer<typeof PeriodRead>;

/** What came of the obligations of a period, as they stood at its end. */
export const PeriodSummary = Compared.extend({
  today: day,
  title: z.string(),
  isWhole: z.boolean(),
  period: PeriodRead,
  against: OutcomeCounts.nullable(),
  againstPeriod: PeriodRead.nullable(),
  /** the periods of the kind asked for */
  periods: z.array(PeriodSeen),
  /** put in and put off on days of the period */
  added: z.int(),
  moved: z.int(),
  /** the latest of what was put off, with the reasons */
  moves: z.array(
    Move.extend({ obligationId: id, programmeId: id, measureId: id, measure: z.string(), bearer: z.string() }),
  ),
  /** due before the period and still late at its end */
  debts: z.int(),
  /** of a school term: the days of rest after it, which belong to no term, with what is due in them */
  rest: PeriodSeen.extend({ due: z.int() }).nullable(),
  /** what is due in as long a time after it, where the period is over */
  next: PeriodSeen.extend({ due: z.int() }).nullable(),
  programmes: z.array(Compared.extend({ id, title: z.string() })),
  sections: z.array(SummarySection),
  bearers: z.array(Bearer.extend(Compared.shape)),
});
export type PeriodSummary = z.infer<typeof PeriodSummary>;
