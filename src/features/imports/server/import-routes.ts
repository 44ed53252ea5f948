import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { PROGRAMME_PROBLEMS } from "#features/programmes/model/problems.ts";
import {
  Arrange,
  ChangeSettings,
  Confirm,
  Decide,
  ImportListQuery,
  ImportParams,
  StartImport,
  Undo,
} from "../model/contract.ts";
import { IMPORT_PROBLEMS } from "../model/problems.ts";
import { ImportDocument, ImportList, ImportView } from "../model/view.ts";
import { amendRoutes } from "./amend-routes.ts";
import { approveImport } from "./approve-import.ts";
import { cancelImport } from "./cancel-import.ts";
import { arrange, changeSettings, decide, undo } from "./change-review.ts";
import { listImports } from "./list-imports.ts";
import { readImportDocument, readImportView } from "./read-import-view.ts";
import { startImport } from "./start-import.ts";

const READS = ["document_import", "organisation", "designation", "membership", "role_assignment", "role_code"] as const;

/** Documents on their way to become programmes, or to amend one. */
export const importRoutes: readonly Route[] = [
  ...amendRoutes,
  route({
    method: "GET",
    path: "/api/imports",
    action: "import.list",
    summary: "Documents taken in, mine first, searched by name, 50 a page",
    policy: signedIn,
    query: ImportListQuery,
    reply: ImportList,
    problems: {},
    touches: ["document_import", "person", "programme"],
    handle: (context) => listImports(context, context.query),
  }),
  route({
    method: "POST",
    path: "/api/imports",
    action: "import.start",
    summary: "Take a document in: an uploaded file or a pasted table",
    policy: personOnly,
    body: StartImport,
    reply: z.object({ id }),
    problems: { ...IMPORT_PROBLEMS, ...FILE_PROBLEMS, ...PROGRAMME_PROBLEMS },
    touches: ["document_import", "stored_file", "programme", "measure"],
    handle: (context) => startImport(context, context.body),
  }),
  route({
    method: "GET",
    path: "/api/imports/:territoryId/:importId",
    action: "import.read",
    summary: "One import: its stage, settings, rows, doubts with their answers, other imports of the same file",
    policy: signedIn,
    params: ImportParams,
    reply: ImportView,
    problems: {},
    touches: READS,
    handle: (context) => readImportView(context, context.params.territoryId, context.params.importId),
  }),
  route({
    method: "GET",
    path: "/api/imports/:territoryId/:importId/document",
    action: "import.document",
    summary: "The tables of the document as they stand, and its texts",
    policy: signedIn,
    params: ImportParams,
    reply: ImportDocument,
    problems: IMPORT_PROBLEMS,
    touches: ["document_import"],
    handle: (context) => readImportDocument(context, context.params.territoryId, context.params.importId),
  }),
  route({
    method: "POST",
    path: "/api/imports/:territoryId/:importId/decide",
    action: "import.answer",
    summary: "Answer doubts; answers sent together are undone together",
    policy: personOnly,
    params: ImportParams,
    body: Decide,
    reply: ImportView,
    problems: IMPORT_PROBLEMS,
    touches: READS,
    handle: (context) => decide(context, context.params.territoryId, context.params.importId, context.body),
  }),
  route({
    method: "POST",
    path: "/api/imports/:territoryId/:importId/arrange",
    action: "import.arrange",
    summary: "Say what tables, columns and rows are: the reading is made anew, answers stay; undone like answers",
    policy: personOnly,
    params: ImportParams,
    body: Arrange,
    reply: ImportView,
    problems: IMPORT_PROBLEMS,
    touches: READS,
    handle: (context) => arrange(context, context.params.territoryId, context.params.importId, context.body),
  }),
  route({
    method: "POST",
    path: "/api/imports/:territoryId/:importId/undo",
    action: "import.undo",
    summary: "Take the last step away, answers or edits",
    policy: personOnly,
    params: ImportParams,
    body: Undo,
    reply: ImportView,
    problems: IMPORT_PROBLEMS,
    touches: READS,
    handle: (context) => undo(context, context.params.territoryId, context.params.importId, context.body),
  }),
  route({
    method: "PUT",
    path: "/api/imports/:territoryId/:importId/settings",
    action: "import.settings",
    summary: "Change the title, the period and the tables of the programme to be made",
    policy: personOnly,
    params: ImportParams,
    body: ChangeSettings,
    reply: ImportView,
    problems: IMPORT_PROBLEMS,
    touches: READS,
    handle: (context) => changeSettings(context, context.params.territoryId, context.params.importId, context.body),
  }),
  route({
    method: "POST",
    path: "/api/imports/:territoryId/:importId/approve",
    action: "import.approve",
    summary: "Make the programme; refused while a doubt is open",
    policy: personOnly,
    params: ImportParams,
    body: Confirm,
    reply: z.object({ programmeId: id }),
    problems: { ...IMPORT_PROBLEMS, ...PROGRAMME_PROBLEMS },
    touches: [...READS, "programme", "roadmap", "section", "measure", "measure_party", "planned_value", "planned_year"],
    handle: ({ params, body, ...context }) => approveImport(context, params.territoryId, params.importId, body.version),
  }),
  route({
    method: "DELETE",
    path: "/api/imports/:territoryId/:importId",
    action: "import.cancel",
    summary: "Put a document aside",
    policy: personOnly,
    params: ImportParams,
    reply: z.object({ ok: z.literal(true) }),
    problems: IMPORT_PROBLEMS,
    touches: ["document_import"],
    handle: (context) => cancelImport(context, context.params.territoryId, context.params.importId),
  }),
];
