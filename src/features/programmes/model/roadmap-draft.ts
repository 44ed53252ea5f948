import { z } from "zod";
import { Audience } from "#features/places/model/audience.ts";
import { AccountMoments, Cadence } from "./cadence.ts";

/** A whole roadmap ready to be written at once: what an import or a template hands to the programme. */
export const PARTS = ["accountable", "assignee", "coAssignee", "participant"] as const;
export type Part = (typeof PARTS)[number];

export const AGGREGATIONS = ["eachYear", "sum", "atLeast", "share"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const PartyDraft = z.object({
  name: z.string().min(1).max(400),
  part: z.enum(PARTS),
  audience: Audience.nullable(),
});
export type PartyDraft = z.infer<typeof PartyDraft>;

export const PlannedValueDraft = z.object({
  label: z.string().max(1000),
  unit: z.enum(["count", "percent"]),
  aggregation: z.enum(AGGREGATIONS),
  subGroup: z.string().max(300),
  totalText: z.string().max(300),
  totalValue: z.number().nullable(),
  years: z.array(
    z.object({
      year: z.int().min(2000).max(2100),
      text: z.string().max(300),
      value: z.number().nullable(),
      atLeast: z.boolean(),
    }),
  ),
});
export type PlannedValueDraft = z.infer<typeof PlannedValueDraft>;

export const MeasureDraft = z.object({
  number: z.string().max(40),
  title: z.string().min(1).max(4000),
  /** matrix documents: whose column the measure stood in («ОО», «МОУО», «ТО»); empty elsewhere */
  level: z.string().max(200),
  dueText: z.string().max(2000),
  cadence: Cadence,
  result: z.string().max(4000),
  reportDocument: z.string().max(2000),
  responsibleText: z.string().max(2000),
  participantsText: z.string().max(2000),
  /** each bearer reports, or the first named reports once for all */
  reporting: z.enum(["each", "first"]),
  accountMoments: AccountMoments.nullable(),
  parties: z.array(PartyDraft),
  plannedValues: z.array(PlannedValueDraft),
  /** addresses of the source cells, as the reading gives them */
  source: z.unknown(),
});
export type MeasureDraft = z.infer<typeof MeasureDraft>;

export interface SectionDraft {
  readonly number: string;
  readonly title: string;
  readonly source: unknown;
  readonly sections: readonly SectionDraft[];
  readonly measures: readonly MeasureDraft[];
}

export interface RoadmapDraft {
  readonly title: string;
  /** the document's own column heads, for the report on paper */
  readonly columns: readonly string[];
  readonly importId: string | null;
  readonly sections: readonly SectionDraft[];
  /** measures that stand outside any section, before the first one */
  readonly measures: readonly MeasureDraft[];
}
