import { z } from "zod";
import { ChosenRow, chosenRows, RefusedRow } from "#shared/each-row.ts";
import { id, line, localDateField, version } from "#shared/atoms.ts";
import { ORGANISATION_KINDS } from "#features/places/model/words.ts";
import { PauseSeen } from "#features/programmes/model/pause.ts";
import { YEAR_KINDS } from "#features/programmes/model/words.ts";
import { OBLIGATION_STATES } from "./state.ts";

export const ObligationParams = z.object({ territoryId: id, obligationId: id });

export const ListQuery = z.object({
  territoryId: id,
  organisationId: id.optional(),
  programmeId: id.optional(),
  measureId: id.optional(),
  sectionId: id.optional(),
  state: z.enum(OBLIGATION_STATES).optional(),
  /** due days, both included */
  from: localDateField.optional(),
  to: localDateField.optional(),
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const AttachedQuery = z.object({ territoryId: id });

/** Without an organisation: what the person's own place at the territory owes. */
export const HomeQuery = z.object({ territoryId: id, organisationId: id.optional() });

/** A month by its name, «2026-10»; today's where it names none. */
export const MonthQuery = HomeQuery.extend({ month: z.string().max(20).default("") });

export const MoveDue = z.object({
  version,
  dueOn: localDateField,
  reason: line(1000, "Напишите, почему срок переносится: это увидит организация."),
});
/** Several at once, each to its own day. */
export const MoveMany = z.object({
  territoryId: id,
  reason: MoveDue.shape.reason,
  rows: chosenRows(ChosenRow.extend({ dueOn: localDateField, byHand: z.boolean().default(true) })),
});
export const MovedMany = z.object({
  /** the days they had */
  done: z.array(ChosenRow.extend({ dueOn: z.string(), byHand: z.boolean() })),
  refused: z.array(RefusedRow),
});
export type MovedMany = z.infer<typeof MovedMany>;

/** Several handed over to another bearer at once. */
export const ReassignMany = z.object({
  territoryId: id,
  bearer: z.object({ kind: z.enum(["organisation", "person"]), id }),
  reason: line(1000, "Напишите, почему передаётся: это увидят обе стороны."),
  rows: chosenRows(ChosenRow),
});
export const ReassignedMany = z.object({
  /** `newId`: the obligation of the new bearer, `version` is of it */
  done: z.array(z.object({ id, newId: id, version: z.number() })),
  refused: z.array(RefusedRow),
});
export type ReassignedMany = z.infer<typeof ReassignedMany>;
/** Handings over taken back: rows of the new bearers, as `ReassignedMany` named them. */
export const UndoReassign = z.object({ territoryId: id, rows: chosenRows(ChosenRow) });
export const UndoneReassign = z.object({
  /** rows of the bearers before, which stand again */
  done: z.array(z.object({ id })),
  refused: z.array(RefusedRow),
});
export type UndoneReassign = z.infer<typeof UndoneReassign>;

export const Delegate = z.object({ version, personId: id.nullable() });

const day = z.string();

export const ReportOfRow = z.object({
  id,
  state: z.enum(["draft", "submitted", "returned", "accepted"]),
  kind: z.enum(["done", "notApplicable"]),
  authorName: z.string().nullable(),
  savedAt: z.string(),
  submittedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  deciderName: z.string().nullable(),
  remark: z.string(),
});

export const ObligationRow = z.object({
  id,
  territoryId: id,
  programmeId: id,
  programmeTitle: z.string(),
  measureId: id,
  measureNumber: z.string(),
  measureTitle: z.string(),
  bearer: z.object({
    kind: z.enum(["organisation", "person", "community", "territory"]),
    organisationId: id.nullable(),
    organisationKind: z.enum(ORGANISATION_KINDS).nullable(),
    name: z.string(),
  }),
  part: z.enum(["accountable", "assignee", "coAssignee"]),
  occurrence: z.string(),
  /** the period an occurrence is named by, «октябрь 2021»; null where its days alone tell it */
  period: z.string().nullable(),
  opensOn: day,
  dueOn: day,
  dueMoved: z.boolean(),
  required: z.number(),
  delegatedTo: z.object({ id, name: z.string() }).nullable(),
  closed: z.boolean(),
  /** a stored code or a person's own words: `closeReasonInWords` tells either */
  closeReason: z.string().nullable(),
  state: z.enum(OBLIGATION_STATES),
  report: ReportOfRow.nullable(),
  version: z.number(),
  can: z.object({ report: z.boolean(), delegate: z.boolean(), moveDue: z.boolean() }),
});
export type ObligationRow = z.infer<typeof ObligationRow>;

export const ObligationList = z.object({
  rows: z.array(ObligationRow),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
});
export type ObligationList = z.infer<typeof ObligationList>;

export const SchoolHome = z.object({
  today: day,
  /** the zone of the municipality, by which the days of instants are told */
  zone: z.string(),
  /** the Sunday of this week */
  weekEnds: day,
  late: z.array(ObligationRow),
  week: z.array(ObligationRow),
  soon: z.array(ObligationRow),
  /** the rest up to the end of the year or of the school year */
  later: z.array(ObligationRow),
  laterUntil: z.enum(["year", "schoolYear"]),
  returned: z.array(ObligationRow),
  submitted: z.array(ObligationRow),
  /** asked again once resumed */
  paused: z.array(ObligationRow),
  /** whether anything was ever asked here: owed, reported or accepted */
  everAsked: z.boolean(),
  /** the nearest due day beyond all of these */
  next: ObligationRow.nullable(),
});
export type SchoolHome = z.infer<typeof SchoolHome>;

/** The month shown: its neighbours' days beside it are empty, so that the sheet, the list and the figures over them say the same. */
export const OwnMonth = z.object({
  today: day,
  month: z.string(),
  rows: z.array(ObligationRow),
  /** of an empty month: the first due day after it, or the last before where there is none; null of one that is not empty */
  nearest: day.nullable(),
  /** school holidays as the municipality has set them, of the days shown; both ends included */
  schoolHolidays: z.array(z.object({ from: day, to: day })),
});
export type OwnMonth = z.infer<typeof OwnMonth>;

/** What the organisations owe that a curator is attached to. */
export const AttachedHome = z.object({
  today: day,
  organisations: z.array(
    z.object({
      id,
      name: z.string(),
      late: z.array(ObligationRow),
      returned: z.array(ObligationRow),
      /** due by Sunday */
      week: z.array(ObligationRow),
      /** due within the next month */
      soon: z.array(ObligationRow),
      /** how many reports wait for the checker */
      submitted: z.number(),
    }),
  ),
});
export type AttachedHome = z.infer<typeof AttachedHome>;

export const PlannedValueOfYear = z.object({
  id,
  year: z.number(),
  yearKind: z.enum(YEAR_KINDS),
  label: z.string(),
  subGroup: z.string(),
  unit: z.enum(["count", "percent"]),
  aggregation: z.enum(["eachYear", "sum", "atLeast", "share"]),
  /** as printed for the year: «10», «не менее 80 %»; empty where the document prints none */
  text: z.string(),
  value: z.number().nullable(),
  atLeast: z.boolean(),
});
export type PlannedValueOfYear = z.infer<typeof PlannedValueOfYear>;

const Beside = z.object({
  id,
  measureNumber: z.string(),
  measureTitle: z.string(),
  programmeTitle: z.string(),
  period: z.string().nullable(),
  dueOn: day,
});

/** Everything the report form says about what is owed. */
export const ObligationCard = ObligationRow.extend({
  programmeName: z.string(),
  programmeYears: z.string(),
  dueText: z.string(),
  result: z.string(),
  reportDocument: z.string(),
  /** the plan is the whole territory's, this bearer is one of several */
  planIsShared: z.boolean(),
  plannedValues: z.array(PlannedValueOfYear),
  checkers: z.array(z.string()),
  /** the pause that it stands under, or that is to come */
  pause: z.object({ from: day, reason: z.string(), ofProgramme: z.boolean() }).nullable(),
  lastTime: z.object({ reportId: id, acceptedOn: day }).nullable(),
  /** the last answer of the same bearer on the same measure, with whose words a new one may begin */
  basis: z.object({ reportId: id, occurrence: z.string() }).nullable(),
  /** open obligations of the same bearer that the same report may answer */
  others: z.array(Beside),
  /** open obligations of the same bearer that cannot be added: each has a report of its own, begun and not sent */
  begun: z.array(Beside),
});
export type ObligationCard = z.infer<typeof ObligationCard>;

/** The pause as it ended, and how many due days passed unanswered while it stood. */
export const Resumed = z.object({ pause: PauseSeen, late: z.int() });
export type Resumed = z.infer<typeof Resumed>;

export const Colleague = z.object({ id, name: z.string(), position: z.string() });
export type Colleague = z.infer<typeof Colleague>;

export const Counts = z.object({ due: z.number(), review: z.number(), notices: z.number() });
export type Counts = z.infer<typeof Counts>;
