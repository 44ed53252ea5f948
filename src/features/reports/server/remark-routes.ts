import { z } from "zod";
import { personOnly, route, type Route } from "#platform/http/route.ts";
import { REPORT_PROBLEMS } from "../model/problems.ts";
import { CloseRemark, EditRemark, KeepRemark, RemarkParams, RemarksQuery, SavedRemark } from "../model/saved-remark.ts";
import { closeRemark, editRemark, keepRemark, listRemarks } from "./saved-remarks.ts";

const PATH = "/api/remarks/:territoryId/:remarkId";
const TABLES = ["saved_remark"];

/** Remarks that checkers keep for one another. */
export const remarkRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/remarks",
    action: "remark.list",
    summary: "Saved remarks of those who check at one place, those used most first",
    policy: personOnly,
    query: RemarksQuery,
    reply: z.array(SavedRemark),
    problems: {},
    touches: TABLES,
    handle: listRemarks,
  }),
  route({
    method: "POST",
    path: "/api/remarks",
    action: "remark.keep",
    summary: "Keep a remark for all who check at the place",
    policy: personOnly,
    body: KeepRemark,
    reply: SavedRemark,
    problems: REPORT_PROBLEMS,
    touches: TABLES,
    handle: keepRemark,
  }),
  route({
    method: "PUT",
    path: PATH,
    action: "remark.edit",
    summary: "Change the words of a saved remark",
    policy: personOnly,
    params: RemarkParams,
    body: EditRemark,
    reply: SavedRemark,
    problems: REPORT_PROBLEMS,
    touches: TABLES,
    handle: editRemark,
  }),
  route({
    method: "POST",
    path: `${PATH}/close`,
    action: "remark.close",
    summary: "Take a saved remark out of the list, or put it back",
    policy: personOnly,
    params: RemarkParams,
    body: CloseRemark,
    reply: SavedRemark,
    problems: REPORT_PROBLEMS,
    touches: TABLES,
    handle: closeRemark,
  }),
];
