import { z } from "zod";
import { id, line, prose, version } from "#shared/atoms.ts";
import { Audience } from "#features/places/model/audience.ts";
import { AccountMoments, Cadence } from "./cadence.ts";
import { AGGREGATIONS, PARTS } from "./roadmap-draft.ts";

const number = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .pipe(z.string().max(40, "Номер не длиннее 40 знаков."));

/** `id` of a party or a planned value that stands already; without it a new one is made. */
export const PartyForm = z.object({
  id: id.optional(),
  name: line(400, "Назовите исполнителя."),
  part: z.enum(PARTS),
  audience: Audience.nullable(),
});
export type PartyForm = z.infer<typeof PartyForm>;

export const PlannedValueForm = z.object({
  id: id.optional(),
  label: prose(1000),
  unit: z.enum(["count", "percent"]),
  aggregation: z.enum(AGGREGATIONS),
  subGroup: prose(300),
  totalText: prose(300),
  totalValue: z.number().nullable(),
  years: z
    .array(
      z.object({
        year: z.int().min(2000).max(2100),
        text: prose(300),
        value: z.number().nullable(),
        atLeast: z.boolean(),
      }),
    )
    .max(40),
});
export type PlannedValueForm = z.infer<typeof PlannedValueForm>;

const FIELDS = {
  number,
  title: line(4000, "Напишите, что нужно сделать."),
  level: prose(200),
  dueText: prose(2000),
  /** the term as understood, or as a person decided */
  cadence: Cadence,
  result: prose(4000),
  reportDocument: prose(2000),
  responsibleText: prose(2000),
  participantsText: prose(2000),
  reporting: z.enum(["each", "first"]),
  /** null: as the programme says */
  accountMoments: AccountMoments.nullable(),
  parties: z.array(PartyForm).max(100),
  plannedValues: z.array(PlannedValueForm).max(40),
  paperIds: z.array(id).max(100),
};

export const AddMeasure = z.object({
  roadmapId: id,
  sectionId: id.nullable(),
  ...FIELDS,
  number: number.default(""),
  level: FIELDS.level.default(""),
  dueText: FIELDS.dueText.default(""),
  cadence: FIELDS.cadence.default([]),
  result: FIELDS.result.default(""),
  reportDocument: FIELDS.reportDocument.default(""),
  responsibleText: FIELDS.responsibleText.default(""),
  participantsText: FIELDS.participantsText.default(""),
  reporting: FIELDS.reporting.default("each"),
  accountMoments: FIELDS.accountMoments.default(null),
  parties: FIELDS.parties.default([]),
  plannedValues: FIELDS.plannedValues.default([]),
  paperIds: FIELDS.paperIds.default([]),
});
export type AddMeasure = z.infer<typeof AddMeasure>;

/** Changes of a measure: only the fields given; lists are given whole. */
export const EditMeasure = z.object(FIELDS).partial().extend({ version });
export type EditMeasure = z.infer<typeof EditMeasure>;

export const AddRoadmap = z.object({ title: line(1000, "Назовите дорожную карту.") });
export const EditRoadmap = z.object({ version, title: line(1000, "Назовите дорожную карту.") });

export const AddSection = z.object({
  roadmapId: id,
  parentId: id.nullable().default(null),
  number: number.default(""),
  title: line(1000, "Назовите раздел."),
});
export const EditSection = z.object({
  version,
  number: number.optional(),
  title: line(1000, "Назовите раздел.").optional(),
});

/** Where a section or a measure goes: into which parent, and before which sibling (null: to the end). */
export const MoveSection = z.object({ version, parentId: id.nullable(), beforeId: id.nullable() });
export const MoveMeasure = z.object({ version, roadmapId: id, sectionId: id.nullable(), beforeId: id.nullable() });

export const Closing = z.object({ version, closed: z.boolean() });
