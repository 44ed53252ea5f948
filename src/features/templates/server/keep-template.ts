import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import { programmeDocument } from "#features/programmes/server/public.ts";
import type { KeepTemplate } from "../model/contract.ts";
import { bodyOfProgramme } from "../model/from-programme.ts";
import { keepsTemplate } from "../model/policy.ts";
import { templateProblem } from "../model/problems.ts";
import { measuresOfTemplate } from "../model/template.ts";

/** Keeps a programme as a template of whoever owns it. Throws «not-found», «not-allowed», «template-empty». */
export async function keepTemplate(context: UseCaseContext, form: z.output<typeof KeepTemplate>): Promise<{ id: Id }> {
  const { territoryId, programmeId, title, about } = form;
  const { ownerOrganisationId, document } = await programmeDocument(context, territoryId, programmeId);
  if (!keepsTemplate(context.actor, { territoryId, ownerOrganisationId })) throw commonProblem("not-allowed");
  const body = bodyOfProgramme(document);
  if (measuresOfTemplate(body).length === 0) throw templateProblem("template-empty");
  const id = context.newId();
  await context.tx
    .insertInto("programme_template")
    .values({
      territory_id: territoryId,
      id,
      owner_organisation_id: ownerOrganisationId,
      title,
      about,
      body: JSON.stringify(body),
      made_from: programmeId,
      made_by: context.actor.kind === "person" ? context.actor.personId : null,
      made_at: context.clock.now(),
      closed_at: null,
    })
    .execute();
  await context.journal({
    territoryId,
    action: "template.keep",
    subjectKind: "template",
    subjectId: id,
    programmeId,
    changes: created({ title, about }),
  });
  return { id };
}

/** Puts an own template away: programmes made of it stay as they are. Throws «not-found», «not-allowed». */
export async function closeTemplate(context: UseCaseContext, territoryId: Id, templateId: Id): Promise<{ ok: true }> {
  return setClosed(context, territoryId, templateId, true);
}

/** Brings a template back that was put away: the undo of `closeTemplate`. */
export async function reopenTemplate(context: UseCaseContext, territoryId: Id, templateId: Id): Promise<{ ok: true }> {
  return setClosed(context, territoryId, templateId, false);
}

async function setClosed(
  context: UseCaseContext,
  territoryId: Id,
  templateId: Id,
  closed: boolean,
): Promise<{ ok: true }> {
  const row = await context.tx
    .selectFrom("programme_template")
    .select(["owner_organisation_id"])
    .where("territory_id", "=", territoryId)
    .where("id", "=", templateId)
    .executeTakeFirst();
  const facts = row && { territoryId, ownerOrganisationId: row.owner_organisation_id };
  if (!facts || !keepsTemplate(context.actor, facts)) throw commonProblem("not-found");
  await context.tx
    .updateTable("programme_template")
    .set({ closed_at: closed ? context.clock.now() : null })
    .where("territory_id", "=", territoryId)
    .where("id", "=", templateId)
    .execute();
  await context.journal({
    territoryId,
    action: closed ? "template.close" : "template.reopen",
    subjectKind: "template",
    subjectId: templateId,
    changes: changed({ closed: !closed }, { closed }),
  });
  return { ok: true };
}
