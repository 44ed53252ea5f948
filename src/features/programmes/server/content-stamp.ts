import { createHash } from "node:crypto";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

/** One word for all that a programme says at the moment: another one after any edit of its passport, roadmaps, sections or measures. */
export async function contentStamp(
  tx: Tx,
  { territory_id: territoryId, id, version }: { readonly territory_id: Id; readonly id: Id; readonly version: number },
): Promise<string> {
  const roadmaps = await tx
    .selectFrom("roadmap")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", id)
    .select(["id", "version", "ordinal"])
    .orderBy("id")
    .execute();
  const sections = await tx
    .selectFrom("section as s")
    .innerJoin("roadmap as r", (join) =>
      join.onRef("r.territory_id", "=", "s.territory_id").onRef("r.id", "=", "s.roadmap_id"),
    )
    .where("s.territory_id", "=", territoryId)
    .where("r.programme_id", "=", id)
    .select(["s.id", "s.version", "s.ordinal"])
    .orderBy("s.id")
    .execute();
  const measures = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", id)
    .select(["id", "version", "ordinal"])
    .orderBy("id")
    .execute();
  const words = [...roadmaps, ...sections, ...measures].map((row) => `${row.id} ${row.version} ${row.ordinal}`);
  return createHash("sha256")
    .update([version, ...words].join("\n"))
    .digest("base64url")
    .slice(0, 22);
}
