import { useQuery } from "@tanstack/react-query";
import { request } from "#web/api/request.ts";
import type { ReportList, ReportRow } from "../../model/contract.ts";

/** The reports that wait for this person's decision, the oldest first; undefined until they are known. `after` names the moment: a decision asks anew. */
export function useWaitingReports(
  territoryId: string,
  after: string,
  enabled: boolean,
): readonly ReportRow[] | undefined {
  const { data } = useQuery({
    queryKey: ["reports", "next", territoryId, after],
    queryFn: ({ signal }) => request<ReportList>("/api/reports", { query: { territoryId, state: "toReview" }, signal }),
    enabled,
  });
  return data?.rows.filter((row) => row.canDecide);
}

/** What follows a report that was just decided: the next that still waits of those after it in the queue as it stood, then from its beginning. */
export function following<Row extends { readonly id: string }>(
  waiting: readonly Row[],
  queue: readonly string[],
  id: string,
): Row | undefined {
  const at = queue.indexOf(id);
  const order = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
  const next = order.find((one) => one !== id && waiting.some((row) => row.id === one));
  return waiting.find((row) => row.id === next) ?? waiting.find((row) => row.id !== id);
}

/** The reports before and after this one in the queue; after the last comes the first. */
export function besides<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
): { readonly previous: Row | undefined; readonly next: Row | undefined } {
  const at = rows.findIndex((row) => row.id === id);
  const others = rows.filter((row) => row.id !== id);
  if (at < 0) return { previous: undefined, next: others[0] };
  return { previous: rows[at - 1], next: rows[at + 1] ?? others[0] };
}
