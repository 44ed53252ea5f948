import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ObligationRecord } from "#features/obligations/server/public.ts";
import type { ReportContent } from "../model/contract.ts";
import { loadReport } from "./load-report.ts";

/**
 * What of the row says whose words it was begun with. An earlier report is one that the actor sees, that was sent, and that answered for the
 * same bearer: any other is «not-found». The one it `had` already is taken on trust: its writer may have withdrawn it since.
 */
export async function basisColumns(
  context: UseCaseContext,
  territoryId: Id,
  { basedOn }: ReportContent,
  answered: ObligationRecord | undefined,
  had: Id | null,
): Promise<{ readonly based_on: Id | null; readonly basis_confirmed: boolean }> {
  if (!basedOn) return { based_on: null, basis_confirmed: false };
  if (basedOn.reportId !== had) await requireBasis(context, territoryId, basedOn.reportId, answered);
  return { based_on: basedOn.reportId, basis_confirmed: basedOn.confirmed };
}

async function requireBasis(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  answered: ObligationRecord | undefined,
): Promise<void> {
  const { record, obligations } = await loadReport(context, territoryId, reportId);
  const wasSent = record.state === "submitted" || record.state === "accepted";
  const same = obligations.some(
    (row) =>
      row.bearer_kind === answered?.bearer_kind &&
      row.bearer_organisation_id === answered.bearer_organisation_id &&
      row.bearer_person_id === answered.bearer_person_id,
  );
  if (!wasSent || !same) throw commonProblem("not-found");
}
