import { personOnly, route, type Route } from "#platform/http/route.ts";
import { CloseView, EditView, KeepView, SavedView, ViewList, ViewParams, ViewsQuery } from "../model/contract.ts";
import { VIEW_PROBLEMS } from "../model/problems.ts";
import { closeView, editView } from "./change-view.ts";
import { keepView, listViews } from "./views.ts";

const PATH = "/api/views/:territoryId/:viewId";
const TABLES = ["saved_view"];

/** Filters of lists kept under a name. */
export const viewRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/views",
    action: "view.list",
    summary: "Views of a list: one's own and those shown to all who stand at the territory",
    policy: personOnly,
    query: ViewsQuery,
    reply: ViewList,
    problems: {},
    touches: [...TABLES, "person"],
    handle: listViews,
  }),
  route({
    method: "POST",
    path: "/api/views",
    action: "view.keep",
    summary: "Keep the filter of a list under a name",
    policy: personOnly,
    body: KeepView,
    reply: SavedView,
    problems: VIEW_PROBLEMS,
    touches: TABLES,
    handle: keepView,
  }),
  route({
    method: "PUT",
    path: PATH,
    action: "view.edit",
    summary: "Rename a view, show it to colleagues or not, begin the list with it or not",
    policy: personOnly,
    params: ViewParams,
    body: EditView,
    reply: SavedView,
    problems: VIEW_PROBLEMS,
    touches: TABLES,
    handle: editView,
  }),
  route({
    method: "POST",
    path: `${PATH}/close`,
    action: "view.close",
    summary: "Remove a view, or put it back",
    policy: personOnly,
    params: ViewParams,
    body: CloseView,
    reply: SavedView,
    problems: VIEW_PROBLEMS,
    touches: TABLES,
    handle: closeView,
  }),
];
