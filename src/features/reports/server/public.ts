import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { Problem } from "#shared/problem.ts";
import { loadReport } from "./load-report.ts";

/** Whether the actor sees the report: the question of files that a report owns. */
export async function reportSeen(context: UseCaseContext, territoryId: Id, reportId: Id): Promise<boolean> {
  try {
    await loadReport(context, territoryId, reportId);
    return true;
  } catch (fault) {
    if (fault instanceof Problem && fault.code === "not-found") return false;
    throw fault;
  }
}

export { reportsSeen } from "./reports-seen.ts";
