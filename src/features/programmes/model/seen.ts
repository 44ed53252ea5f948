import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { PaperSeen } from "#features/papers/model/contract.ts";
import { Audience } from "#features/places/model/audience.ts";
import { AccountMoments, Cadence } from "./cadence.ts";
import { STEPS } from "./lifecycle.ts";
import { PauseSeen } from "./pause.ts";
import { PassportSection } from "./programme-form.ts";
import { AGGREGATIONS, PARTS } from "./roadmap-draft.ts";
import { ProgrammeFactsSeen } from "./facts-seen.ts";
import { STATUSES, YEAR_KINDS } from "./words.ts";

const day = z.string();

export const ProgrammeParams = z.object({ territoryId: id, programmeId: id });

export const ProgrammeListQuery = z.object({
  /** of a region: its municipalities' programmes too */
  territoryId: id,
  /** an organisation's view: its own programmes and those of the territory */
  organisationId: id.optional(),
  q: z.string().max(200).default(""),
  status: z.enum([...STATUSES, "all"]).default("all"),
  owner: z.enum(["all", "territory", "organisation"]).default("all"),
  /** whole: every row at once, for paper and workbooks */
  view: z.enum(["page", "whole"]).default("page"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const ProgrammeRow = z.object({
  id,
  territoryId: id,
  territoryName: z.string(),
  territoryKind: z.enum(["region", "municipality"]),
  title: z.string(),
  shortTitle: z.string(),
  status: z.enum(STATUSES),
  startsOn: day,
  endsOn: day,
  yearKind: z.enum(YEAR_KINDS),
  owner: z.object({ id, name: z.string() }).nullable(),
  officer: z.object({ id, name: z.string() }).nullable(),
  measures: z.int(),
});
export type ProgrammeRow = z.infer<typeof ProgrammeRow>;

export const ProgrammeList = z.object({
  items: z.array(ProgrammeRow),
  total: z.int(),
  can: z.object({ create: z.boolean() }),
});
export type ProgrammeList = z.infer<typeof ProgrammeList>;

export const ProgrammePage = z.object({
  id,
  territoryId: id,
  version: z.int(),
  title: z.string(),
  shortTitle: z.string(),
  status: z.enum(STATUSES),
  startsOn: day,
  endsOn: day,
  yearKind: z.enum(YEAR_KINDS),
  goal: z.string(),
  tasks: z.array(z.string()),
  passport: z.array(PassportSection),
  accountMoments: AccountMoments,
  owner: z.object({ id, name: z.string() }).nullable(),
  officer: z.object({ id, name: z.string() }).nullable(),
  /** the directive it was approved by */
  paper: z.object({ id, name: z.string() }).nullable(),
  /** the redaction in force today, where an order has amended it */
  redaction: z.object({ id, name: z.string() }).nullable(),
  approvedAt: z.string().nullable(),
  /** open measures */
  measures: z.int(),
  /** codes and names of its parties, the most frequent first */
  parties: z.array(z.string()),
  today: day,
  /** of the whole programme, the latest first */
  pauses: z.array(PauseSeen),
  /** stands still today: open for reading */
  paused: z.boolean(),
  can: z.object({ edit: z.boolean(), lead: z.boolean(), pause: z.boolean(), steps: z.array(z.enum(STEPS)) }),
});
export type ProgrammePage = z.infer<typeof ProgrammePage>;

export const PartySeen = z.object({
  id,
  name: z.string(),
  part: z.enum(PARTS),
  audience: Audience.nullable(),
});
export type PartySeen = z.infer<typeof PartySeen>;

export const PlannedValueSeen = z.object({
  id,
  label: z.string(),
  unit: z.enum(["count", "percent"]),
  aggregation: z.enum(AGGREGATIONS),
  subGroup: z.string(),
  totalText: z.string(),
  totalValue: z.number().nullable(),
  years: z.array(z.object({ year: z.int(), text: z.string(), value: z.number().nullable(), atLeast: z.boolean() })),
});
export type PlannedValueSeen = z.infer<typeof PlannedValueSeen>;

export const MeasureSeen = z.object({
  id,
  version: z.int(),
  roadmapId: id,
  sectionId: id.nullable(),
  number: z.string(),
  title: z.string(),
  level: z.string(),
  dueText: z.string(),
  cadence: Cadence,
  result: z.string(),
  reportDocument: z.string(),
  responsibleText: z.string(),
  participantsText: z.string(),
  reporting: z.enum(["each", "first"]),
  accountMoments: AccountMoments.nullable(),
  closed: z.boolean(),
  parties: z.array(PartySeen),
  plannedValues: z.array(PlannedValueSeen),
  paperIds: z.array(id),
  /** the first due day from today on; null where none is left */
  nextDueOn: day.nullable(),
  /** the term gives no dates and nobody has decided it */
  unclear: z.boolean(),
});
export type MeasureSeen = z.infer<typeof MeasureSeen>;

export const SectionSeen = z.object({
  id,
  version: z.int(),
  parentId: id.nullable(),
  number: z.string(),
  title: z.string(),
  closed: z.boolean(),
});
export type SectionSeen = z.infer<typeof SectionSeen>;

export const RoadmapSeen = z.object({
  id,
  version: z.int(),
  title: z.string(),
  closed: z.boolean(),
  /** in order among their siblings, as the measures: `outlineOf` makes the tree */
  sections: z.array(SectionSeen),
  measures: z.array(MeasureSeen),
});
export type RoadmapSeen = z.infer<typeof RoadmapSeen>;

export const ProgrammeTable = z.object({
  roadmaps: z.array(RoadmapSeen),
  years: z.array(z.int()),
  /** the year of today among them, calendar or school as the programme counts */
  currentYear: z.int(),
  today: day,
  facts: ProgrammeFactsSeen.optional(),
  can: z.object({ edit: z.boolean() }),
});
export type ProgrammeTable = z.infer<typeof ProgrammeTable>;

export const MeasureParams = ProgrammeParams.extend({ measureId: id });

export const MeasurePage = z.object({
  measure: MeasureSeen,
  programme: z.object({
    id,
    territoryId: id,
    title: z.string(),
    status: z.enum(STATUSES),
    startsOn: day,
    endsOn: day,
    yearKind: z.enum(YEAR_KINDS),
    accountMoments: AccountMoments,
  }),
  roadmap: z.object({ id, title: z.string() }),
  /** sections it stands in, the outermost first */
  path: z.array(z.object({ id, number: z.string(), title: z.string() })),
  occurrences: z.array(z.object({ key: z.string(), from: day, dueOn: day, words: z.string(), required: z.int() })),
  /** whom each party means today, by the party's id; null where its name is not understood */
  bearers: z.record(
    z.string(),
    z.array(z.object({ kind: z.string(), id: id.nullable(), name: z.string() })).nullable(),
  ),
  papers: z.array(z.object({ id, name: z.string(), title: z.string() })),
  today: day,
  /** of the measure and of its whole programme, the latest first */
  pauses: z.array(PauseSeen),
  /** stands still today, by itself or with its programme */
  paused: z.boolean(),
  can: z.object({ edit: z.boolean(), pause: z.boolean() }),
});
export type MeasurePage = z.infer<typeof MeasurePage>;

/** The answer of every edit: what it made, and by which change it can be undone. */
export const Edited = z.object({
  id,
  label: z.string(),
  changeId: id.nullable(),
});
export type Edited = z.infer<typeof Edited>;

export const ProgrammeChoices = z.object({
  officers: z.array(z.object({ id, name: z.string(), position: z.string() })),
  organisations: z.array(z.object({ id, name: z.string(), kind: z.string() })),
  owners: z.array(z.object({ id: id.nullable(), name: z.string() })),
  /** what role codes mean in the district */
  codes: z.array(z.object({ code: z.string(), matchKey: z.string(), audience: Audience, own: z.boolean() })),
});
export type ProgrammeChoices = z.infer<typeof ProgrammeChoices>;

/** Papers that the programme rests on and its measures cite. */
export const ProgrammePapers = z.object({
  items: z.array(
    PaperSeen.extend({
      /** it is the directive of approval */
      approves: z.boolean(),
      measures: z.array(z.object({ id, name: z.string() })),
    }),
  ),
});
export type ProgrammePapers = z.infer<typeof ProgrammePapers>;
