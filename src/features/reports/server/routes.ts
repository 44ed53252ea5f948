import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import {
  CreateReport,
  Decide,
  QueueQuery,
  ReportList,
  ReportParams,
  ReportView,
  StepOnly,
  WriteReport,
} from "../model/contract.ts";
import { REPORT_PROBLEMS } from "../model/problems.ts";
import { createReport } from "./create-report.ts";
import { listReports } from "./list-reports.ts";
import { readReport } from "./read-report.ts";
import { saveReport } from "./save-report.ts";
import { takeStep } from "./steps.ts";
import { submitReport } from "./submit-report.ts";

const TABLES = [
  "report",
  "report_obligation",
  "report_value",
  "evidence",
  "report_step",
  "obligation",
  "measure",
  "redaction",
];
const WRITES = [...TABLES, "stored_file", "notice"];
const problems = { ...REPORT_PROBLEMS, ...FILE_PROBLEMS };
const PATH = "/api/reports/:territoryId/:reportId";

/** The life of a report. */
export const reportRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/reports",
    action: "report.list",
    summary: "Reports one may see; those to be checked oldest first",
    policy: signedIn,
    query: QueueQuery,
    reply: ReportList,
    problems: {},
    touches: TABLES,
    handle: listReports,
  }),
  route({
    method: "POST",
    path: "/api/reports",
    action: "report.create",
    summary: "Begin a report on one or several obligations of one bearer",
    policy: personOnly,
    body: CreateReport,
    reply: ReportView,
    problems,
    touches: WRITES,
    handle: createReport,
  }),
  route({
    method: "GET",
    path: PATH,
    action: "report.read",
    summary: "A report with its values, evidence and history",
    policy: signedIn,
    params: ReportParams,
    reply: ReportView,
    problems: {},
    touches: TABLES,
    handle: (context) => readReport(context, context.params.territoryId, context.params.reportId),
  }),
  route({
    method: "PUT",
    path: PATH,
    action: "report.save",
    summary: "Save a draft",
    policy: personOnly,
    params: ReportParams,
    body: WriteReport,
    reply: ReportView,
    problems,
    touches: WRITES,
    handle: saveReport,
  }),
  route({
    method: "POST",
    path: `${PATH}/submit`,
    action: "report.submit",
    summary: "Send the report for checking with its content",
    policy: personOnly,
    params: ReportParams,
    body: WriteReport,
    reply: ReportView,
    problems,
    touches: WRITES,
    handle: submitReport,
  }),
  route({
    method: "POST",
    path: `${PATH}/withdraw`,
    action: "report.withdraw",
    summary: "Take the report back while it is not decided",
    policy: personOnly,
    params: ReportParams,
    body: StepOnly,
    reply: ReportView,
    problems: REPORT_PROBLEMS,
    touches: WRITES,
    handle: takeStep("withdraw"),
  }),
  route({
    method: "POST",
    path: `${PATH}/return`,
    action: "report.return",
    summary: "Return the report with a remark",
    policy: personOnly,
    params: ReportParams,
    body: Decide,
    reply: ReportView,
    problems: REPORT_PROBLEMS,
    touches: WRITES,
    handle: takeStep("return"),
  }),
  route({
    method: "POST",
    path: `${PATH}/accept`,
    action: "report.accept",
    summary: "Accept the report",
    policy: personOnly,
    params: ReportParams,
    body: StepOnly,
    reply: ReportView,
    problems: REPORT_PROBLEMS,
    touches: WRITES,
    handle: takeStep("accept"),
  }),
  route({
    method: "POST",
    path: `${PATH}/reopen`,
    action: "report.reopen",
    summary: "Put an accepted report before the checker again",
    policy: personOnly,
    params: ReportParams,
    body: StepOnly,
    reply: ReportView,
    problems: REPORT_PROBLEMS,
    touches: WRITES,
    handle: takeStep("reopen"),
  }),
];
