import type { UseCaseContext } from "#platform/http/route.ts";
import { likenessOf } from "../model/likeness.ts";
import type { ImportView } from "../model/view.ts";
import { importItems } from "./import-items.ts";
import type { ImportRecord } from "./load-import.ts";

const LOOKED_THROUGH = 500;
const MOST_TOLD = 10;

/** Other imports of the same file and of files with a like name among the latest of the same owner: the same file first, then the newest. */
export async function alikeImports(context: UseCaseContext, row: ImportRecord): Promise<ImportView["duplicates"]> {
  const others = await context.tx
    .selectFrom("document_import")
    .where("territory_id", "=", row.territory_id)
    .where("owner_organisation_id", "is not distinct from", row.owner_organisation_id)
    .where("id", "<>", row.id)
    .where("status", "<>", "cancelled")
    .select(["id", "name", "sha256"])
    .orderBy("created_at", "desc")
    .limit(LOOKED_THROUGH)
    .execute();
  const alike = new Map(
    others.flatMap((other) => {
      const likeness = likenessOf(row, other);
      return likeness ? [[other.id, likeness] as const] : [];
    }),
  );
  if (alike.size === 0) return [];
  const items = await importItems(context, row.territory_id, (query) =>
    query.where("i.id", "in", [...alike.keys()]).orderBy("i.created_at", "desc"),
  );
  const told = items.map((item) => ({ ...item, likeness: alike.get(item.id)! }));
  const of = (likeness: "bytes" | "name") => told.filter((one) => one.likeness === likeness);
  return [...of("bytes"), ...of("name")].slice(0, MOST_TOLD);
}
