import type { z } from "zod";
import { route, signedIn, type RequestContext, type Route } from "#platform/http/route.ts";
import { History, HistoryQuery, JournalPage, SearchQuery } from "../model/contract.ts";
import { journalWorkbook } from "./journal-workbook.ts";
import { readHistory, type JournalSights } from "./read-history.ts";
import { searchJournal } from "./search-journal.ts";

type Searching = RequestContext<unknown, z.output<typeof SearchQuery>, unknown>;

/** The readable journal; who sees which subject is told by the slices whose subjects they are. */
export function journalRoutes(sights: JournalSights): readonly Route[] {
  const rows = ["journal", "journal_personal", "journal_origin", "person"];
  return [
    route({
      method: "GET",
      path: "/api/history",
      action: "journal.history",
      summary: "Who changed what of one object, before and after",
      policy: signedIn,
      query: HistoryQuery,
      reply: History,
      problems: {},
      touches: rows,
      handle: (context: RequestContext<unknown, HistoryQuery, unknown>) => readHistory(context, sights, context.query),
    }),
    route({
      method: "GET",
      path: "/api/journal",
      action: "journal.search",
      summary: "Everything done in a territory, for its head",
      policy: signedIn,
      query: SearchQuery,
      reply: JournalPage,
      problems: {},
      touches: rows,
      handle: (context: Searching) => searchJournal(context, sights, context.query),
    }),
    route({
      method: "GET",
      path: "/api/journal.xlsx",
      action: "journal.export",
      summary: "The same as a workbook",
      policy: signedIn,
      query: SearchQuery,
      problems: {},
      touches: rows,
      handle: (context: Searching) => journalWorkbook(context, sights, context.query),
    }),
  ];
}
