import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { checkParties, createProgramme, writeRoadmap } from "#features/programmes/server/public.ts";
import { adaptTemplate } from "../model/adapt-template.ts";
import type { UseTemplate } from "../model/contract.ts";
import { templateProblem } from "../model/problems.ts";
import { measuresOfTemplate, type TemplateBody } from "../model/template.ts";
import { partiesOfTemplate } from "../model/template-parties.ts";
import { loadTemplate } from "./load-template.ts";

/**
 * Makes a draft programme of a template, whole or not at all. Throws «not-found» for a template the actor may not use, «not-allowed» where
 * the actor builds no programmes of that owner, «nothing-taken», «template-changed», «executor-unknown».
 */
export async function makeProgramme(
  context: UseCaseContext,
  territoryId: Id,
  key: string,
  form: UseTemplate,
): Promise<{ programmeId: Id }> {
  const template = await loadTemplate(context, territoryId, key);
  refuseUnknown(template.body, form);
  const { programme, roadmaps } = adaptTemplate(template.body, form);
  if (roadmaps.length === 0) throw templateProblem("nothing-taken");
  const programmeId = await createProgramme(context, {
    ...programme,
    tasks: [...programme.tasks],
    passport: [...programme.passport],
    territoryId,
    ownerOrganisationId: form.ownerOrganisationId,
    title: form.title,
    shortTitle: form.shortTitle,
  });
  await checkParties(context, territoryId, form.parties);
  for (const roadmap of roadmaps) await writeRoadmap(context, territoryId, programmeId, roadmap);
  await context.journal({
    territoryId,
    action: "template.use",
    subjectKind: "programme",
    subjectId: programmeId,
    programmeId,
    detail: { template: key, roadmaps: roadmaps.length },
  });
  return { programmeId };
}

function refuseUnknown(body: TemplateBody, { taken, parties }: UseTemplate): void {
  const keys = new Set(measuresOfTemplate(body).map(({ key }) => key));
  const named = new Set(partiesOfTemplate(body).map(({ name }) => matchKey(name)));
  if (taken.some((key) => !keys.has(key)) || parties.some(({ name }) => !named.has(matchKey(name))))
    throw templateProblem("template-changed");
}
