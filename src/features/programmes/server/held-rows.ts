import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { RowChange } from "../model/row-change.ts";

/**
 * What has history is closed, not deleted: measures to be removed that obligations hang on are closed instead, stay with their
 * parts, and keep the section and the roadmap they stand in, closed too.
 */
export async function closeWhatIsHeld(
  context: UseCaseContext,
  territoryId: Id,
  changes: readonly RowChange[],
): Promise<RowChange[]> {
  const gone = changes.filter((change) => change.before && !change.after);
  const held = await heldBy(context, territoryId, keysOf(gone, "measure"));
  if (held.size === 0) return [...changes];
  const rows = new Map(gone.map((change) => [change.key, change.before!]));
  const places = new Set<string>();
  for (const measureId of held) {
    places.add(String(rows.get(measureId)!["roadmap_id"]));
    for (let at = rows.get(measureId)!["section_id"]; typeof at === "string"; at = rows.get(at)?.["parent_id"])
      places.add(at);
  }
  const closedAt = context.clock.now().toISOString();
  return changes.flatMap((change) => {
    if (!change.before || change.after) return [change];
    const closable = change.table === "measure" || change.table === "section" || change.table === "roadmap";
    if (closable && (held.has(change.key) || places.has(change.key)))
      return [{ ...change, after: { ...change.before, closed_at: closedAt } }];
    const value = change.before["planned_value_id"];
    const measureId = change.before["measure_id"] ?? rows.get(String(value))?.["measure_id"];
    return held.has(String(measureId)) ? [] : [change];
  });
}

function keysOf(changes: readonly RowChange[], table: RowChange["table"]): Id[] {
  return changes.filter((change) => change.table === table).map((change) => change.key);
}

async function heldBy(
  context: UseCaseContext,
  territoryId: Id,
  measureIds: readonly Id[],
): Promise<ReadonlySet<string>> {
  if (measureIds.length === 0) return new Set();
  const rows = await context.tx
    .selectFrom("obligation")
    .select("measure_id")
    .distinct()
    .where("territory_id", "=", territoryId)
    .where("measure_id", "in", [...measureIds])
    .execute();
  return new Set(rows.map((row) => row.measure_id));
}
