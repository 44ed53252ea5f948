import type { Route } from "#platform/http/route.ts";
import { CadenceQuery, ProgrammeCadence } from "../model/cadence.ts";
import { ProgrammeParams } from "../model/contract.ts";
import { PeriodSummary, SummaryQuery } from "../model/period-summary.ts";
import { cadenceSheet } from "./cadence-sheet.ts";
import { readCadence } from "./cadence.ts";
import { readPeriodSummary } from "./period-summary.ts";
import { HISTORY, read, ROWS } from "./read-route.ts";
import { summarySheet } from "./summary-sheet.ts";

const TOUCHES = [...ROWS, ...HISTORY, "roadmap", "section", "school_calendar"];

/** What came of periods, of one programme or of all, beside other periods; how often what recurs was kept. */
export const summaryRoutes: readonly Route[] = [
  read({
    path: "/api/progress/summary",
    action: "progress.summary",
    summary:
      "What came of a period's obligations as they stood at its end, beside another period where one is asked for",
    query: SummaryQuery,
    reply: PeriodSummary,
    touches: TOUCHES,
    handle: readPeriodSummary,
  }),
  read({
    path: "/api/progress/summary.xlsx",
    action: "progress.summary-sheet",
    summary: "What came of a period's obligations as a workbook",
    query: SummaryQuery,
    touches: TOUCHES,
    handle: summarySheet,
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId/cadence",
    action: "progress.cadence",
    summary: "How often each recurring measure of a programme was kept",
    params: ProgrammeParams,
    query: CadenceQuery,
    reply: ProgrammeCadence,
    touches: TOUCHES,
    handle: readCadence,
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId/cadence.xlsx",
    action: "progress.cadence-sheet",
    summary: "How often each recurring measure of a programme was kept, as a workbook",
    params: ProgrammeParams,
    query: CadenceQuery,
    touches: TOUCHES,
    handle: cadenceSheet,
  }),
];
