import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { measureThen as becameOf } from "../model/measure-then.ts";
import type { RedactionMeasure } from "../model/redaction-document.ts";
import { redactionInForce, redactionsOf } from "./redaction-heads.ts";
import { documentOf } from "./redaction-rows.ts";

export interface AmendedSince {
  /** the measure in the words of the day */
  readonly measure: RedactionMeasure;
  readonly removed: boolean;
  /** the redaction of the day, and the first after it that says otherwise */
  readonly before: Id;
  readonly after: Id;
  /** the order behind that one, where the actor may see it */
  readonly order: string | null;
}

/** How a measure was worded on a day, where an order has changed it since; undefined where its words stand. Asks no rights. */
export async function measureThen(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
  day: LocalDate,
): Promise<AmendedSince | undefined> {
  const inForce = await redactionInForce(context.tx, territoryId, programmeId, day);
  if (!inForce) return undefined;
  const rows = await redactionsOf(context.tx, territoryId, programmeId)
    .where("withdrawn_at", "is", null)
    .where("number", ">=", inForce.number)
    .select(["id", "paper_id", "document"])
    .execute();
  const became = becameOf(rows.map(documentOf), measureId);
  if (!became) return undefined;
  const after = rows[became.changedIn]!;
  const papers = await papersOf(context, territoryId, after.paper_id ? [after.paper_id] : []);
  return {
    measure: became.measure,
    removed: became.removed,
    before: inForce.id,
    after: after.id,
    order: (after.paper_id && papers.get(after.paper_id)?.name) || null,
  };
}
