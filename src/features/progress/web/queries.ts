import type { ReportList } from "#features/reports/model/contract.ts";
import { asking, type Asking } from "#web/api/asking.ts";
import type { ProgrammeFiguresList, TerritoryHome } from "../model/contract.ts";

/** How the home of those who watch over a territory is asked for. */
export function homeOf(territoryId: string): Asking<TerritoryHome> {
  return asking(["progress", "home", territoryId], "/api/progress/home", { territoryId });
}

/** How the reports that wait there are asked for: of those who decide, what waits for them. */
export function queueOf(territoryId: string, canReview: boolean): Asking<ReportList> {
  const state = canReview ? "toReview" : "submitted";
  return asking(["reports", "queue", territoryId, state], "/api/reports", { territoryId, state });
}

/** How the figures of all programmes of a territory are asked for. */
export function figuresOf(territoryId: string): Asking<ProgrammeFiguresList> {
  return asking(["progress", "programmes", territoryId], "/api/progress/programmes", { territoryId });
}
