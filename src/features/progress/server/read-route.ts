import { route, signedIn, type Route } from "#platform/http/route.ts";
import { PROGRESS_PROBLEMS } from "../model/problems.ts";

/** Tables that every figure of obligations and reports is counted from. */
export const ROWS = ["obligation", "measure", "programme", "organisation", "person", "report", "report_obligation"];

/** How a day that is past is read: steps of reports, moves of due days noted in the journal, pauses. */
export const HISTORY = ["report_step", "journal", "territory", "pause"];

/** A route of the slice that only looks. */
export function read<Params, Query, Reply>(
  spec: Pick<
    Parameters<typeof route<Params, Query, unknown, Reply>>[0],
    "path" | "action" | "summary" | "params" | "query" | "reply" | "touches" | "handle"
  >,
): Route {
  return route<Params, Query, unknown, Reply>({
    method: "GET",
    policy: signedIn,
    problems: PROGRESS_PROBLEMS,
    ...spec,
  });
}
