import { z } from "zod";
import { id, prose } from "#shared/atoms.ts";
import { ObligationRow } from "#features/obligations/model/contract.ts";
import { STATUSES, YEAR_KINDS } from "#features/programmes/model/words.ts";
import { Figure } from "./figure.ts";
import { OUTCOMES } from "./outcome.ts";
import { PERIOD_KINDS } from "./period.ts";
import { PLANNINGS } from "./planning.ts";

const day = z.string();

export const TerritoryQuery = z.object({ territoryId: id });
export const ProgrammeParams = z.object({ territoryId: id, programmeId: id });
export const MeasureParams = z.object({ territoryId: id, measureId: id });

export const Bearer = z.object({
  key: z.string(),
  kind: z.enum(["organisation", "person", "community", "territory"]),
  organisationId: id.nullable(),
  name: z.string(),
});
export type Bearer = z.infer<typeof Bearer>;

export const ProgrammeFigures = z.object({
  id,
  title: z.string(),
  status: z.enum(STATUSES),
  startsOn: day,
  endsOn: day,
  /** of the obligations the actor sees */
  seen: Figure,
  /** of the whole programme; equal to `seen` where `isWhole` */
  total: Figure,
  isWhole: z.boolean(),
  planning: z.enum(PLANNINGS),
});
export type ProgrammeFigures = z.infer<typeof ProgrammeFigures>;

export const ProgrammeFiguresList = z.object({ today: day, items: z.array(ProgrammeFigures) });
export type ProgrammeFiguresList = z.infer<typeof ProgrammeFiguresList>;

export const PeriodSeen = z.object({ key: z.string(), words: z.string(), from: day, to: day });
export type PeriodSeen = z.infer<typeof PeriodSeen>;

export const ProgressQuery = z.object({
  /** the name of a period, as `model/period.ts` reads it; without one that of the kind which stands, or the whole programme */
  period: z.string().max(40).optional(),
  /** which list of periods to give for a choice */
  kind: z.enum(PERIOD_KINDS).default("all"),
});

export const ProgrammeProgress = ProgrammeFigures.extend({
  today: day,
  period: PeriodSeen.nullable(),
  /** the periods of the kind asked for */
  periods: z.array(PeriodSeen),
  roadmaps: z.array(
    z.object({
      id,
      title: z.string(),
      figure: Figure,
      sections: z.array(
        z.object({
          id,
          parentId: id.nullable(),
          /** 0 for the outermost */
          depth: z.int(),
          number: z.string(),
          title: z.string(),
          /** with the sections inside it */
          figure: Figure,
          measures: z.int(),
        }),
      ),
    }),
  ),
  bearers: z.array(Bearer.extend({ figure: Figure })),
});
export type ProgrammeProgress = z.infer<typeof ProgrammeProgress>;

export const ValueOfYear = z.object({
  year: z.int(),
  planText: z.string(),
  plan: z.number().nullable(),
  fact: z.number().nullable(),
  /** of a percent: the two numbers it was counted from */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  isReached: z.boolean().nullable(),
});

export const ValueProgress = z.object({
  id,
  measureId: id,
  label: z.string(),
  subGroup: z.string(),
  unit: z.enum(["count", "percent"]),
  aggregation: z.enum(["eachYear", "sum", "atLeast", "share"]),
  years: z.array(ValueOfYear),
  total: z.object({ text: z.string(), plan: z.number().nullable(), fact: z.number().nullable() }),
});
export type ValueProgress = z.infer<typeof ValueProgress>;

export const MeasureProgress = z.object({
  today: day,
  territoryId: id,
  programmeId: id,
  measureId: id,
  yearKind: z.enum(YEAR_KINDS),
  figure: Figure,
  isWhole: z.boolean(),
  planning: z.enum(PLANNINGS),
  /** by due day */
  occurrences: z.array(z.object({ key: z.string(), words: z.string(), dueOn: day, figure: Figure })),
  bearers: z.array(
    Bearer.extend({
      /** whom to call where no report has come; empty of people */
      phone: z.string(),
      figure: Figure,
      obligations: z.array(ObligationRow.extend({ occurrenceKey: z.string() })),
    }),
  ),
  values: z.array(ValueProgress),
});
export type MeasureProgress = z.infer<typeof MeasureProgress>;

