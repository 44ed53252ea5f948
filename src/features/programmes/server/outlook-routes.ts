import { personOnly, route, type Route } from "#platform/http/route.ts";
import { MeasureWeight, ProgrammeOutlook, WeighMeasure } from "../model/outlook-seen.ts";
import { ProgrammeParams } from "../model/seen.ts";
import { readOutlook, weighMeasure } from "./read-outlook.ts";

/** What obligations are planned by. */
const GROUND = [
  "programme",
  "measure",
  "measure_party",
  "planned_value",
  "planned_year",
  "roadmap",
  "section",
  "organisation",
  "designation",
  "membership",
  "role_assignment",
];

/** What measures would ask of whom, told before they bind anybody. */
export const outlookRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/programmes/:territoryId/:programmeId/outlook",
    action: "programme.outlook",
    summary: "What its measures would ask of whom, and which of them nobody would report",
    policy: personOnly,
    params: ProgrammeParams,
    reply: ProgrammeOutlook,
    problems: {},
    touches: GROUND,
    handle: (context) => readOutlook(context, context.params.territoryId, context.params.programmeId),
  }),
  route({
    method: "POST",
    path: "/api/programmes/:territoryId/:programmeId/weigh",
    action: "measure.weigh",
    summary: "What a measure in the form would ask for; keeps nothing",
    policy: personOnly,
    replay: "never",
    params: ProgrammeParams,
    body: WeighMeasure,
    reply: MeasureWeight,
    problems: {},
    touches: GROUND,
    handle: (context) => weighMeasure(context, context.params.territoryId, context.params.programmeId, context.body),
  }),
];
