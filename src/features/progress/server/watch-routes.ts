import { personOnly, route, type Route } from "#platform/http/route.ts";
import { TerritoryQuery } from "../model/contract.ts";
import { PROGRESS_PROBLEMS } from "../model/problems.ts";
import { SetWatch, WatchList, WatchSet } from "../model/watch.ts";
import { readWatchList, setWatch } from "./watch.ts";

const TOUCHES = ["watch", "organisation", "programme", "measure", "obligation", "report", "report_obligation"];

/** What a person keeps an eye on. */
export const watchRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/progress/watch",
    action: "watch.list",
    summary: "What one watches in a territory, with its figures",
    policy: personOnly,
    query: TerritoryQuery,
    reply: WatchList,
    problems: PROGRESS_PROBLEMS,
    touches: TOUCHES,
    handle: readWatchList,
  }),
  route({
    method: "PUT",
    path: "/api/progress/watch",
    action: "watch.set",
    summary: "Put something on one's own watch list, or take it off",
    policy: personOnly,
    body: SetWatch,
    reply: WatchSet,
    problems: PROGRESS_PROBLEMS,
    touches: TOUCHES,
    handle: setWatch,
  }),
];