/** Under this name a list says what has come of its reports, as they stand now. */
export const ABOUT_STATE = "Состояние";
/** Under this name a list says which instance of a measure it holds. */
export const ABOUT_TERM = "За какой срок";

export const RowsList = z.object({
  today: day,
  rows: z.array(
    ObligationRow.extend({
      /** as lists of bearers know who bears it */
      bearerKey: z.string(),
      /** as it stood on the day of the filter; null where the filter asks for no outcome and no day */
      outcome: z.enum(OUTCOMES).nullable(),
      /** the last time its due day was set by hand */
      move: z.object({ from: day, to: day, on: day, reason: z.string() }).nullable(),
    }),
  ),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  /** `page` of the pages beside this one */
  next: z.string().nullable(),
  previous: z.string().nullable(),
  /** what the list is narrowed to, as people say it: programme, section, measure, organisation */
  about: z.array(z.object({ name: z.string(), text: z.string() })),
});
export type RowOfList = z.infer<typeof RowsList>["rows"][number];
export type RowsList = z.infer<typeof RowsList>;

export const LateBearer = Bearer.extend({
  phone: z.string(),
  /** who answers for it: its head, else a deputy */
  head: z.string(),
  late: z.int(),
  oldest: z.object({
    obligationId: id,
    measureNumber: z.string(),
    measureTitle: z.string(),
    dueOn: day,
    days: z.int(),
  }),
  /** the last call since the oldest of these was due */
  lastCall: z.object({ on: day, by: z.string(), note: z.string() }).nullable(),
  /** the day of the last reminder sent by hand; null for those who may not send one */
  remindedOn: day.nullable(),
});
export type LateBearer = z.infer<typeof LateBearer>;

export const LateQuery = TerritoryQuery.extend({ programmeId: id.optional(), q: z.string().max(200).default("") });

export const LateList = z.object({
  today: day,
  /** those one may call */
  bearers: z.array(LateBearer),
  /** the actor's own office and organisation: nobody calls themselves */
  own: z.array(LateBearer),
  /** of all of them */
  late: z.int(),
  can: z.object({ call: z.boolean(), remind: z.boolean() }),
});
export type LateList = z.infer<typeof LateList>;

export const NotBegun = z.object({
  programmeId: id,
  programmeTitle: z.string(),
  measureId: id,
  measureNumber: z.string(),
  measureTitle: z.string(),
  occurrenceKey: z.string(),
  occurrence: z.string(),
  dueOn: day,
  bearers: z.int(),
  parties: z.array(z.object({ name: z.string(), leading: z.boolean() })),
  remindedOn: day.nullable(),
  can: z.object({ remind: z.boolean() }),
});
export type NotBegun = z.infer<typeof NotBegun>;

export const TerritoryHome = z.object({
  today: day,
  /** the zone of the municipality, by which the days of instants are told */
  zone: z.string(),
  month: PeriodSeen,
  monthFigure: Figure,
  daysLeft: z.int(),
  late: LateList,
  allLateAreSchools: z.boolean(),
  notBegun: z.array(NotBegun),
  programmes: z.array(ProgrammeFigures),
  can: z.object({ review: z.boolean(), call: z.boolean() }),
});
export type TerritoryHome = z.infer<typeof TerritoryHome>;

export const RegionHome = z.object({
  region: z.object({ id, name: z.string() }),
  territories: z.array(
    z.object({
      id,
      name: z.string(),
      today: day,
      programmes: z.int(),
      bearers: z.int(),
      lateBearers: z.int(),
      figure: Figure,
      month: PeriodSeen,
      monthFigure: Figure,
    }),
  ),
});
export type RegionHome = z.infer<typeof RegionHome>;

export const RecordCall = z.object({ territoryId: id, organisationId: id, note: prose(1000) });
export const CallsQuery = z.object({ territoryId: id, organisationId: id });
export const Call = z.object({ id, at: z.string(), on: day, by: z.string(), note: z.string() });
export type Call = z.infer<typeof Call>;

export const Remind = z.object({ territoryId: id, measureId: id, occurrenceKey: z.string().min(1).max(40) });
export const Reminded = z.object({ people: z.int() });
