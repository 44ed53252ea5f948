import { z } from "zod";
import { id, localDateField } from "#shared/atoms.ts";
import { ImportSettings } from "./contract.ts";
import { ReviewDoubt } from "./doubts.ts";
import { LIKENESSES } from "./likeness.ts";
import { OtherTable } from "./other-tables.ts";
import { PaperTable } from "./paper.ts";
import { ReviewRow } from "./review-row.ts";
import { TableEdit } from "./table-edits.ts";

export const IMPORT_STATUSES = ["reading", "review", "approved", "failed", "cancelled"] as const;

const MadeProgramme = z.object({ id, title: z.string() });

/** A line of the list of imports. */
export const ImportItem = z.object({
  id,
  name: z.string(),
  status: z.enum(IMPORT_STATUSES),
  /** why it was not read, ready to show */
  problem: z.string().nullable(),
  /** the day in the territory's zone */
  createdOn: localDateField,
  createdBy: z.string(),
  isMine: z.boolean(),
  programme: MadeProgramme.nullable(),
  /** the programme in force that it amends */
  amends: MadeProgramme.nullable(),
});
export type ImportItem = z.infer<typeof ImportItem>;

export const ImportList = z.object({
  items: z.array(ImportItem),
  total: z.number(),
  page: z.number(),
  can: z.object({ start: z.boolean() }),
});
export type ImportList = z.infer<typeof ImportList>;

export const Review = z.object({
  settings: ImportSettings,
  rows: z.array(ReviewRow),
  doubts: z.array(ReviewDoubt),
  /** remarks that belong to no row */
  notes: z.array(z.string()),
  /** sections of text that go into the passport */
  texts: z.number(),
  /** what was said of tables, columns and rows, as it is in force */
  edits: z.array(TableEdit),
  canUndo: z.boolean(),
});
export type Review = z.infer<typeof Review>;

/** One import: where it stands, what was asked and answered. The document comes apart: no answer changes it, an edit of its tables alone. */
export const ImportView = ImportItem.extend({
  territoryId: id,
  ownerOrganisationId: id.nullable(),
  fileId: id.nullable(),
  stage: z.string(),
  version: z.number(),
  /** earlier imports of the very same file, then of files with a like name, newest first */
  duplicates: z.array(ImportItem.extend({ likeness: z.enum(LIKENESSES) })),
  review: Review.nullable(),
  can: z.object({ decide: z.boolean(), remember: z.boolean() }),
});
export type ImportView = z.infer<typeof ImportView>;

/** The document's tables as paper, its texts by heading, and the organisations that its names may mean. */
export const ImportDocument = z.object({
  tables: z.array(PaperTable),
  /** the tables that are no plans */
  others: z.array(OtherTable),
  texts: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
  /** open organisations of the district, to choose whom a name means */
  organisations: z.array(z.object({ id, name: z.string() })),
});
export type ImportDocument = z.infer<typeof ImportDocument>;
