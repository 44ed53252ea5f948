import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/**
 * The roadmaps of a programme and their sections, closed ones too, in the order of the document: what `outlineOf` makes a tree of.
 * Asks no rights: the caller has its own.
 */
export async function outlineRows(tx: Tx, territoryId: Id, programmeId: Id) {
  const [roadmaps, sections] = await Promise.all([
    tx
      .selectFrom("roadmap")
      .where("territory_id", "=", territoryId)
      .where("programme_id", "=", programmeId)
      .select(["id", "version", "title", "columns", "closed_at"])
      .orderBy("ordinal")
      .orderBy("id")
      .execute(),
    tx
      .selectFrom("section as s")
      .innerJoin("roadmap as r", (join) =>
        join.onRef("r.territory_id", "=", "s.territory_id").onRef("r.id", "=", "s.roadmap_id"),
      )
      .where("s.territory_id", "=", territoryId)
      .where("r.programme_id", "=", programmeId)
      .select(["s.id", "s.version", "s.roadmap_id", "s.parent_id", "s.number", "s.title", "s.closed_at"])
      .orderBy("s.ordinal")
      .orderBy("s.id")
      .execute(),
  ]);
  return {
    roadmaps: roadmaps.map(({ closed_at: closedAt, ...roadmap }) => ({ ...roadmap, closed: closedAt !== null })),
    sections: sections.map(({ closed_at: closedAt, roadmap_id: roadmapId, parent_id: parentId, ...section }) => ({
      ...section,
      roadmapId,
      parentId,
      closed: closedAt !== null,
    })),
  };
}
