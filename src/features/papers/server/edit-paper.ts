import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { claimFile } from "#features/files/server/public.ts";
import type { EditPaper, PaperPage } from "../model/contract.ts";
import { canWritePaper } from "../model/policy.ts";
import { loadPaper } from "./load-paper.ts";
import { readPaper } from "./read-paper.ts";
import { checkIssuer, checkOnce } from "./register-paper.ts";

/** Corrects a paper or attaches its file; all who cite it see the corrected one. A stale edit is refused with both versions. */
export async function editPaper(
  context: UseCaseContext,
  territoryId: Id,
  paperId: Id,
  form: EditPaper,
): Promise<PaperPage> {
  const paper = await loadPaper(context, territoryId, paperId);
  const mayNow = canWritePaper(context.actor, territoryId, paper.issuer_organisation_id);
  const mayThen = canWritePaper(context.actor, territoryId, form.issuerOrganisationId);
  if (!mayNow || !mayThen) throw commonProblem("not-allowed");
  if (paper.version !== form.version)
    throw commonProblem("stale-write", {
      extra: { current: await readPaper(context, territoryId, paperId), yours: form },
    });
  await checkIssuer(context, territoryId, form.issuerOrganisationId);
  await checkOnce(context, territoryId, form, paperId);
  if (form.fileId && form.fileId !== paper.file_id)
    await claimFile(context, territoryId, form.fileId, "paper", paperId);
  const { numUpdatedRows } = await context.tx
    .updateTable("paper")
    .set({
      kind: form.kind,
      number: form.number,
      dated_on: form.datedOn,
      title: form.title,
      issuer_organisation_id: form.issuerOrganisationId,
      file_id: form.fileId,
      version: sql<number>`version + 1`,
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", paperId)
    .where("version", "=", form.version)
    .executeTakeFirst();
  // another edit committed between reading and writing
  if (numUpdatedRows === 0n)
    throw commonProblem("stale-write", {
      extra: { current: await readPaper(context, territoryId, paperId), yours: form },
    });
  await context.journal({
    territoryId,
    action: "paper.edit",
    subjectKind: "paper",
    subjectId: paperId,
    changes: changed(
      {
        kind: paper.kind,
        number: paper.number,
        datedOn: paper.dated_on,
        title: paper.title,
        issuerOrganisationId: paper.issuer_organisation_id,
        fileId: paper.file_id,
      },
      {
        kind: form.kind,
        number: form.number,
        datedOn: form.datedOn,
        title: form.title,
        issuerOrganisationId: form.issuerOrganisationId,
        fileId: form.fileId,
      },
    ),
  });
  return readPaper(context, territoryId, paperId);
}
