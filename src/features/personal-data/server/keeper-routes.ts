import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import {
  DestructionList,
  Done,
  PrintPaper,
  Register,
  RequestList,
  Retention,
  SettleRequest,
  TerritoryQuery,
} from "../model/contract.ts";
import { PERSONAL_DATA_PROBLEMS as problems } from "../model/problems.ts";
import { destructionPaper, listDestructions } from "./destruction-papers.ts";
import { readRegister } from "./read-register.ts";
import { readRetention } from "./read-retention.ts";
import { registerDocument } from "./register-document.ts";
import { listRequests, settleRequest } from "./requests.ts";

/** The personal data of a territory, for its administrators. */
export const keeperRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/personal-data/register",
    action: "personal-data.register",
    summary: "The register of processing of personal data",
    policy: signedIn,
    query: TerritoryQuery,
    reply: Register,
    problems: {},
    touches: ["person", "membership", "role_assignment"],
    handle: (context) => readRegister(context, context.query.territoryId),
  }),
  route({
    method: "GET",
    path: "/api/personal-data/register.:format",
    action: "personal-data.register-sheet",
    summary: "The register of processing as DOCX or XLSX",
    policy: signedIn,
    params: z.object({ format: z.enum(["docx", "xlsx"]) }),
    query: TerritoryQuery,
    problems: {},
    touches: ["person", "membership", "role_assignment"],
    handle: (context) => registerDocument(context, context.query.territoryId, context.params.format),
  }),
  route({
    method: "GET",
    path: "/api/personal-data/retention",
    action: "personal-data.retention",
    summary: "How long data are kept and whose data are kept for nothing",
    policy: signedIn,
    query: TerritoryQuery,
    reply: Retention,
    problems: {},
    touches: ["person", "membership", "role_assignment", "report", "programme"],
    handle: (context) => readRetention(context, context.query.territoryId),
  }),
  route({
    method: "GET",
    path: "/api/personal-data/requests",
    action: "data-request.list",
    summary: "What people ask about their data, to be answered first",
    policy: signedIn,
    query: TerritoryQuery,
    reply: RequestList,
    problems: {},
    touches: ["data_request", "person"],
    handle: (context) => listRequests(context, context.query.territoryId),
  }),
  route({
    method: "POST",
    path: "/api/personal-data/requests/:requestId/answer",
    action: "data-request.settle",
    summary: "Answer a request about personal data",
    policy: personOnly,
    params: z.object({ requestId: id }),
    body: SettleRequest,
    reply: Done,
    problems,
    touches: ["data_request", "notice"],
    handle: (context) => settleRequest(context, context.params.requestId, context.body),
  }),
  route({
    method: "GET",
    path: "/api/personal-data/destructions",
    action: "destruction.list",
    summary: "Acts of destruction",
    policy: signedIn,
    query: TerritoryQuery,
    reply: DestructionList,
    problems: {},
    touches: ["destruction", "person"],
    handle: (context) => listDestructions(context, context.query.territoryId),
  }),
  route({
    method: "POST",
    path: "/api/personal-data/destructions/:destructionId/:paper",
    action: "destruction.print",
    summary: "The act or the extract from the journal as DOCX; the name is printed and not kept",
    policy: personOnly,
    params: z.object({ destructionId: id, paper: z.enum(["act", "extract"]) }),
    body: PrintPaper,
    problems: {},
    touches: ["destruction", "journal", "person", "membership"],
    replay: "never",
    handle: (context) => {
      const { destructionId, paper } = context.params;
      return destructionPaper(context, context.body.territoryId, destructionId, paper, context.body.subject);
    },
  }),
];
