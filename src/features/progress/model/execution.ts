import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { YEAR_KINDS } from "#features/programmes/model/words.ts";
import { PeriodSeen } from "./contract.ts";
import { Figure } from "./figure.ts";
import { PLANNINGS } from "./planning.ts";

export const ExecutionQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** of this section and those inside it */
  sectionId: id.optional(),
  /** of one bearer, by its key: its rows are sections and measures, not bearers */
  bearer: z.string().max(200).optional(),
});

/** A row of the heat map: a bearer, or where one bearer is asked for a section with those inside it, or a measure outside of these. */
const ExecutionRow = z.object({
  kind: z.enum(["bearer", "section", "measure"]),
  /** of a bearer its key, of the others their id */
  key: z.string(),
  organisationId: id.nullable(),
  name: z.string(),
  cells: z.array(Figure),
  total: Figure,
});

export const Execution = z.object({
  today: z.string(),
  yearKind: z.enum(YEAR_KINDS),
  years: z.array(z.int()),
  year: z.int(),
  months: z.array(PeriodSeen),
  rows: z.array(ExecutionRow),
  /** what the rows are narrowed to */
  section: z.object({ id, parentId: id.nullable(), name: z.string() }).nullable(),
  bearer: z.object({ key: z.string(), name: z.string() }).nullable(),
  foot: z.object({ cells: z.array(Figure), total: Figure }),
  /** outside this year: a calm year does not hide them */
  lateInOtherYears: z.int(),
  isWhole: z.boolean(),
  planning: z.enum(PLANNINGS),
});
export type Execution = z.infer<typeof Execution>;
