import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { EditPaper, PaperList, PaperListQuery, PaperPage, PaperParams, RegisterPaper } from "../model/contract.ts";
import { PAPER_PROBLEMS } from "../model/problems.ts";
import { editPaper } from "./edit-paper.ts";
import { listPapers } from "./list-papers.ts";
import { paperWorkbook } from "./paper-workbook.ts";
import { readPaper } from "./read-paper.ts";
import { registerPaper } from "./register-paper.ts";

/** Papers: registered once, cited by measures and reports. */
export const paperRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/papers",
    action: "paper.list",
    summary: "Papers of a territory that the actor sees",
    policy: signedIn,
    query: PaperListQuery,
    reply: PaperList,
    problems: {},
    touches: ["paper", "organisation", "stored_file", "measure_paper", "evidence"],
    handle: (context) => listPapers(context, context.query),
  }),
  route({
    method: "GET",
    path: "/api/papers.xlsx",
    action: "paper.list-sheet",
    summary: "The papers of the list as a workbook",
    policy: signedIn,
    query: PaperListQuery,
    problems: {},
    touches: ["paper", "organisation", "stored_file", "measure_paper", "evidence"],
    handle: (context) => paperWorkbook(context, context.query),
  }),
  route({
    method: "POST",
    path: "/api/papers",
    action: "paper.register",
    summary: "Register a paper",
    policy: personOnly,
    body: RegisterPaper,
    reply: PaperPage,
    problems: { ...PAPER_PROBLEMS, ...FILE_PROBLEMS },
    touches: ["paper", "stored_file"],
    handle: async (context) => readPaper(context, context.body.territoryId, await registerPaper(context, context.body)),
  }),
  route({
    method: "GET",
    path: "/api/papers/:territoryId/:paperId",
    action: "paper.read",
    summary: "A paper and what cites it",
    policy: signedIn,
    params: PaperParams,
    reply: PaperPage,
    problems: {},
    touches: ["paper", "programme", "measure_paper", "evidence", "designation"],
    handle: (context) => readPaper(context, context.params.territoryId, context.params.paperId),
  }),
  route({
    method: "PATCH",
    path: "/api/papers/:territoryId/:paperId",
    action: "paper.edit",
    summary: "Correct a paper or attach its file",
    policy: personOnly,
    params: PaperParams,
    body: EditPaper,
    reply: PaperPage,
    problems: { ...PAPER_PROBLEMS, ...FILE_PROBLEMS },
    touches: ["paper", "stored_file"],
    handle: (context) => editPaper(context, context.params.territoryId, context.params.paperId, context.body),
  }),
];
