import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, type Route } from "#platform/http/route.ts";
import {
  Call,
  CallsQuery,
  LateList,
  LateQuery,
  MeasureParams,
  MeasureProgress,
  ProgrammeFiguresList,
  ProgrammeParams,
  ProgrammeProgress,
  ProgressQuery,
  RecordCall,
  RegionHome,
  Remind,
  Reminded,
  RowsList,
  TerritoryHome,
  TerritoryQuery,
} from "../model/contract.ts";
import { Execution, ExecutionQuery } from "../model/execution.ts";
import { PROGRESS_PROBLEMS } from "../model/problems.ts";
import { RowsFilter, RowsQuery } from "../model/rows-query.ts";
import { ProgrammeSchedule } from "../model/schedule.ts";
import { Standing, StandingQuery } from "../model/standing.ts";
import { listCalls, recordCall } from "./calls.ts";
import { readExecution } from "./execution.ts";
import { readTerritoryHome } from "./home.ts";
import { listLate } from "./late-list.ts";
import { HISTORY, read, ROWS } from "./read-route.ts";
import { listRows } from "./list-rows.ts";
import { readMeasureProgress } from "./measure-progress.ts";
import { listProgrammeFigures } from "./programme-figures.ts";
import { readProgrammeProgress } from "./programme-progress.ts";
import { readRegionHome } from "./region.ts";
import { remind } from "./remind.ts";
import { readSchedule } from "./schedule.ts";
import { summaryRoutes } from "./summary-routes.ts";
import { readStanding } from "./standing.ts";
import { executionSheet, lateSheet, rowsSheet, scheduleSheet } from "./sheets.ts";

const VALUES = [...ROWS, "planned_value", "planned_year", "report_value"];

/** How programmes go: figures, and the lists that every figure opens into. */
export const progressRoutes: readonly Route[] = [
  ...summaryRoutes,
  read({
    path: "/api/progress/home",
    action: "progress.home",
    summary: "A territory today: the month's plan, late ones, what nobody has begun, programmes",
    query: TerritoryQuery,
    reply: TerritoryHome,
    touches: [...ROWS, "phone_call", "journal", "measure_party", "role_assignment"],
    handle: readTerritoryHome,
  }),
  read({
    path: "/api/progress/region",
    action: "progress.region",
    summary: "Municipalities of a region side by side",
    query: TerritoryQuery,
    reply: RegionHome,
    touches: [...ROWS, "territory"],
    handle: readRegionHome,
  }),
  read({
    path: "/api/progress/programmes",
    action: "progress.programmes",
    summary: "Figures of every programme one sees",
    query: TerritoryQuery,
    reply: ProgrammeFiguresList,
    touches: ROWS,
    handle: listProgrammeFigures,
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId",
    action: "progress.programme",
    summary: "Figures of one programme in a period: the whole, sections, bearers",
    params: ProgrammeParams,
    query: ProgressQuery,
    reply: ProgrammeProgress,
    touches: [...ROWS, "roadmap", "section", "school_calendar"],
    handle: readProgrammeProgress,
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId/execution",
    action: "progress.execution",
    summary: "Bearers by the months of a year",
    params: ProgrammeParams,
    query: ExecutionQuery,
    reply: Execution,
    touches: [...ROWS, "roadmap", "section"],
    handle: async (context) => {
      const { programme: _known, ...answer } = await readExecution(context);
      return answer;
    },
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId/execution.xlsx",
    action: "progress.execution-sheet",
    summary: "Bearers by the months of a year as a workbook",
    params: ProgrammeParams,
    query: ExecutionQuery,
    touches: [...ROWS, "roadmap", "section"],
    handle: executionSheet,
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId/schedule",
    action: "progress.schedule",
    summary: "Measures of a programme with their terms, for a chart by time",
    params: ProgrammeParams,
    reply: ProgrammeSchedule,
    touches: [...ROWS, "roadmap", "section"],
    handle: async (context) => {
      const { title: _known, ...answer } = await readSchedule(context);
      return answer;
    },
  }),
  read({
    path: "/api/progress/programmes/:territoryId/:programmeId/schedule.xlsx",
    action: "progress.schedule-sheet",
    summary: "Measures of a programme with their terms as a workbook",
    params: ProgrammeParams,
    touches: [...ROWS, "roadmap", "section"],
    handle: scheduleSheet,
  }),
  read({
    path: "/api/progress/measures/:territoryId/:measureId",
    action: "progress.measure",
    summary: "One measure: occurrences by bearers, planned and actual by year",
    params: MeasureParams,
    reply: MeasureProgress,
    touches: VALUES,
    handle: readMeasureProgress,
  }),
  read({
    path: "/api/progress/rows",
    action: "progress.rows",
    summary: "The obligations that a figure counts",
    query: RowsQuery,
    reply: RowsList,
    touches: [...ROWS, ...HISTORY, "report_value", "roadmap", "section"],
    handle: listRows,
  }),
  read({
    path: "/api/progress/rows.xlsx",
    action: "progress.rows-sheet",
    summary: "The obligations that a figure counts as a workbook",
    query: RowsFilter,
    touches: [...ROWS, ...HISTORY, "report_value", "roadmap", "section"],
    handle: rowsSheet,
  }),
  read({
    path: "/api/progress/late",
    action: "progress.late",
    summary: "Who is late, those with most first",
    query: LateQuery,
    reply: LateList,
    touches: [...ROWS, "phone_call", "journal", "role_assignment"],
    handle: listLate,
  }),
  read({
    path: "/api/progress/standing",
    action: "progress.standing",
    summary: "How one organisation stands in each programme",
    query: StandingQuery,
    reply: Standing,
    touches: ROWS,
    handle: readStanding,
  }),
  read({
    path: "/api/progress/late.xlsx",
    action: "progress.late-sheet",
    summary: "Who is late as a workbook",
    query: LateQuery,
    touches: [...ROWS, "phone_call", "journal", "role_assignment"],
    handle: lateSheet,
  }),
  read({
    path: "/api/progress/calls",
    action: "progress.calls",
    summary: "Phone calls to an organisation, the latest first",
    query: CallsQuery,
    reply: z.array(Call),
    touches: ["phone_call", "person"],
    handle: listCalls,
  }),
  route({
    method: "POST",
    path: "/api/progress/calls",
    action: "call.record",
    summary: "Write down a phone call to an organisation",
    policy: personOnly,
    body: RecordCall,
    reply: z.object({ id }),
    problems: {},
    touches: ["phone_call", "organisation", "journal"],
    handle: recordCall,
  }),
  route({
    method: "POST",
    path: "/api/progress/reminders",
    action: "measure.remind",
    summary: "Remind those who owe a measure that nobody has begun",
    policy: personOnly,
    body: Remind,
    reply: Reminded,
    problems: PROGRESS_PROBLEMS,
    touches: [...ROWS, "notice", "journal", "role_assignment"],
    handle: remind,
  }),
];
