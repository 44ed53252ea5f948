import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { obligationsById } from "#features/obligations/server/public.ts";
import type { ReportView, ReturnReport } from "../model/contract.ts";
import { readReport } from "./read-report.ts";
import { countRemarks } from "./saved-remarks.ts";
import { stepReport } from "./steps.ts";

/** Returns the report with a remark; saved remarks that it was made of, or whose words it says, are used once more. */
export async function returnReport(
  context: RequestContext<{ territoryId: Id; reportId: Id }, unknown, z.output<typeof ReturnReport>>,
): Promise<ReportView> {
  const { tx, params, body } = context;
  const { territoryId, reportId } = params;
  await stepReport(context, "return", { territoryId, reportId, version: body.version, remark: body.remark });
  const answered = await tx
    .selectFrom("report_obligation")
    .select("obligation_id")
    .where("territory_id", "=", territoryId)
    .where("report_id", "=", reportId)
    .limit(1)
    .execute();
  const [first] = await obligationsById(
    tx,
    territoryId,
    answered.map((one) => one.obligation_id),
  );
  await countRemarks(context, territoryId, first?.owner_organisation_id ?? null, body.remarkIds, body.remark);
  return readReport(context, territoryId, reportId);
}
