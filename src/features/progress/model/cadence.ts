import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { YEAR_KINDS } from "#features/programmes/model/words.ts";
import { CADENCE_UNITS } from "./cadence-kept.ts";
import { Bearer } from "./contract.ts";
import { OutcomeCounts } from "./outcome.ts";
import { PLANNINGS } from "./planning.ts";

const day = z.string();

export const CadenceQuery = z.object({
  /** the year of due days, of the calendar or of schools as the programme counts; all of them without it */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** whose obligations: a `bearer_key` */
  bearer: z.string().max(200).optional(),
  /** of the workbook: which view of the page it is; the measures without it */
  by: z.enum(["bearers"]).optional(),
});

const CadenceSlot = z.object({
  key: z.string(),
  words: z.string(),
  opensOn: day,
  /** the last due day among its bearers */
  dueOn: day,
  counts: OutcomeCounts,
  /** names of those who are late at it */
  late: z.array(z.string()),
});
export type CadenceSlot = z.infer<typeof CadenceSlot>;

const CadenceRow = z.object({
  measureId: id,
  number: z.string(),
  title: z.string(),
  /** «ОО», «МОУО»: whose instrument it is, where the document has levels */
  level: z.string(),
  /** the sections it stands in, the outermost first: «Преемственность: в технологиях обучения» */
  section: z.string(),
  /** the cadence as understood, else as printed */
  cadence: z.string(),
  unit: z.enum(CADENCE_UNITS),
  /** by due day */
  slots: z.array(CadenceSlot),
});
export type CadenceRow = z.infer<typeof CadenceRow>;

/** Measures that return by a cadence, each with its periods, in the order of the document. */
export const ProgrammeCadence = z.object({
  today: day,
  title: z.string(),
  isWhole: z.boolean(),
  planning: z.enum(PLANNINGS),
  yearKind: z.enum(YEAR_KINDS),
  years: z.array(z.int()),
  /** the due days counted; null: all */
  span: z.object({ from: day, to: day }).nullable(),
  rows: z.array(CadenceRow),
  /** measures that name no rhythm and are not counted here */
  without: z.int(),
  /** all who answer for these measures, whomever the rows are narrowed to */
  bearers: z.array(Bearer.extend({ counts: OutcomeCounts })),
});
export type ProgrammeCadence = z.infer<typeof ProgrammeCadence>;
