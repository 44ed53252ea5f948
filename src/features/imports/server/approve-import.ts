import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { rememberRoleCode } from "#features/places/server/public.ts";
import { createProgramme, writeRoadmap } from "#features/programmes/server/public.ts";
import type { Drafted } from "../model/draft.ts";
import { openDoubts } from "../model/doubts.ts";
import { passportOf } from "../model/passport.ts";
import { remembersCodes } from "../model/policy.ts";
import { importProblem } from "../model/problems.ts";
import { lockReview, type ImportRecord } from "./load-import.ts";
import { openReview } from "./review.ts";

/**
 * Makes the programme of a reviewed document: passport, a roadmap for each chosen table, meanings to remember; all or nothing.
 * Throws «import-amends» for a document that amends a programme in force, «doubts-open» while a question has no answer, «import-approved» with the programme made before.
 */
export async function approveImport(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  version: number,
): Promise<{ programmeId: Id }> {
  const row = await lockReview(context, territoryId, importId, version);
  if (row.amends_programme_id !== null)
    throw importProblem("import-amends", { extra: { programmeId: row.amends_programme_id } });
  const { source, settings, drafted } = await openReview(context, row);
  const open = openDoubts(drafted.doubts).length;
  if (open > 0) throw importProblem("doubts-open", { values: { count: open } });
  const programmeId = await createProgramme(context, {
    territoryId,
    ownerOrganisationId: row.owner_organisation_id,
    title: settings.title,
    shortTitle: settings.shortTitle,
    startsOn: settings.startsOn,
    endsOn: settings.endsOn,
    yearKind: settings.yearKind,
    accountMoments: settings.accountMoments,
    passport: passportOf(source.reading),
  });
  for (const roadmap of drafted.roadmaps)
    await writeRoadmap(context, territoryId, programmeId, { ...roadmap, importId });
  await closeReview(context, row, programmeId, drafted);
  await context.journal({
    territoryId,
    action: "import.approve",
    subjectKind: "import",
    subjectId: importId,
    programmeId,
    changes: changed({ status: row.status, programmeId: null }, { status: "approved", programmeId }),
    detail: { measures: drafted.rows.length, roadmaps: drafted.roadmaps.length },
  });
  return { programmeId };
}

/** The review is over, a programme came of it; whom a name means goes to the district's dictionary, where its keeper said so. */
export async function closeReview(
  context: UseCaseContext,
  { territory_id, id, version }: ImportRecord,
  programmeId: Id,
  { remembered }: Pick<Drafted, "remembered">,
): Promise<void> {
  if (remembersCodes(context.actor, territory_id))
    for (const { code, audience } of remembered) await rememberRoleCode(context, territory_id, code, audience);
  await context.tx
    .updateTable("document_import")
    .set({ status: "approved", programme_id: programmeId, version: version + 1 })
    .where("territory_id", "=", territory_id)
    .where("id", "=", id)
    .execute();
}
