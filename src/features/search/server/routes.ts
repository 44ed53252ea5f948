import { route, signedIn, type Route } from "#platform/http/route.ts";
import { FindQuery, Found } from "../model/contract.ts";
import { find } from "./find.ts";

/** Finding by words. */
export const searchRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/search",
    action: "search.find",
    summary: "Measures, programmes, reports, organisations, people, papers and files by words",
    policy: signedIn,
    query: FindQuery,
    reply: Found,
    problems: {},
    touches: [
      "programme",
      "measure",
      "report",
      "report_obligation",
      "obligation",
      "organisation",
      "person",
      "membership",
      "role_assignment",
      "paper",
      "stored_file",
      "file_text",
      "document_import",
    ],
    handle: (context) => find(context, context.query),
  }),
];
