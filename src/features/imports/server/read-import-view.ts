import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { registryFor } from "#features/places/model/registry.ts";
import { registryOf } from "#features/places/server/public.ts";
import { editsIn } from "../model/contract.ts";
import { otherTables } from "../model/other-tables.ts";
import { passportOf } from "../model/passport.ts";
import { paperOf } from "../model/paper.ts";
import { remembersCodes } from "../model/policy.ts";
import { looseNotes, reviewRows } from "../model/review-row.ts";
import { editsInForce } from "../model/table-edits.ts";
import type { ImportDocument, ImportView } from "../model/view.ts";
import { alikeImports } from "./alike-imports.ts";
import { itemOf } from "./import-items.ts";
import { loadImport, type ImportRecord } from "./load-import.ts";
import { importProblem } from "../model/problems.ts";
import { openReview, reviewedSource, takenOf } from "./review.ts";

/** One import with its review, where it has come so far. */
export async function readImportView(context: UseCaseContext, territoryId: Id, importId: Id): Promise<ImportView> {
  return presentImport(context, await loadImport(context, territoryId, importId));
}

/** An import as its page shows it: with the review while it is reviewed, and earlier imports that are alike. */
export async function presentImport(context: UseCaseContext, row: ImportRecord): Promise<ImportView> {
  const own = await itemOf(context, row.territory_id, row.id);
  return {
    ...own,
    territoryId: row.territory_id,
    ownerOrganisationId: row.owner_organisation_id,
    fileId: row.file_id,
    stage: row.stage,
    version: row.version,
    duplicates: await alikeImports(context, row),
    review: row.status === "review" ? await reviewOf(context, row) : null,
    can: { decide: row.status === "review", remember: remembersCodes(context.actor, row.territory_id) },
  };
}

async function reviewOf(context: UseCaseContext, row: ImportRecord): Promise<ImportView["review"]> {
  const { source, settings, taken, district, drafted } = await openReview(context, row);
  return {
    settings,
    rows: reviewRows(drafted, district, source),
    doubts: [...drafted.doubts],
    notes: looseNotes(drafted),
    texts: passportOf(source.reading).length,
    edits: editsInForce(editsIn(taken)),
    canUndo: taken.length > 0,
  };
}

/** The document of an import as paper. Its cells never change; what they are taken for changes only with an edit of its tables. */
export async function readImportDocument(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
): Promise<ImportDocument> {
  const row = await loadImport(context, territoryId, importId);
  if (row.reading === null) throw importProblem(row.status === "reading" ? "still-reading" : "not-readable");
  const source = reviewedSource(row, takenOf(row));
  const { organisations } = registryFor(await registryOf(context.tx, territoryId), row.owner_organisation_id);
  const sorter = new Intl.Collator("ru", { numeric: true });
  return {
    organisations: organisations
      .filter(({ closedOn }) => closedOn === null)
      .map((one) => ({ id: one.id, name: one.shortName }))
      .sort((one, other) => sorter.compare(one.name, other.name)),
    tables: paperOf(source),
    others: otherTables(source.reading),
    texts: passportOf(source.reading).map(({ heading, paragraphs = [], items = [] }) => ({
      heading,
      lines: [...paragraphs, ...items],
    })),
  };
}
