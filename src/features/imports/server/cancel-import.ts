import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { importProblem } from "../model/problems.ts";
import { lockImport } from "./load-import.ts";

/** Puts a document aside at any time before its programme is made; a reading under way stops at its next stage. */
export async function cancelImport(context: UseCaseContext, territoryId: Id, importId: Id): Promise<{ ok: true }> {
  const row = await lockImport(context, territoryId, importId);
  if (row.status === "approved") throw importProblem("import-approved", { extra: { programmeId: row.programme_id } });
  if (row.status === "cancelled") return { ok: true };
  await context.tx
    .updateTable("document_import")
    .set({ status: "cancelled", stage: "", version: row.version + 1 })
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .execute();
  await context.journal({
    territoryId,
    action: "import.cancel",
    subjectKind: "import",
    subjectId: importId,
    changes: changed({ status: row.status }, { status: "cancelled" }),
  });
  return { ok: true };
}
