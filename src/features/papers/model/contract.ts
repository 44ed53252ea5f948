import { z } from "zod";
import { id, line, localDateField, version } from "#shared/atoms.ts";
import { StoredFile } from "#features/files/model/contract.ts";
import { PAPER_KINDS } from "./words.ts";

/** What a person writes about a paper. A directive or minutes without a number or a day may be registered and completed later. */
export const PaperForm = z.object({
  kind: z.enum(PAPER_KINDS),
  number: z
    .string()
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/^№\s*/u, "")
        .trim(),
    )
    .pipe(z.string().max(60, "Номер не длиннее 60 знаков.")),
  datedOn: localDateField.nullable(),
  title: line(1000, "Напишите, о чём документ."),
  /** null: issued for the territory as a whole */
  issuerOrganisationId: id.nullable(),
  /** an uploaded file, or the one the paper has already */
  fileId: id.nullable(),
});
export type PaperForm = z.infer<typeof PaperForm>;

export const RegisterPaper = PaperForm.extend({ territoryId: id });
export type RegisterPaper = z.infer<typeof RegisterPaper>;

export const EditPaper = PaperForm.extend({ version });
export type EditPaper = z.infer<typeof EditPaper>;

export const PaperParams = z.object({ territoryId: id, paperId: id });

export const PaperListQuery = z.object({
  territoryId: id,
  q: z.string().max(200).default(""),
  kind: z.enum([...PAPER_KINDS, "all"]).default("all"),
  /** whole: every row at once, for paper and workbooks */
  view: z.enum(["page", "whole"]).default("page"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const PaperSeen = z.object({
  id,
  territoryId: id,
  kind: z.enum(PAPER_KINDS),
  number: z.string(),
  datedOn: z.string().nullable(),
  title: z.string(),
  issuerOrganisationId: id.nullable(),
  issuerName: z.string().nullable(),
  /** «Приказ УО от 18.12.2024 № 412» */
  name: z.string(),
  file: StoredFile.nullable(),
  version: z.int(),
});
export type PaperSeen = z.infer<typeof PaperSeen>;

export const PaperRow = PaperSeen.extend({ territoryName: z.string(), citations: z.int() });
export type PaperRow = z.infer<typeof PaperRow>;

export const PaperList = z.object({
  items: z.array(PaperRow),
  total: z.int(),
  /** organisations for which the reader may register a paper; null stands for the territory */
  issuers: z.array(z.object({ id: id.nullable(), name: z.string() })),
});
export type PaperList = z.infer<typeof PaperList>;

export const Citation = z.object({
  kind: z.enum(["programme", "measure", "report", "designation", "role"]),
  text: z.string(),
  /** the programme that a measure stands in */
  programme: z.string().optional(),
  /** address of the page; null where it is not open to the reader */
  link: z.string().nullable(),
});
export type Citation = z.infer<typeof Citation>;

export const PaperPage = PaperSeen.extend({
  citations: z.array(Citation),
  can: z.object({ edit: z.boolean() }),
  issuers: PaperList.shape.issuers,
});
export type PaperPage = z.infer<typeof PaperPage>;
