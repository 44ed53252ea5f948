import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { ReportRow } from "./contract.ts";

export const HISTORY_STATES = ["submitted", "returned", "accepted"] as const;

export const HistoryQuery = z.object({
  territoryId: id,
  organisationId: id,
  programmeId: id.optional(),
  /** the year in which the report was sent the last time */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** `mended`: sent back at least once, however it stands now */
  state: z.enum([...HISTORY_STATES, "mended", "all"]).default("all"),
  view: z.enum(["page", "whole"]).default("page"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** What became of the reports of one year. */
export const HistoryYear = z.object({
  year: z.number(),
  sent: z.number(),
  accepted: z.number(),
  /** wait for the checker */
  waiting: z.number(),
  /** stand returned now */
  returned: z.number(),
  /** of all that were sent: those that came back at least once */
  mended: z.number(),
});
export type HistoryYear = z.infer<typeof HistoryYear>;

/** The reports an organisation has sent, newest first, with the figures of each year and the programmes there are to choose from. */
export const ReportHistory = z.object({
  today: z.string(),
  years: z.array(HistoryYear),
  programmes: z.array(z.object({ id, title: z.string() })),
  rows: z.array(ReportRow.extend({ mended: z.boolean() })),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
});
export type ReportHistory = z.infer<typeof ReportHistory>;
