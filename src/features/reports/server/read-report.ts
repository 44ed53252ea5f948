import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ReportView } from "../model/contract.ts";
import { loadReport } from "./load-report.ts";
import { presentReport } from "./present-report.ts";

/** A report as the actor sees it now. */
export async function readReport(context: UseCaseContext, territoryId: Id, reportId: Id): Promise<ReportView> {
  return presentReport(context, await loadReport(context, territoryId, reportId));
}
