import { z } from "zod";
import { ChosenRow, chosenRows, RefusedRow } from "#shared/each-row.ts";
import { id, localDateField, prose, version } from "#shared/atoms.ts";
import { StoredFile } from "#features/files/model/contract.ts";
import { PlannedValueOfYear } from "#features/obligations/model/contract.ts";
import { notNumberWords } from "./completeness.ts";
import { REPORT_STATES } from "./lifecycle.ts";

export const ReportParams = z.object({ territoryId: id, reportId: id });

/** the sentence repeats what came instead of a number, so that it can be found in the form */
const amount = z
  .number({ error: ({ input }) => (typeof input === "string" ? notNumberWords(input) : "Укажите число цифрами.") })
  .min(0, "Число не бывает меньше нуля.")
  .max(1_000_000_000, "Слишком большое число: проверьте, нет ли лишних цифр.");

const Link = z
  .string()
  .trim()
  .max(2000, "Ссылка слишком длинная.")
  .regex(/^https?:\/\/[^\s]+\.[^\s]+$/u, "Это не похоже на адрес страницы. Скопируйте его из браузера целиком.");

export const EvidenceInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("file"), fileId: id }),
  z.object({ kind: z.literal("paper"), paperId: id }),
  z.object({ kind: z.literal("link"), url: Link }),
]);
export type EvidenceInput = z.infer<typeof EvidenceInput>;

/** An earlier report whose words were taken; `confirmed` once its writer changed them or said that they hold now too. */
const BasedOn = z.object({ reportId: id, confirmed: z.boolean() });

export const ReportContent = z.object({
  kind: z.enum(["done", "notApplicable"]),
  text: prose(8000),
  doneOn: localDateField.nullable(),
  /** why it does not apply */
  reason: prose(2000),
  obligationIds: z.array(id).min(1).max(60),
  values: z
    .array(
      z.object({
        obligationId: id,
        plannedValueId: id,
        /** the year of the plan that the fact stands beside */
        year: z.number().int().min(1990).max(2100),
        value: amount,
        denominator: amount.nullable(),
      }),
    )
    .max(200),
  evidence: z.array(EvidenceInput).max(30, "К отчёту прикладывают не больше 30 файлов и ссылок."),
  basedOn: BasedOn.nullable().optional(),
});
export type ReportContent = z.output<typeof ReportContent>;

export const CreateReport = z.object({ territoryId: id, content: ReportContent });
export const WriteReport = z.object({ version, content: ReportContent });
export const ReturnReport = z.object({
  version,
  remark: prose(4000),
  /** saved remarks that it was made of: the list is ordered by their use */
  remarkIds: z.array(id).max(20).default([]),
});
export const StepOnly = z.object({ version });

/** Reports chosen in the queue. */
export const StepMany = z.object({ territoryId: id, rows: chosenRows(ChosenRow) });
export const SteppedMany = z.object({ done: z.array(ChosenRow), refused: z.array(RefusedRow) });
export type SteppedMany = z.infer<typeof SteppedMany>;

export const QueueQuery = z.object({
  territoryId: id,
  organisationId: id.optional(),
  programmeId: id.optional(),
  /** `toReview`: submitted and waiting for me */
  state: z.enum([...REPORT_STATES, "toReview", "all"]).default("all"),
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const EvidenceView = z.object({
  kind: z.enum(["file", "paper", "link"]),
  fileId: id.nullable(),
  paperId: id.nullable(),
  url: z.string().nullable(),
  /** name of the file, title of the paper, or the address */
  name: z.string(),
  bytes: z.number().nullable(),
  /** of a file: what it is, and whether it may be opened now */
  file: StoredFile.nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** An order has changed the measure since the report was sent. */
const Amended = z.object({
  /** it is in the document no more */
  removed: z.boolean(),
  /** how it is called now */
  measureNumber: z.string(),
  measureTitle: z.string(),
  order: z.string().nullable(),
  /** the redaction it was sent under, and the one that changed it */
  before: id,
  after: id,
});

export const ReportedObligation = z.object({
  id,
  programmeId: id,
  programmeTitle: z.string(),
  measureId: id,
  /** once sent, as it was worded then; until then as it is */
  measureNumber: z.string(),
  measureTitle: z.string(),
  amended: Amended.nullable(),
  occurrence: z.string(),
  dueOn: z.string(),
  late: z.boolean(),
  planIsShared: z.boolean(),
  plannedValues: z.array(PlannedValueOfYear),
});

export const ReportView = z.object({
  id,
  territoryId: id,
  version: z.number(),
  state: z.enum(REPORT_STATES),
  kind: z.enum(["done", "notApplicable"]),
  text: z.string(),
  doneOn: z.string().nullable(),
  reason: z.string(),
  remark: z.string(),
  bearerName: z.string(),
  /** null: it is not answered by an organisation */
  bearerOrganisationId: id.nullable(),
  /** whose own programme it is for, with its own list of saved remarks; null: the territory's */
  ownerOrganisationId: id.nullable(),
  /** its measure stands still: nothing is written in it until it is resumed */
  paused: z.boolean(),
  obligations: z.array(ReportedObligation),
  values: z.array(
    z.object({
      obligationId: id,
      plannedValueId: id,
      year: z.number(),
      value: z.number(),
      denominator: z.number().nullable(),
    }),
  ),
  evidence: z.array(EvidenceView),
  /** the earlier report it was begun from, named by the days that one answered */
  basedOn: BasedOn.extend({ occurrence: z.string() }).nullable(),
  authorName: z.string(),
  deciderName: z.string().nullable(),
  checkers: z.array(z.string()),
  savedAt: z.string(),
  submittedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  steps: z.array(
    z.object({
      step: z.enum(["submit", "withdraw", "return", "accept", "reopen", "delegate"]),
      personName: z.string(),
      at: z.string(),
      remark: z.string(),
    }),
  ),
  can: z.object({
    save: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    return: z.boolean(),
    accept: z.boolean(),
    reopen: z.boolean(),
  }),
});
export type ReportView = z.infer<typeof ReportView>;

export const ReportRow = z.object({
  id,
  territoryId: id,
  state: z.enum(REPORT_STATES),
  kind: z.enum(["done", "notApplicable"]),
  bearerName: z.string(),
  title: z.string(),
  measureNumber: z.string(),
  /** the period its first obligation is named by, «октябрь 2021»; null where its days alone tell it */
  period: z.string().nullable(),
  programmeId: id,
  programmeTitle: z.string(),
  /** the earliest due day it answers */
  dueOn: z.string(),
  obligations: z.number(),
  authorName: z.string(),
  savedAt: z.string(),
  submittedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  version: z.number(),
  canDecide: z.boolean(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const ReportList = z.object({
  rows: z.array(ReportRow),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
});
export type ReportList = z.infer<typeof ReportList>;
