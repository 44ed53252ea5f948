import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { created } from "#platform/journal/change.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { claimFile } from "#features/files/server/public.ts";
import type { PaperForm, RegisterPaper } from "../model/contract.ts";
import { canWritePaper } from "../model/policy.ts";
import { paperProblem } from "../model/problems.ts";

/**
 * Registers a paper once, so that measures and reports may cite it: returns its id. The same kind, number, day and issuer twice is refused.
 * Throws «not-found» about a foreign place, «not-allowed», «paper-registered», «issuer-unknown».
 */
export async function registerPaper(context: UseCaseContext, paper: RegisterPaper): Promise<Id> {
  const { territoryId } = paper;
  if (!belongsToTerritory(context.actor, territoryId)) throw commonProblem("not-found");
  if (!canWritePaper(context.actor, territoryId, paper.issuerOrganisationId)) throw commonProblem("not-allowed");
  await checkIssuer(context, territoryId, paper.issuerOrganisationId);
  await checkOnce(context, territoryId, paper, null);
  const paperId = context.newId();
  // first: a file that is not there is unknown, as one that is another's
  if (paper.fileId) await claimFile(context, territoryId, paper.fileId, "paper", paperId);
  await context.tx
    .insertInto("paper")
    .values({
      territory_id: territoryId,
      id: paperId,
      kind: paper.kind,
      number: paper.number,
      dated_on: paper.datedOn,
      title: paper.title,
      issuer_organisation_id: paper.issuerOrganisationId,
      file_id: paper.fileId,
    })
    .execute();
  await context.journal({
    territoryId,
    action: "paper.register",
    subjectKind: "paper",
    subjectId: paperId,
    changes: created({
      kind: paper.kind,
      number: paper.number,
      datedOn: paper.datedOn,
      title: paper.title,
      issuerOrganisationId: paper.issuerOrganisationId,
      fileId: paper.fileId,
    }),
  });
  return paperId;
}

export async function checkIssuer(context: UseCaseContext, territoryId: Id, issuerId: Id | null): Promise<void> {
  if (issuerId === null) return;
  const found = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", issuerId)
    .select("id")
    .executeTakeFirst();
  if (!found)
    throw paperProblem("issuer-unknown", { fields: { issuerOrganisationId: "Выберите организацию из списка." } });
}

/** A numbered and dated paper stands in the register once. */
export async function checkOnce(
  context: UseCaseContext,
  territoryId: Id,
  paper: PaperForm,
  except: Id | null,
): Promise<void> {
  if (paper.number === "" || paper.datedOn === null) return;
  const same = await context.tx
    .selectFrom("paper")
    .where("territory_id", "=", territoryId)
    .where("kind", "=", paper.kind)
    .where("number", "=", paper.number)
    .where("dated_on", "=", paper.datedOn)
    .where("issuer_organisation_id", "is not distinct from", paper.issuerOrganisationId)
    .$if(except !== null, (query) => query.where("id", "<>", except!))
    .select("id")
    .executeTakeFirst();
  if (same)
    throw paperProblem("paper-registered", {
      fields: { number: "Такой номер и дата уже есть в списке документов." },
      extra: { paperId: same.id },
    });
}
