import type { z } from "zod";
import { eachRow } from "#shared/each-row.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext } from "#platform/http/route.ts";
import type { StepMany, SteppedMany } from "../model/contract.ts";
import { reportRecord } from "./load-report.ts";
import { noteAccepted, stepReport } from "./steps.ts";

/**
 * Accepts several reports at once, or takes several decisions back within their minute: each by the rules of one, all in one transaction;
 * what is refused is told by its row.
 */
export function stepMany(name: "accept" | "reopen") {
  return async (
    context: RequestContext<unknown, unknown, z.output<typeof StepMany>>,
  ): Promise<z.infer<typeof SteppedMany>> => {
    const { territoryId, rows } = context.body;
    const stepped: Id[] = [];
    const outcome = await eachRow(rows, async ({ id, version }) => {
      stepped.push(...(await stepReport(context, name, { territoryId, reportId: id, version })));
      const record = await reportRecord(context.tx, territoryId, id, false);
      return { id, version: record!.version };
    });
    await noteAccepted(context.tx, name, territoryId, stepped);
    return outcome;
  };
}
