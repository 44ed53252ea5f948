import type { z } from "zod";
import type { UseCaseContext } from "#platform/http/route.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import type { TemplateList, TemplateListQuery } from "../model/contract.ts";
import { loadTemplates } from "./load-template.ts";
import { presentRow } from "./present-template.ts";

/** The templates that the actor may use, narrowed by words of the title or of what it is for. */
export async function listTemplates(
  context: UseCaseContext,
  { territoryId, q }: z.output<typeof TemplateListQuery>,
): Promise<TemplateList> {
  const wanted = matchKey(q);
  const found = (await loadTemplates(context, territoryId)).filter(({ title, about }) =>
    matchKey(`${title} ${about}`).includes(wanted),
  );
  return { items: found.map(presentRow) };
}
