import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ReportView } from "../model/contract.ts";
import { loadReport } from "./load-report.ts";
import { presentReport } from "./present-report.ts";

/** A report as the actor sees it now. */
export async function readReport(context: UseCaseContext, territoryId: Id, reportId: Id): Promise<ReportView> {
  const zone = await timeZoneOf(context.tx, territoryId);
  const { clock } = context;
  const today = clock.today(zone);
  const loaded = await loadReport(context.tx, context.actor, territoryId, reportId, { today, now: clock.now() });
  return presentReport(context, loaded, today, zone);
}
