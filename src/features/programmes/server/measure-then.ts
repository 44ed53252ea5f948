import type { Id } from "#shared/ids.ts";
import { hot } from "#platform/db/hot.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { measureThen as becameOf } from "../model/measure-then.ts";
import type { RedactionMeasure } from "../model/redaction-document.ts";
import { redactionsOf, standingAmong } from "./redaction-heads.ts";
import { documentOf } from "./redaction-rows.ts";

export interface AmendedSince {
  /** the measure in the words of that moment */
  readonly measure: RedactionMeasure;
  readonly removed: boolean;
  /** the redaction of that moment, and the first after it that says otherwise */
  readonly before: Id;
  readonly after: Id;
  /** the order behind that one, where the actor may see it */
  readonly order: string | null;
}

/**
 * How a measure was worded at a moment, where an order has changed it since; undefined where its words stand. What counts is when a redaction
 * came into the programme and not the day it binds from: until then everybody read the former words. Asks no rights.
 */
export async function measureThen(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
  at: Date,
): Promise<AmendedSince | undefined> {
  const heads = await approvals(context.tx, { territoryId, programmeId });
  const known = heads.filter((row) => row.withdrawn_at === null || row.withdrawn_at > at);
  // of a programme approved before redactions were kept the first one is the oldest that is known
  const then = known.filter((row) => row.approved_at <= at).at(-1) ?? known[0];
  const now = standingAmong(heads).at(-1);
  if (!then || !now || then.id === now.id) return undefined;
  const later = standingAmong(heads).filter((row) => row.number > then.number);
  const ids = [then, ...(later.length > 0 ? later : [now])].map(({ id }) => id);
  const found = await redactionsOf(context.tx, territoryId, programmeId)
    .where("id", "in", ids)
    .select(["id", "paper_id", "document"])
    .execute();
  const rows = ids.map((id) => found.find((row) => row.id === id)!);
  const became = becameOf(rows.map(documentOf), measureId);
  if (!became) return undefined;
  const after = rows[became.changedIn]!;
  // where the redaction of that moment was undone, no order gave the former words back
  const paperId = later.length > 0 ? after.paper_id : null;
  const papers = await papersOf(context, territoryId, paperId ? [paperId] : []);
  return {
    measure: became.measure,
    removed: became.removed,
    before: then.id,
    after: after.id,
    order: (paperId && papers.get(paperId)?.name) || null,
  };
}

const approvals = hot((tx, { territoryId, programmeId }: { readonly territoryId: Id; readonly programmeId: Id }) =>
  redactionsOf(tx, territoryId, programmeId).select(["id", "number", "approved_at", "withdrawn_at"]),
);
