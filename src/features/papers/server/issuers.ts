import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { PaperList } from "../model/contract.ts";
import { canWritePaper, writesAnyPaper } from "../model/policy.ts";

/** In whose name the actor may register papers: the district and any organisation, or those the actor speaks for. */
export async function issuersFor(context: UseCaseContext, territoryId: Id): Promise<PaperList["issuers"]> {
  const { actor, tx } = context;
  const rows = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("closed_on", "is", null)
    .select(["id", "short_name as name"])
    .orderBy("short_name")
    .execute();
  const any = writesAnyPaper(actor, territoryId);
  const whole = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select("short_name as name")
    .executeTakeFirst();
  return [
    ...(any && whole ? [{ id: null, name: whole.name }] : []),
    ...rows.filter((row) => any || canWritePaper(actor, territoryId, row.id)),
  ];
}
