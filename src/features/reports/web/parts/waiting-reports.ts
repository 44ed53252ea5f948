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
