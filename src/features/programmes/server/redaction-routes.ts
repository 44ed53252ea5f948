import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { PAPER_PROBLEMS } from "#features/papers/model/problems.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { PROGRAMME_PROBLEMS } from "../model/problems.ts";
import {
  DifferenceQuery,
  RedactionDifference,
  RedactionList,
  RedactionPage,
  RedactionParams,
  Register,
} from "../model/redaction-seen.ts";
import { ProgrammeParams } from "../model/seen.ts";
import { registerRedaction } from "./amend-programme.ts";
import { compareRedactions, readRedaction, readRedactions } from "./read-redactions.ts";

const READS = ["redaction", "programme", "paper", "person"];
const STANDING = ["roadmap", "section", "measure", "measure_party", "planned_value", "planned_year"];

/** Redactions of a programme's document: the list, one as it was printed, what differs between two. */
export const redactionRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/programmes/:territoryId/:programmeId/redactions",
    action: "redaction.list",
    summary: "Redactions with their orders, and what was edited by hand since the last one",
    policy: signedIn,
    params: ProgrammeParams,
    reply: RedactionList,
    problems: {},
    touches: [...READS, ...STANDING],
    handle: (context) => readRedactions(context, context.params.territoryId, context.params.programmeId),
  }),
  route({
    method: "POST",
    path: "/api/programmes/:territoryId/:programmeId/redactions",
    action: "redaction.register",
    summary: "Keep what was edited by hand as a new redaction, by an order",
    policy: personOnly,
    params: ProgrammeParams,
    body: Register,
    reply: z.object({ redactionId: id }),
    problems: { ...PROGRAMME_PROBLEMS, ...PAPER_PROBLEMS, ...FILE_PROBLEMS },
    touches: [...READS, ...STANDING],
    handle: (context) =>
      registerRedaction(context, context.params.territoryId, context.params.programmeId, context.body),
  }),
  route({
    method: "GET",
    path: "/api/programmes/:territoryId/:programmeId/redactions/:redactionId",
    action: "redaction.read",
    summary: "One redaction as it was printed then",
    policy: signedIn,
    params: RedactionParams,
    reply: RedactionPage,
    problems: {},
    touches: READS,
    handle: ({ params, ...context }) =>
      readRedaction(context, params.territoryId, params.programmeId, params.redactionId),
  }),
  route({
    method: "GET",
    path: "/api/programmes/:territoryId/:programmeId/redactions/:redactionId/difference",
    action: "redaction.compare",
    summary: "What differs between two redactions, row by row",
    policy: signedIn,
    params: RedactionParams,
    query: DifferenceQuery,
    reply: RedactionDifference,
    problems: {},
    touches: READS,
    handle: ({ params, query, ...context }) =>
      compareRedactions(context, params.territoryId, params.programmeId, params.redactionId, query.with),
  }),
];
