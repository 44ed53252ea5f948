import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { PAPER_PROBLEMS } from "#features/papers/model/problems.ts";
import { PROGRAMME_PROBLEMS } from "#features/programmes/model/problems.ts";
import { AmendmentView, AnswerPair, ApproveAmendment, Forecast, ForecastQuery } from "../model/amendment.ts";
import { ImportParams } from "../model/contract.ts";
import { IMPORT_PROBLEMS } from "../model/problems.ts";
import { answerPair } from "./answer-pair.ts";
import { approveAmendment } from "./approve-amendment.ts";
import { forecastAmendment, readAmendment } from "./read-amendment.ts";

const PROBLEMS = { ...IMPORT_PROBLEMS, ...PROGRAMME_PROBLEMS, ...PAPER_PROBLEMS, ...FILE_PROBLEMS };
const READS = [
  "document_import",
  "programme",
  "roadmap",
  "section",
  "measure",
  "measure_party",
  "planned_value",
  "planned_year",
  "organisation",
  "designation",
  "membership",
  "role_assignment",
  "role_code",
];

/** A document that amends a programme in force: compared with it, asked about, approved by an order. */
export const amendRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/imports/:territoryId/:importId/amendment",
    action: "amendment.read",
    summary: "What the document changes in the programme it amends, row by row",
    policy: signedIn,
    params: ImportParams,
    reply: AmendmentView,
    problems: PROBLEMS,
    touches: READS,
    handle: (context) => readAmendment(context, context.params.territoryId, context.params.importId),
  }),
  route({
    method: "GET",
    path: "/api/imports/:territoryId/:importId/amendment/forecast",
    action: "amendment.forecast",
    summary: "What replanning will do with the reports if it takes effect on a day",
    policy: signedIn,
    params: ImportParams,
    query: ForecastQuery,
    reply: Forecast,
    problems: PROBLEMS,
    touches: [...READS, "obligation", "report_obligation"],
    handle: (context) => forecastAmendment(context, context.params.territoryId, context.params.importId, context.query),
  }),
  route({
    method: "PUT",
    path: "/api/imports/:territoryId/:importId/amendment/pairs",
    action: "amendment.answer",
    summary: "Say which measure a row is, or that it is new",
    policy: personOnly,
    params: ImportParams,
    body: AnswerPair,
    reply: AmendmentView,
    problems: PROBLEMS,
    touches: READS,
    handle: (context) => answerPair(context, context.params.territoryId, context.params.importId, context.body),
  }),
  route({
    method: "POST",
    path: "/api/imports/:territoryId/:importId/amendment/approve",
    action: "amendment.approve",
    summary: "Bring the programme to the new redaction by an order",
    policy: personOnly,
    params: ImportParams,
    body: ApproveAmendment,
    reply: z.object({ programmeId: id, redactionId: id, changeId: id.nullable() }),
    problems: PROBLEMS,
    touches: [...READS, "redaction", "programme_change", "paper", "stored_file"],
    handle: ({ params, body, ...context }) => approveAmendment(context, params.territoryId, params.importId, body),
  }),
];
