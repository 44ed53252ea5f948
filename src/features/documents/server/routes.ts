import { route, signedIn, type Route } from "#platform/http/route.ts";
import { PROGRESS_PROBLEMS } from "#features/progress/model/problems.ts";
import { ReportParams, ReportQuery } from "../model/contract.ts";
import { executionReport } from "./execution-report.ts";

/** Official papers made from what the program knows. */
export const documentRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/documents/:territoryId/:programmeId/execution.:format",
    action: "document.execution",
    summary: "The report on the execution of a roadmap as DOCX or XLSX",
    policy: signedIn,
    params: ReportParams,
    query: ReportQuery,
    problems: PROGRESS_PROBLEMS,
    touches: ["programme", "roadmap", "section", "measure", "obligation", "report", "evidence", "paper", "stored_file"],
    handle: executionReport,
  }),
];
