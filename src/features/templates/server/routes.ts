import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, type Route } from "#platform/http/route.ts";
import { PROGRAMME_PROBLEMS } from "#features/programmes/model/problems.ts";
import {
  KeepTemplate,
  OwnTemplateParams,
  TemplateList,
  TemplateListQuery,
  TemplatePage,
  TemplateParams,
  UseTemplate,
} from "../model/contract.ts";
import { TEMPLATE_PROBLEMS } from "../model/problems.ts";
import { closeTemplate, keepTemplate, reopenTemplate } from "./keep-template.ts";
import { listTemplates } from "./list-templates.ts";
import { readTemplate } from "./read-template.ts";
import { makeProgramme } from "./use-template.ts";

const PROGRAMME_TABLES = [
  "programme",
  "roadmap",
  "section",
  "measure",
  "measure_party",
  "planned_value",
  "planned_year",
];
const Done = z.object({ ok: z.literal(true) });

/** Templates: programmes ready to be adapted, those of the product and one's own. */
export const templateRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/templates",
    action: "template.list",
    summary: "Templates that the actor may use, own ones first",
    policy: personOnly,
    query: TemplateListQuery,
    reply: TemplateList,
    problems: {},
    touches: ["programme_template"],
    handle: (context) => listTemplates(context, context.query),
  }),
  route({
    method: "POST",
    path: "/api/templates",
    action: "template.keep",
    summary: "Keep a programme as a template",
    policy: personOnly,
    body: KeepTemplate,
    reply: z.object({ id }),
    problems: TEMPLATE_PROBLEMS,
    touches: ["programme_template", ...PROGRAMME_TABLES],
    handle: (context) => keepTemplate(context, context.body),
  }),
  route({
    method: "GET",
    path: "/api/templates/:territoryId/:templateKey",
    action: "template.read",
    summary: "A template with whom its names mean here",
    policy: personOnly,
    params: TemplateParams,
    reply: TemplatePage,
    problems: {},
    touches: ["programme_template", "organisation", "designation", "membership", "role_assignment", "role_code"],
    handle: (context) => readTemplate(context, context.params.territoryId, context.params.templateKey),
  }),
  route({
    method: "POST",
    path: "/api/templates/:territoryId/:templateKey/programme",
    action: "template.use",
    summary: "Make a draft programme of a template",
    policy: personOnly,
    params: TemplateParams,
    body: UseTemplate,
    reply: z.object({ programmeId: id }),
    problems: { ...TEMPLATE_PROBLEMS, ...PROGRAMME_PROBLEMS },
    touches: ["programme_template", ...PROGRAMME_TABLES],
    handle: ({ params, body, ...context }) => makeProgramme(context, params.territoryId, params.templateKey, body),
  }),
  route({
    method: "POST",
    path: "/api/templates/:territoryId/own/:templateId/close",
    action: "template.close",
    summary: "Put an own template away",
    policy: personOnly,
    params: OwnTemplateParams,
    reply: Done,
    problems: {},
    touches: ["programme_template"],
    handle: (context) => closeTemplate(context, context.params.territoryId, context.params.templateId),
  }),
  route({
    method: "POST",
    path: "/api/templates/:territoryId/own/:templateId/reopen",
    action: "template.reopen",
    summary: "Bring back an own template that was put away",
    policy: personOnly,
    params: OwnTemplateParams,
    reply: Done,
    problems: {},
    touches: ["programme_template"],
    handle: (context) => reopenTemplate(context, context.params.territoryId, context.params.templateId),
  }),
];
