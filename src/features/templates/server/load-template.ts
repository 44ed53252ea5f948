import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { bodyOfLibrary } from "../model/from-library.ts";
import { LIBRARY } from "../model/library.ts";
import { keepsTemplate, seesTemplate, usesTemplates } from "../model/policy.ts";
import type { TemplateBody } from "../model/template.ts";

export interface LoadedTemplate {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly origin: "library" | "territory" | "organisation";
  /** for whom programmes are mostly made of it */
  readonly owner: "territory" | "organisation";
  readonly body: TemplateBody;
  readonly canClose: boolean;
}

/** All templates that the actor may use, own ones first; «not-found» for those who build no programmes here. */
export async function loadTemplates(context: UseCaseContext, territoryId: Id): Promise<readonly LoadedTemplate[]> {
  if (!usesTemplates(context.actor, territoryId)) throw commonProblem("not-found");
  const rows = await context.tx
    .selectFrom("programme_template")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("closed_at", "is", null)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
  const own = rows.flatMap((row): LoadedTemplate[] => {
    const facts = { territoryId, ownerOrganisationId: row.owner_organisation_id };
    if (!seesTemplate(context.actor, facts)) return [];
    const owner = row.owner_organisation_id === null ? "territory" : "organisation";
    const { id: key, title, about } = row;
    const body = row.body as TemplateBody;
    return [{ key, title, about, origin: owner, owner, body, canClose: keepsTemplate(context.actor, facts) }];
  });
  const library = LIBRARY.map((one): LoadedTemplate => ({
    key: one.key,
    title: one.title,
    about: one.about,
    origin: "library",
    owner: one.owner,
    body: bodyOfLibrary(one),
    canClose: false,
  }));
  return [...own, ...library];
}

/** One template; «not-found» where there is none or the actor may not use it. */
export async function loadTemplate(context: UseCaseContext, territoryId: Id, key: string): Promise<LoadedTemplate> {
  const found = (await loadTemplates(context, territoryId)).find((one) => one.key === key);
  if (!found) throw commonProblem("not-found");
  return found;
}
