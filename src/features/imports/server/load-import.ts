import type { Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { worksOnImport } from "../model/policy.ts";
import { importProblem } from "../model/problems.ts";
import type { DocumentImportTable } from "./tables.ts";

export type ImportRecord = Selectable<DocumentImportTable>;

/** The import with its stored reading, if the actor may work on it; «not-found» otherwise. */
export async function loadImport(context: UseCaseContext, territoryId: Id, importId: Id): Promise<ImportRecord> {
  const row = await context.tx
    .selectFrom("document_import")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .executeTakeFirst();
  if (!row || !worksOnImport(context.actor, { territoryId, ownerOrganisationId: row.owner_organisation_id }))
    throw commonProblem("not-found");
  return row;
}

/** The import locked for a change, so that two changes of it follow one another. */
export async function lockImport(context: UseCaseContext, territoryId: Id, importId: Id): Promise<ImportRecord> {
  await loadImport(context, territoryId, importId);
  const row = await context.tx
    .selectFrom("document_import")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw commonProblem("not-allowed");
  return row;
}

/** The import locked and under review; refusals name the state it is in, a made programme with its id. */
export async function lockReview(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  version: number | undefined,
): Promise<ImportRecord> {
  const row = await lockImport(context, territoryId, importId);
  refuseUnlessReviewed(row);
  if (version !== undefined && row.version !== version)
    throw commonProblem("stale-write", { extra: { stored: { version: row.version, decisions: row.decisions } } });
  return row;
}

/** The import under review, to look at: nothing of it is locked. */
export async function loadReview(context: UseCaseContext, territoryId: Id, importId: Id): Promise<ImportRecord> {
  const row = await loadImport(context, territoryId, importId);
  refuseUnlessReviewed(row);
  return row;
}

function refuseUnlessReviewed(row: ImportRecord): void {
  if (row.status === "approved") throw importProblem("import-approved", { extra: { programmeId: row.programme_id } });
  if (row.status === "reading") throw importProblem("still-reading");
  if (row.status === "failed") throw importProblem("not-readable");
  if (row.status === "cancelled") throw importProblem("import-cancelled");
}
