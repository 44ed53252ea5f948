import { z } from "zod";
import { id } from "#shared/atoms.ts";

export const FORMATS = ["docx", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

export const ReportParams = z.object({ territoryId: id, programmeId: id, format: z.enum(FORMATS) });

export const ReportQuery = z.object({
  /** one roadmap; all of the programme's without it, a table each */
  roadmapId: id.optional(),
  /** the name of a period (`progress/model/period.ts`); the whole programme without it */
  period: z.string().max(40).optional(),
});
